import { join, resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { checkFile, openFile, type RawDatabase } from '../database.ts'
import { countingAttempt } from './attempts.ts'
import type { SpaceDependencies } from './dependencies.ts'
import { deviceFor } from './device.ts'
import { discardLeftovers } from './disk.ts'
import { assertSealed, readEnvelope, seal, writeEnvelope, type Draft, type Envelope } from './envelope.ts'
import { fileKeyOf, isCheap, makeSlot, openSlots } from './keys.ts'
import { takeLock } from './lock-file.ts'
import { patiently } from './patience.ts'
import { parseRecoveryKey } from './recovery-key.ts'
import type { Secret, Slot, SlotKind } from './slots.ts'

/**
 * A space whose key is known and whose lock is ours; its database is opened by whoever works with it.
 * It follows the envelope on the disk: every function that rewrites one puts the new one here.
 */
export interface UnlockedSpace {
  readonly folder: string
  readonly openedWith: SlotKind
  envelope: Envelope
  deviceId: string
  /** Kept for the backups, which have keys of their own. Once closed, asking for it fails: zeros are never a key. */
  readonly spaceKey: Buffer
  readonly close: () => Promise<void>
}

/** Opens a space whose database answers. Nothing is changed, created or repaired when it does not. */
export async function openSpace(
  dependencies: SpaceDependencies,
  folder: string,
  secret: Secret,
): Promise<UnlockedSpace> {
  const space = await unlockSpace(dependencies, folder, secret)
  try {
    await checkDatabase(dependencies, space)
    return space
  } catch (error) {
    await closeSpace(space)
    throw error
  }
}

/**
 * Opens the envelope alone, for a restore when the database is damaged or gone. When the envelope is too, the one of a
 * backup stands in for it: `envelopeFrom` is that backup's folder.
 */
export async function unlockSpace(
  dependencies: SpaceDependencies,
  folder: string,
  secret: Secret,
  { envelopeFrom = folder }: { readonly envelopeFrom?: string } = {},
): Promise<UnlockedSpace> {
  const envelope = await readEnvelope(dependencies.disk, envelopeFrom, dependencies.newestSchema)
  const spaceKey = await spaceKeyFrom(dependencies, folder, envelope, secret)
  try {
    const space = await holdSpace(dependencies, folder, envelope, spaceKey, secret.kind)
    await discardLeftovers(dependencies.disk, folder).catch(() => undefined) // a folder that cannot be written still opens
    if (secret.kind === 'passphrase' && envelopeFrom === folder) await renewCheapSlot(dependencies, space, secret)
    return space
  } catch (error) {
    spaceKey.fill(0)
    throw error
  }
}

/** Takes the lock and says which device this is; the key then belongs to the space, which wipes it. */
export async function holdSpace(
  dependencies: SpaceDependencies,
  folder: string,
  envelope: Envelope,
  spaceKey: Buffer,
  openedWith: SlotKind,
): Promise<UnlockedSpace> {
  const deviceId = await deviceFor(dependencies, envelope.fileId, folder)
  const lock = await patiently(dependencies.patience, () => takeLock(dependencies, folder, deviceId))
  let closed = false
  return {
    folder: resolve(folder),
    openedWith,
    envelope,
    deviceId,
    get spaceKey() {
      if (closed) throw new AppError('locked')
      return spaceKey
    },
    async close() {
      closed = true
      spaceKey.fill(0)
      await lock.release()
    },
  }
}

/** Wipes the key, then gives the lock back. The database must be closed already; a backup under way gives up. */
export async function closeSpace(space: UnlockedSpace): Promise<void> {
  await space.close()
}

/** The right secret for this envelope gives the key; a wrong one counts, and makes the next one wait. */
export async function spaceKeyFrom(
  dependencies: SpaceDependencies,
  folder: string,
  envelope: Envelope,
  secret: Secret,
): Promise<Buffer> {
  const guess = () => openSlots(envelope.spaceId, envelope.slots, secret)
  const spaceKey = await (isGuessable(secret) ? countingAttempt(dependencies, folder, guess) : guess())
  try {
    assertSealed(envelope, spaceKey)
    return spaceKey
  } catch (error) {
    spaceKey.fill(0)
    throw error
  }
}

/** A recovery key that cannot be one is a slip, and teaches nothing to anybody: it is said at once and not counted. */
function isGuessable(secret: Secret): boolean {
  if (secret.kind === 'recovery') parseRecoveryKey(secret.recoveryKey).fill(0)
  return secret.kind === 'passphrase' || secret.kind === 'recovery'
}

export function databasePath(space: Pick<UnlockedSpace, 'folder' | 'envelope'>): string {
  return join(space.folder, space.envelope.file)
}

/** The key of the space's database file; the caller wipes it. */
export function databaseKey(space: Pick<UnlockedSpace, 'spaceKey' | 'envelope'>): Buffer {
  return fileKeyOf(space.spaceKey, space.envelope.fileId)
}

export async function checkDatabase(dependencies: SpaceDependencies, space: UnlockedSpace): Promise<void> {
  const { newestSchema, nativeBinding, patience } = dependencies
  const fileKey = databaseKey(space)
  try {
    await patiently(patience, () => checkFile({ path: databasePath(space), fileKey, newestSchema, nativeBinding }))
  } catch (error) {
    throw missingIsDamage(error)
  } finally {
    fileKey.fill(0)
  }
}

/** The envelope is there and opens: then a database that is not, is lost, and not merely elsewhere. */
function missingIsDamage(error: unknown): unknown {
  if (error instanceof AppError && error.code === 'notASpace') return new AppError('spaceDamaged', {}, { cause: error })
  return error
}

/** Works on the database of a space that nobody has open. */
export async function withDatabase<Value>(
  dependencies: SpaceDependencies,
  space: UnlockedSpace,
  work: (raw: RawDatabase) => Value | Promise<Value>,
): Promise<Value> {
  const { newestSchema, nativeBinding, patience } = dependencies
  const fileKey = databaseKey(space)
  const raw = await patiently(patience, () =>
    openFile({ path: databasePath(space), fileKey, mode: 'write', newestSchema, nativeBinding }),
  ).finally(() => fileKey.fill(0))
  try {
    return await work(raw)
  } finally {
    raw.close()
  }
}

/** Says the new version before the migration writes it: an older application then refuses without touching anything. */
export async function announceSchema(
  dependencies: SpaceDependencies,
  space: UnlockedSpace,
  schemaVersion: number,
): Promise<void> {
  if (space.envelope.schemaVersion === schemaVersion) return
  await rewriteEnvelope(dependencies, space, { schemaVersion })
}

/** Seals and writes the envelope with these fields changed; the space follows only once it is on the disk. */
export async function rewriteEnvelope(
  dependencies: SpaceDependencies,
  space: UnlockedSpace,
  changed: Partial<Draft>,
): Promise<void> {
  const next = seal({ ...space.envelope, ...changed }, space.spaceKey)
  await writeEnvelope(dependencies, space.folder, next)
  space.envelope = next
}

/** While the passphrase is at hand, a slot made at an older, lower cost is made again at today's. */
async function renewCheapSlot(
  dependencies: SpaceDependencies,
  space: UnlockedSpace,
  { passphrase }: { readonly passphrase: string },
): Promise<void> {
  const { spaceId, slots } = space.envelope
  const { cost, randomBytes } = dependencies
  if (!slots.some((slot) => isCheap(slot, cost))) return
  const made = await makeSlot(randomBytes, spaceId, space.spaceKey, { kind: 'passphrase', passphrase, cost })
  try {
    await rewriteEnvelope(dependencies, space, { slots: withSlot(slots, made) })
  } catch {
    // The old slot still opens; the next unlocking tries again.
  }
}

/** A space has at most one slot of each kind. */
export function withSlot(slots: readonly Slot[], made: Slot): Slot[] {
  return [...slots.filter((slot) => slot.kind !== made.kind), made]
}
