import { join } from 'node:path'
import type { SpaceDependencies } from './dependencies.ts'
import { isUnfinished } from './disk.ts'
import { readEnvelope, type BackupNote, type BackupReason } from './envelope.ts'

/** A backup is a folder of its own in `backups/`, shaped like a space: a database and its envelope. */
export const backupsName = 'backups'

/** What is done to the backups of one space is done in turn, under this name. */
export function backupsTurn(folder: string): string {
  return `backups ${folder}`
}

export interface Backup {
  /** Its folder. */
  readonly path: string
  readonly at: string
  readonly reason: BackupReason
  readonly bytes: number
  readonly counts: BackupNote['counts']
}

/** The backups that can be read, the latest first. One that cannot is left alone, and never counts for rotation. */
export async function listBackups(
  { disk, newestSchema }: Pick<SpaceDependencies, 'disk' | 'newestSchema'>,
  folder: string,
): Promise<readonly Backup[]> {
  const found: Backup[] = []
  for (const name of await disk.list(join(folder, backupsName))) {
    const path = join(folder, backupsName, name)
    const note = isUnfinished(path) ? undefined : await noteOf({ disk, newestSchema }, path)
    if (note !== undefined) {
      found.push({ path, at: note.takenAt, reason: note.reason, bytes: note.bytes, counts: note.counts })
    }
  }
  return found.toSorted((left, right) => (left.at < right.at ? 1 : -1))
}

async function noteOf(
  { disk, newestSchema }: Pick<SpaceDependencies, 'disk' | 'newestSchema'>,
  path: string,
): Promise<BackupNote | undefined> {
  try {
    return (await readEnvelope(disk, path, newestSchema)).backup
  } catch {
    return undefined
  }
}

/**
 * What rotation gives up: all but the last three of today, the last of each of seven days, of four weeks and of six
 * months, and the last made for each reason. Days are the user's; a backup dated later than now is left alone.
 */
export function backupsToDiscard(backups: readonly Backup[], now: Date): readonly Backup[] {
  const kept = new Set<Backup>()
  const latestFirst = backups.toSorted((left, right) => (left.at < right.at ? 1 : -1))
  const today = dayNumber(now)
  const age = (backup: Backup) => today - dayNumber(new Date(backup.at))
  // Weeks and months of the calendar: spans counted back from today would move on before anything grew old in them.
  const week = (backup: Backup) => weekNumber(now) - weekNumber(new Date(backup.at))
  const month = (backup: Backup) => monthNumber(now) - monthNumber(new Date(backup.at))
  const keepFirstOfEach = (bucket: (backup: Backup) => string | number | null) => {
    const seen = new Set<string | number>()
    for (const backup of latestFirst) {
      const key = bucket(backup)
      if (key === null || seen.has(key)) continue
      seen.add(key)
      kept.add(backup)
    }
  }
  for (const backup of latestFirst.filter((one) => age(one) === 0).slice(0, 3)) kept.add(backup)
  for (const backup of latestFirst) if (age(backup) < 0) kept.add(backup)
  keepFirstOfEach((backup) => (age(backup) < 7 ? age(backup) : null))
  keepFirstOfEach((backup) => (week(backup) < 4 ? week(backup) : null))
  keepFirstOfEach((backup) => (month(backup) < 6 ? month(backup) : null))
  keepFirstOfEach((backup) => backup.reason)
  return latestFirst.filter((backup) => !kept.has(backup))
}

function dayNumber(date: Date): number {
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000
}

/** Weeks that begin on Monday. */
function weekNumber(date: Date): number {
  return Math.floor((dayNumber(date) + 3) / 7)
}

function monthNumber(date: Date): number {
  return date.getFullYear() * 12 + date.getMonth()
}
