import { AppError } from '../../shared/errors.ts'
import { backupsTurn, listBackups } from './backup-list.ts'
import type { SpaceDependencies } from './dependencies.ts'
import { assertSealed, readEnvelope, seal, writeEnvelope } from './envelope.ts'
import { inTurn } from './in-turn.ts'
import { makeSlot, type NewSlot } from './keys.ts'
import { rewriteEnvelope, spaceKeyFrom, withSlot, type UnlockedSpace } from './open-space.ts'
import { formatRecoveryKey, recoverySecretBytes } from './recovery-key.ts'
import { portableSlots, type Slot } from './slots.ts'

/** Asks for the passphrase again, before what it should protect; a wrong one counts as at the door. */
export async function confirmPassphrase(
  dependencies: SpaceDependencies,
  space: UnlockedSpace,
  passphrase: string,
): Promise<void> {
  const secret = { kind: 'passphrase', passphrase } as const
  const spaceKey = await spaceKeyFrom(dependencies, space.folder, space.envelope, secret)
  spaceKey.fill(0)
}

/**
 * The space key stays the same: only its slot is made anew, in one renaming, so a crash leaves the old passphrase or
 * the new one. Without `current`, the space must have been opened with the recovery key.
 */
export async function changePassphrase(
  dependencies: SpaceDependencies,
  space: UnlockedSpace,
  { current, next }: { readonly current: string | null; readonly next: string },
): Promise<void> {
  if (next === '') throw new AppError('invalid', { field: 'next' })
  if (current !== null) await confirmPassphrase(dependencies, space, current)
  else if (space.openedWith !== 'recovery') throw new AppError('wrongPassphrase')
  await replaceSlot(dependencies, space, { kind: 'passphrase', passphrase: next, cost: dependencies.cost })
}

/** A new recovery key, to be shown once; the former kit opens nothing any more. */
export async function renewRecoveryKey(
  dependencies: SpaceDependencies,
  space: UnlockedSpace,
  passphrase: string,
): Promise<string> {
  await confirmPassphrase(dependencies, space, passphrase)
  const secret = dependencies.randomBytes(recoverySecretBytes)
  await replaceSlot(dependencies, space, { kind: 'recovery', secret })
  const recoveryKey = formatRecoveryKey(secret)
  secret.fill(0)
  return recoveryKey
}

/** Lets the system's keychain open the space, or no longer (null). The passphrase and the recovery key stay. */
export async function setKeychainKey(
  dependencies: SpaceDependencies,
  space: UnlockedSpace,
  wrappingKey: Buffer | null,
): Promise<void> {
  if (space.envelope.demo) throw new AppError('invalid')
  if (wrappingKey !== null) await replaceSlot(dependencies, space, { kind: 'keychain', wrappingKey })
  else
    await writeSlots(
      dependencies,
      space,
      space.envelope.slots.filter((slot) => slot.kind !== 'keychain'),
    )
}

async function replaceSlot(dependencies: SpaceDependencies, space: UnlockedSpace, wanted: NewSlot): Promise<void> {
  if (space.envelope.demo) throw new AppError('invalid') // its key is in clear: a passphrase would promise something
  const made = await makeSlot(dependencies.randomBytes, space.envelope.spaceId, space.spaceKey, wanted)
  await writeSlots(dependencies, space, withSlot(space.envelope.slots, made))
}

/** The backups follow: a passphrase that was given up must not open last week's file. */
async function writeSlots(dependencies: SpaceDependencies, space: UnlockedSpace, slots: Slot[]): Promise<void> {
  await rewriteEnvelope(dependencies, space, { slots })
  await inTurn(backupsTurn(space.folder), () => giveSlotsToBackups(dependencies, space, portableSlots(slots)))
}

async function giveSlotsToBackups(dependencies: SpaceDependencies, space: UnlockedSpace, slots: Slot[]): Promise<void> {
  for (const backup of await listBackups(dependencies, space.folder)) {
    const envelope = await readEnvelope(dependencies.disk, backup.path, dependencies.newestSchema)
    assertSealed(envelope, space.spaceKey)
    await writeEnvelope(dependencies, backup.path, seal({ ...envelope, slots }, space.spaceKey))
  }
}
