import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { AppError } from '../../shared/errors.ts'
import type { RawDatabase } from '../database.ts'
import { backupsName, backupsToDiscard, backupsTurn, listBackups, type Backup } from './backup-list.ts'
import { countTable, tablesOf, type CheckedCopy, type Counts } from './check-copy.ts'
import { newFileId } from './create-space.ts'
import type { SpaceDependencies } from './dependencies.ts'
import { discardLeftovers, unfinishedName } from './disk.ts'
import { envelopeName, seal, serialise, type BackupReason } from './envelope.ts'
import { inTurn } from './in-turn.ts'
import { fileKeyOf } from './keys.ts'
import { databaseKey, databasePath, type UnlockedSpace } from './open-space.ts'
import { patiently } from './patience.ts'
import { portableSlots } from './slots.ts'
import { verifyCopy } from './verify.ts'

/** Runs `work` on the writing connection while no command can write. */
export type HoldWriter = <Value>(work: (raw: RawDatabase) => Promise<Value>) => Promise<Value>

/**
 * Copies the database under a key of its own, reads all of the copy, and only then gives it its name; the writer is
 * held for the copying alone. Older backups are given up after that, never before: a failure costs nothing. One at a
 * time for each space: each clears what others left half made.
 */
export function takeBackup(
  dependencies: SpaceDependencies,
  space: UnlockedSpace,
  holdWriter: HoldWriter,
  reason: BackupReason,
): Promise<Backup> {
  return inTurn(backupsTurn(space.folder), () => makeBackup(dependencies, space, holdWriter, reason))
}

async function makeBackup(
  dependencies: SpaceDependencies,
  space: UnlockedSpace,
  holdWriter: HoldWriter,
  reason: BackupReason,
): Promise<Backup> {
  const { disk, randomBytes, now } = dependencies
  const takenAt = now().toISOString()
  const token = randomBytes(4).toString('hex')
  const final = join(space.folder, backupsName, `${takenAt.replaceAll(/[:.]/gu, '')}-${reason}-${token}`)
  const making = unfinishedName(final, token)
  await disk.makeFolder(making)
  try {
    const copy = join(making, 'space.db')
    const counts = await holdWriter((raw) => copyQuietFile(dependencies, raw, databasePath(space), copy))
    const fileId = newFileId(dependencies)
    const checked = await verifyCopy(dependencies, copy, databaseKey(space), fileKeyOf(space.spaceKey, fileId))
    if (!sameCounts(checked.counts, counts)) throw new AppError('backupDamaged')
    const bytes = await disk.size(copy)
    const note = { takenAt, reason, counts, bytes }
    const { replaced: _, ...own } = space.envelope
    const envelope = seal(
      {
        ...own,
        file: 'space.db',
        fileId,
        schemaVersion: checked.schemaVersion,
        slots: portableSlots(own.slots),
        backup: note,
      },
      space.spaceKey,
    )
    await disk.writeNew(join(making, envelopeName), serialise(envelope))
    await disk.rename(making, final)
    await rotate(dependencies, space.folder)
    return { path: final, at: takenAt, reason, bytes, counts }
  } catch (error) {
    await disk.discardUnfinished(making).catch(() => undefined) // the first failure is the one to tell
    throw error
  }
}

/** Folds the journal in, counts, and copies what is then the whole database. */
async function copyQuietFile(
  { disk, patience }: SpaceDependencies,
  raw: RawDatabase,
  from: string,
  to: string,
): Promise<Counts> {
  await patiently(patience, () => foldJournal(raw))
  const counts: Record<string, number> = {}
  for (const table of await patiently(patience, () => tablesOf(raw))) {
    counts[table] = await patiently(patience, () => countTable(raw, table))
    await setImmediate() // whoever reads meanwhile does not wait for all of them
  }
  // Closing this second handle gives up, on some systems, the locks that SQLite holds on the file for this process;
  // the lock file is what keeps other processes away, and inside this one SQLite does without them.
  await disk.copyNew(from, to)
  return counts
}

function foldJournal(raw: RawDatabase): void {
  // A reader of this same thread cannot let go while SQLite waits for it: better to come back than to wait inside.
  raw.pragma('busy_timeout = 0')
  const busy = raw.pragma('wal_checkpoint(TRUNCATE)', { simple: true })
  raw.pragma('busy_timeout = 5000')
  if (busy !== 0) throw Object.assign(new Error('the journal is being read'), { code: 'EBUSY' })
}

export function sameCounts(left: CheckedCopy['counts'], right: Counts): boolean {
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...names].every((name) => left[name] === right[name])
}

async function rotate(dependencies: SpaceDependencies, folder: string): Promise<void> {
  const { disk, now } = dependencies
  for (const backup of backupsToDiscard(await listBackups(dependencies, folder), now())) {
    await disk.discardBackup(backup.path)
  }
  await discardLeftovers(disk, join(folder, backupsName))
}
