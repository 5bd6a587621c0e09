import { randomBytes } from 'node:crypto'
import { mkdir, readdir, realpath, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { copiesFolder } from '../../shared/processes.ts'
import { writeNewFile } from './new-file.ts'

/** They lie in the application's own folder, which is all that the shell shows and opens at a page's request. */
export function copiesIn(userData: string): string {
  return join(userData, copiesFolder)
}

/**
 * Writes a copy that only this user may read, under a name of chance: what a paper is called never becomes a path.
 * Answers where it really lies.
 */
export async function writePrivateCopy(
  folder: string,
  bytes: Uint8Array,
  extension: string,
  platform: NodeJS.Platform = process.platform,
): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(await realpath(folder), `${randomBytes(12).toString('hex')}.${extension}`)
  await writeNewFile(path, (file) => file.write(bytes))
  if (platform === 'win32') await markAsForeign(path)
  return path
}

/**
 * A paper came from outside, and its way through the space must not make anyone forget it: with this mark Windows
 * opens it read-only, its macros and its links asleep. A disk that holds no such marks is none of ours to refuse.
 */
async function markAsForeign(path: string): Promise<void> {
  await writeFile(`${path}:Zone.Identifier`, '[ZoneTransfer]\r\nZoneId=3\r\n').catch(() => undefined)
}

/** Takes every copy away. One that another program holds open stays until the next time. */
export async function clearPrivateCopies(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined)
}
