import { constants } from 'node:fs'
import * as fs from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/**
 * The few things a space does to the disk, each durable when it returns. Everything that changes a space goes
 * through here, so that a test can make any step fail, and so that what is removed is decided in one place.
 */
export interface Disk {
  readonly read: (path: string) => Promise<Buffer>
  readonly size: (path: string) => Promise<number>
  /** The names in a folder, sorted; none when the folder is not there. */
  readonly list: (folder: string) => Promise<readonly string[]>
  /** Fails when the file is there already. */
  readonly writeNew: (path: string, content: string | Buffer) => Promise<void>
  /** Fails when the target is there already. */
  readonly copyNew: (from: string, to: string) => Promise<void>
  readonly makeFolder: (path: string) => Promise<void>
  /** Atomic: before, the old name; after, the new one, never between. */
  readonly rename: (from: string, to: string) => Promise<void>
  /** Makes room for a renaming: only an empty folder can be removed so. */
  readonly removeEmptyFolder: (path: string) => Promise<void>
  /** Removes what was never finished; refuses any name that does not say so. */
  readonly discardUnfinished: (path: string) => Promise<void>
  /** Removes a backup that rotation gave up; refuses anything that is not in a `backups` folder. */
  readonly discardBackup: (folder: string) => Promise<void>
}

const unfinished = '.partial-'

/** A name beside the final one, for what is not finished yet. */
export function unfinishedName(path: string, token: string): string {
  return join(dirname(path), `${unfinished}${token}-${basename(path)}`)
}

export function isUnfinished(path: string): boolean {
  return basename(path).startsWith(unfinished)
}

/** Clears what an earlier run did not finish in a folder that is ours alone at this moment. */
export async function discardLeftovers(disk: Disk, folder: string): Promise<void> {
  for (const name of await disk.list(folder)) {
    if (isUnfinished(name)) await disk.discardUnfinished(join(folder, name))
  }
}

export const realDisk: Disk = {
  read: (path) => fs.readFile(path),
  size: async (path) => (await fs.stat(path)).size,
  list,
  writeNew,
  copyNew,
  makeFolder: async (path) => void (await fs.mkdir(path, { recursive: true, mode: 0o700 })),
  rename,
  removeEmptyFolder: (path) => fs.rmdir(path),
  discardUnfinished,
  discardBackup,
}

async function list(folder: string): Promise<readonly string[]> {
  try {
    return (await fs.readdir(folder)).toSorted()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

async function writeNew(path: string, content: string | Buffer): Promise<void> {
  const file = await fs.open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function copyNew(from: string, to: string): Promise<void> {
  await fs.copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
  const file = await fs.open(to, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

async function rename(from: string, to: string): Promise<void> {
  await fs.rename(from, to)
  await syncFolder(dirname(to))
}

/** A renaming is only sure once its folder is written. Windows has no such call, and does it by itself. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await fs.open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function discardUnfinished(path: string): Promise<void> {
  if (!isUnfinished(path)) throw new Error('only what was never finished is discarded')
  await fs.rm(path, { recursive: true, force: true })
}

async function discardBackup(folder: string): Promise<void> {
  if (basename(dirname(folder)) !== 'backups') throw new Error('only a backup is discarded')
  await fs.rm(folder, { recursive: true, force: true })
}
