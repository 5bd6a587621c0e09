import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'

/** `renewed`: what to keep instead of what was sent, when the keychain changed its own key since. */
export interface KeychainAnswer {
  readonly bytes: Uint8Array
  readonly renewed: Uint8Array | null
}

/** The operating system's keychain, asked through main; refused where it has no real backend. */
export type Keychain = (operation: 'wrap' | 'unwrap', bytes: Uint8Array) => Promise<KeychainAnswer>

/** The key that opens a space's slot, as the keychain wrapped it: it stays on this computer, outside the space. */
export interface KeptKey {
  readonly keep: (wrappingKey: Buffer) => Promise<void>
  /** The caller wipes it. A keychain that does not answer leaves what is kept as it is: it may answer another day. */
  readonly read: () => Promise<Buffer>
  readonly forget: () => Promise<void>
}

export function keptKey(userData: string, spaceId: string, keychain: Keychain): KeptKey {
  const folder = join(userData, 'keychain')
  const file = keptFile(userData, spaceId)

  async function write(wrapped: Uint8Array): Promise<void> {
    const unfinished = `${file}.${randomBytes(4).toString('hex')}`
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(unfinished, wrapped, { mode: 0o600, flush: true })
    await rename(unfinished, file)
  }

  return {
    keep: async (wrappingKey) => write((await keychain('wrap', wrappingKey)).bytes),
    async read() {
      const wrapped = await readFile(file).catch(() => null)
      if (wrapped === null) throw new AppError('keychainUnavailable')
      const { bytes, renewed } = await keychain('unwrap', wrapped)
      if (renewed !== null) await write(renewed).catch(() => undefined) // the former still opens; the next time tries again
      return Buffer.from(bytes)
    },
    forget: () => rm(file, { force: true }),
  }
}

/** The slot of a folder that was copied here opens with the keychain of the computer it comes from. */
export function isKeptHere(userData: string, spaceId: string): boolean {
  return existsSync(keptFile(userData, spaceId))
}

function keptFile(userData: string, spaceId: string): string {
  return join(userData, 'keychain', `${spaceId}.bin`)
}
