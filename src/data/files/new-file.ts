import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A file being written; the digest is of all that was written to it. */
export interface NewFile {
  readonly write: (bytes: Uint8Array) => Promise<void>
}

/**
 * Writes a file under a name of its own and gives it the name asked for once it is whole: whoever looks never sees
 * half of it, and what stood there before stays until then. Answers the SHA-256 of its bytes.
 */
export async function writeNewFile(path: string, write: (file: NewFile) => Promise<void>): Promise<string> {
  const temporary = join(dirname(path), `.${basename(path).slice(0, 60)}.${randomUUID().slice(0, 8)}.part`)
  const hash = createHash('sha256')
  let handle: FileHandle | null = await open(temporary, 'wx', 0o600)
  try {
    const opened = handle
    await write({
      async write(bytes) {
        hash.update(bytes)
        await opened.appendFile(bytes)
      },
    })
    await handle.sync()
    await handle.close()
    handle = null
    await rename(temporary, path)
    return hash.digest('hex')
  } catch (error) {
    await handle?.close()
    await rm(temporary, { force: true })
    throw error
  }
}
