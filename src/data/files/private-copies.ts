import { randomBytes } from 'node:crypto'
import { mkdir, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** They lie in the application's own folder, which is all that the shell shows at a page's request. */
export function copiesIn(userData: string): string {
  return join(userData, 'copies')
}

/**
 * Writes a copy that only this user may read, under a name of chance: what a paper is called never becomes a path.
 * Answers where it really lies.
 */
export async function writePrivateCopy(folder: string, bytes: Uint8Array, extension: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(await realpath(folder), `${randomBytes(12).toString('hex')}.${extension}`)
  await writeFile(path, bytes, { flag: 'wx', mode: 0o600 })
  return path
}

/** Takes every copy away. One that another program holds open stays until the next time. */
export async function clearPrivateCopies(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined)
}
