import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import type { SpaceKind } from '../../shared/rules/values.ts'
import type { SpaceDependencies } from './dependencies.ts'
import { deviceFor } from './device.ts'
import { unfinishedName } from './disk.ts'
import { envelopeName, seal, serialise, type Envelope } from './envelope.ts'
import { fileKeyOf, keyBytes, makeSlot, type NewSlot } from './keys.ts'
import { holdSpace, type UnlockedSpace } from './open-space.ts'
import { formatRecoveryKey, recoverySecretBytes } from './recovery-key.ts'
import type { Slot } from './slots.ts'

export interface NewSpace {
  /** A folder that is not there, or is empty. */
  readonly folder: string
  readonly name: string
  readonly kind: SpaceKind
  /** The demo space has no passphrase: its key lies in its envelope in clear. It holds invented people only. */
  readonly passphrase: string | null
  /** Creates the database at `path`, fills it and closes it; nothing is kept if it fails. */
  readonly initialise: (file: NewFile) => Promise<void>
}

export interface NewFile {
  readonly path: string
  /** Wiped when `initialise` returns. */
  readonly fileKey: Buffer
  readonly deviceId: string
}

export interface CreatedSpace {
  readonly space: UnlockedSpace
  /** To be shown once, and kept nowhere; the demo space has none. */
  readonly recoveryKey: string | null
}

/** Makes a whole space beside its place, then puts it there in one step: there is never half of one. */
export async function createSpace(dependencies: SpaceDependencies, wanted: NewSpace): Promise<CreatedSpace> {
  const folder = resolve(wanted.folder)
  const spaceKey = dependencies.randomBytes(keyBytes)
  const spaceId = dependencies.newId()
  try {
    await refuseUnfitFolder(dependencies, folder)
    const { slots, recoveryKey } = await firstSlots(dependencies, spaceId, spaceKey, wanted.passphrase)
    const envelope = seal(
      {
        format: 1,
        spaceId,
        name: wanted.name,
        kind: wanted.kind,
        demo: wanted.passphrase === null,
        createdAt: dependencies.now().toISOString(),
        file: 'space.db',
        fileId: newFileId(dependencies),
        schemaVersion: dependencies.newestSchema,
        slots,
      },
      spaceKey,
    )
    await buildFolder(dependencies, folder, envelope, async (path) => {
      const fileKey = fileKeyOf(spaceKey, envelope.fileId)
      const deviceId = await deviceFor(dependencies, envelope.fileId, folder)
      await wanted.initialise({ path, fileKey, deviceId }).finally(() => fileKey.fill(0))
    })
    const openedWith = wanted.passphrase === null ? 'clear' : 'passphrase'
    return { space: await holdSpace(dependencies, folder, envelope, spaceKey, openedWith), recoveryKey }
  } catch (error) {
    spaceKey.fill(0)
    throw error
  }
}

export function newFileId({ randomBytes }: Pick<SpaceDependencies, 'randomBytes'>): string {
  return randomBytes(16).toString('hex')
}

/** A space is put only where nothing is yet, and where the disk keeps its promises. */
export async function refuseUnfitFolder({ disk, judge }: SpaceDependencies, folder: string): Promise<void> {
  const verdict = await judge(folder)
  if (!verdict.fit) {
    throw new AppError(verdict.reason === 'network' ? 'networkFolder' : 'syncFolder', { folder, what: verdict.what })
  }
  if ((await disk.list(folder)).length > 0) throw new AppError('folderNotEmpty', { folder })
}

/** Writes the envelope, then the database (by `fill`), in a folder beside the final one, and renames it. */
export async function buildFolder(
  { disk, randomBytes }: SpaceDependencies,
  folder: string,
  envelope: Envelope,
  fill: (databasePath: string) => Promise<void>,
): Promise<void> {
  await disk.makeFolder(dirname(folder))
  const building = unfinishedName(folder, randomBytes(4).toString('hex'))
  await disk.makeFolder(building)
  try {
    await disk.writeNew(join(building, envelopeName), serialise(envelope))
    await fill(join(building, envelope.file))
    if ((await disk.list(dirname(folder))).includes(basename(folder))) await disk.removeEmptyFolder(folder)
    await disk.rename(building, folder)
  } catch (error) {
    await disk.discardUnfinished(building).catch(() => undefined) // the first failure is the one to tell
    throw error
  }
}

async function firstSlots(
  { randomBytes, cost }: SpaceDependencies,
  spaceId: string,
  spaceKey: Buffer,
  passphrase: string | null,
): Promise<{ readonly slots: Slot[]; readonly recoveryKey: string | null }> {
  const make = (slot: NewSlot) => makeSlot(randomBytes, spaceId, spaceKey, slot)
  if (passphrase === null) return { slots: [await make({ kind: 'clear' })], recoveryKey: null }
  const secret = randomBytes(recoverySecretBytes)
  const slots = [await make({ kind: 'passphrase', passphrase, cost }), await make({ kind: 'recovery', secret })]
  const recoveryKey = formatRecoveryKey(secret)
  secret.fill(0)
  return { slots, recoveryKey }
}
