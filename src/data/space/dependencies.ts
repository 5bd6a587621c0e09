import { randomBytes } from 'node:crypto'
import { homedir, hostname, uptime } from 'node:os'
import { v7 as newId } from 'uuid'
import { realDisk, type Disk } from './disk.ts'
import { gatherFolderFacts } from './folder-facts.ts'
import { judgeFolder, type FolderVerdict } from './folder.ts'
import type { RandomBytes } from './keys.ts'
import { usualPatience, patiently, type Patience } from './patience.ts'
import { usualCost, type PassphraseCost } from './slots.ts'

/** All that a space needs of the world around it. */
export interface SpaceDependencies {
  readonly disk: Disk
  readonly now: () => Date
  readonly randomBytes: RandomBytes
  readonly newId: () => string
  readonly patience: Patience
  /** What a passphrase slot made today costs. */
  readonly cost: PassphraseCost
  readonly host: string
  readonly pid: number
  readonly uptime: () => number
  readonly judge: (folder: string) => Promise<FolderVerdict>
  /** Where this install remembers its devices; outside any space folder. */
  readonly deviceFile: string
  /** The newest schema this version knows. */
  readonly newestSchema: number
  /** The file of `verify-worker`, as the build named it. */
  readonly verifyWorker: string | URL
  readonly nativeBinding?: string | undefined
}

export type Setting = Pick<SpaceDependencies, 'deviceFile' | 'newestSchema' | 'verifyWorker' | 'nativeBinding'>

export function realDependencies(setting: Setting): SpaceDependencies {
  return {
    ...setting,
    disk: patientDisk(realDisk, usualPatience),
    now: () => new Date(),
    randomBytes,
    newId,
    patience: usualPatience,
    cost: usualCost,
    host: hostname(),
    pid: process.pid,
    uptime,
    judge: async (folder) =>
      judgeFolder(await gatherFolderFacts({ platform: process.platform, env: process.env, home: homedir() }, folder)),
  }
}

/** The same disk, which bears a passing failure for a while, and words the others. */
export function patientDisk(disk: Disk, patience: Patience): Disk {
  // A second try after half a success would meet the file of the first: these two are done once.
  const once: Patience = { ...patience, waits: [] }
  return {
    read: (path) => patiently(patience, () => disk.read(path)),
    size: (path) => patiently(patience, () => disk.size(path)),
    list: (folder) => patiently(patience, () => disk.list(folder)),
    writeNew: (path, content) => patiently(once, () => disk.writeNew(path, content)),
    copyNew: (from, to) => patiently(once, () => disk.copyNew(from, to)),
    makeFolder: (path) => patiently(patience, () => disk.makeFolder(path)),
    rename: (from, to) => patiently(patience, () => disk.rename(from, to)),
    removeEmptyFolder: (path) => patiently(patience, () => disk.removeEmptyFolder(path)),
    discardUnfinished: (path) => patiently(patience, () => disk.discardUnfinished(path)),
    discardBackup: (folder) => patiently(patience, () => disk.discardBackup(folder)),
  }
}
