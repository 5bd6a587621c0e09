import { join, resolve } from 'node:path'
import { AppError } from '../../shared/errors.ts'
import { buildFolder, newFileId, refuseUnfitFolder } from './create-space.ts'
import type { SpaceDependencies } from './dependencies.ts'
import { readEnvelope, seal } from './envelope.ts'
import { fileKeyOf, makeSlot } from './keys.ts'
import { lockedBy } from './lock-file.ts'
import { holdSpace, spaceKeyFrom, withSlot, type UnlockedSpace } from './open-space.ts'
import { portableSlots, type Secret } from './slots.ts'
import { verifyCopy } from './verify.ts'

export interface Newcomer {
  /** A space folder or a backup, on a stick or copied from another computer; nothing in it changes but the count of guesses. */
  readonly source: string
  readonly folder: string
  readonly secret: Secret
  /** Replaces the passphrase, for whoever came in with the recovery key. */
  readonly newPassphrase: string | null
}

/** Makes one's space live here: a checked copy, with a key and a device of its own. */
export async function openFromElsewhere(dependencies: SpaceDependencies, newcomer: Newcomer): Promise<UnlockedSpace> {
  const { disk, newestSchema, randomBytes, cost } = dependencies
  const [source, folder] = [resolve(newcomer.source), resolve(newcomer.folder)]
  await refuseUnfitFolder(dependencies, folder)
  const original = await readEnvelope(disk, source, newestSchema)
  const host = await lockedBy(dependencies, source)
  if (host === dependencies.host) throw new AppError('spaceLocked', { host }) // it is being written at this moment
  const spaceKey = await spaceKeyFrom(dependencies, source, original, newcomer.secret)
  try {
    const { backup: _, replaced: __, ...kept } = original
    const passphrase = newcomer.newPassphrase
    const slots = portableSlots(original.slots)
    const made =
      passphrase === null
        ? slots
        : withSlot(
            slots,
            await makeSlot(randomBytes, original.spaceId, spaceKey, { kind: 'passphrase', passphrase, cost }),
          )
    const fileId = newFileId(dependencies)
    const envelope = seal({ ...kept, slots: made, file: 'space.db', fileId }, spaceKey)
    await buildFolder(dependencies, folder, envelope, async (path) => {
      await disk.copyNew(join(source, original.file), path)
      const journal = `${original.file}-wal`
      if ((await disk.list(source)).includes(journal)) await disk.copyNew(join(source, journal), `${path}-wal`)
      await verifyCopy(dependencies, path, fileKeyOf(spaceKey, original.fileId), fileKeyOf(spaceKey, fileId))
    })
    return await holdSpace(dependencies, folder, envelope, spaceKey, newcomer.secret.kind)
  } catch (error) {
    spaceKey.fill(0)
    throw error
  }
}
