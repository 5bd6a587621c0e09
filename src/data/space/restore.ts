import { join } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { sameCounts } from './backup.ts'
import { countRows, type Counts } from './check-copy.ts'
import { newFileId } from './create-space.ts'
import type { SpaceDependencies } from './dependencies.ts'
import { deviceFor } from './device.ts'
import { unfinishedName } from './disk.ts'
import {
  assertSealed,
  envelopeName,
  readEnvelope,
  type BackupNote,
  type Envelope,
  type ReplacedFile,
} from './envelope.ts'
import { fileKeyOf } from './keys.ts'
import { rewriteEnvelope, withDatabase, type UnlockedSpace } from './open-space.ts'
import { verifyCopy } from './verify.ts'

/** What a backup holds, read from the backup itself and not from what its envelope says. */
export interface BackupContents {
  readonly note: BackupNote
  readonly counts: Counts
  readonly lastChange: string | null
}

export async function inspectBackup(
  dependencies: SpaceDependencies,
  space: UnlockedSpace,
  backupFolder: string,
): Promise<BackupContents> {
  const { envelope, note } = await readBackup(dependencies, space, backupFolder)
  const path = join(backupFolder, envelope.file)
  const checked = await verifyCopy(dependencies, path, fileKeyOf(space.spaceKey, envelope.fileId)).catch(isDamage)
  if (!sameCounts(checked.counts, note.counts)) throw new AppError('backupDamaged')
  return { note, counts: checked.counts, lastChange: checked.lastChange }
}

/**
 * Puts a copy of the backup in the space's folder, under a new name and a new key, and then points the envelope at it:
 * that one renaming is the restore. The file it replaces stays where it was, journal included, and can be put back.
 * The database must be closed.
 */
export async function restoreBackup(
  dependencies: SpaceDependencies,
  space: UnlockedSpace,
  backupFolder: string,
): Promise<void> {
  const { disk, randomBytes } = dependencies
  const { envelope, note } = await readBackup(dependencies, space, backupFolder)
  const fileId = newFileId(dependencies)
  const file = `space-${fileId.slice(0, 8)}.db`
  const copy = unfinishedName(join(space.folder, file), randomBytes(4).toString('hex'))
  try {
    await disk.copyNew(join(backupFolder, envelope.file), copy)
    const keys = [fileKeyOf(space.spaceKey, envelope.fileId), fileKeyOf(space.spaceKey, fileId)] as const
    const checked = await verifyCopy(dependencies, copy, ...keys).catch(isDamage)
    if (!sameCounts(checked.counts, note.counts)) throw new AppError('backupDamaged')
    const set = await setAside(dependencies, space)
    await disk.rename(copy, join(space.folder, file))
    await pointAt(dependencies, space, { file, fileId, schemaVersion: checked.schemaVersion }, set)
  } catch (error) {
    await disk.discardUnfinished(copy).catch(() => undefined) // the first failure is the one to tell
    throw error
  }
}

/** The files that restores replaced, the latest first; each can be put back while it is there. */
export async function listReplaced(
  { disk }: Pick<SpaceDependencies, 'disk'>,
  { folder, envelope }: Pick<UnlockedSpace, 'folder' | 'envelope'>,
): Promise<readonly (ReplacedFile & { readonly path: string; readonly bytes: number })[]> {
  const names = new Set(await disk.list(folder))
  const present = (envelope.replaced ?? []).filter(({ file }) => names.has(file))
  return Promise.all(
    present.map(async (one) => {
      const path = join(folder, one.file)
      return { ...one, path, bytes: await disk.size(path) }
    }),
  )
}

/** Undoes a restore: the replaced file is used again, and the restored one takes its place among the replaced. */
export async function putBack(dependencies: SpaceDependencies, space: UnlockedSpace, file: string): Promise<void> {
  const chosen = (await listReplaced(dependencies, space)).find((one) => one.file === file)
  if (chosen === undefined) throw new AppError('notFound')
  const { fileId, schemaVersion } = chosen
  await pointAt(dependencies, space, { file, fileId, schemaVersion }, await setAside(dependencies, space))
}

type FileFields = Pick<Envelope, 'file' | 'fileId' | 'schemaVersion'>

async function pointAt(
  dependencies: SpaceDependencies,
  space: UnlockedSpace,
  { file, fileId, schemaVersion }: FileFields,
  aside: ReplacedFile | null,
): Promise<void> {
  const others = (space.envelope.replaced ?? []).filter((one) => one.file !== file)
  const replaced = aside === null ? others : [aside, ...others]
  const deviceId = await deviceFor(dependencies, fileId, space.folder)
  await rewriteEnvelope(dependencies, space, { file, fileId, schemaVersion, replaced, backup: undefined })
  space.deviceId = deviceId
}

/**
 * The note that lets today's file be put back. A damaged file cannot be counted, and is kept all the same; so is a
 * damaged envelope, but nothing can open the file that went with it.
 */
async function setAside(dependencies: SpaceDependencies, space: UnlockedSpace): Promise<ReplacedFile | null> {
  if (space.envelope.backup !== undefined) {
    await keepDamagedEnvelope(dependencies, space.folder)
    return null
  }
  const { file, fileId, schemaVersion } = space.envelope
  const counts = await withDatabase(dependencies, space, countRows).catch(() => ({}))
  return { file, fileId, schemaVersion, replacedAt: dependencies.now().toISOString(), counts }
}

async function keepDamagedEnvelope({ disk, randomBytes }: SpaceDependencies, folder: string): Promise<void> {
  if (!(await disk.list(folder)).includes(envelopeName)) return
  await disk.copyNew(join(folder, envelopeName), join(folder, `space-damaged-${randomBytes(4).toString('hex')}.json`))
}

async function readBackup(
  { disk, newestSchema }: SpaceDependencies,
  space: UnlockedSpace,
  folder: string,
): Promise<{ readonly envelope: Envelope; readonly note: BackupNote }> {
  const envelope = await readEnvelope(disk, folder, newestSchema)
  if (envelope.backup === undefined || envelope.spaceId !== space.envelope.spaceId) throw new AppError('notASpace')
  assertSealed(envelope, space.spaceKey)
  return { envelope, note: envelope.backup }
}

/** Whatever is wrong with a backup's file, it is the backup that is damaged, and not the space. */
function isDamage(error: unknown): never {
  const codes = ['wrongKey', 'spaceDamaged', 'notASpace']
  if (error instanceof AppError && codes.includes(error.code)) throw new AppError('backupDamaged', {}, { cause: error })
  throw error
}
