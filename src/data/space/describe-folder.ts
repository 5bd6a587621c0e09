import { AppError } from '../../shared/errors.ts'
import { secondsToWait } from './attempts.ts'
import type { SpaceDependencies } from './dependencies.ts'
import { envelopeName, readEnvelope, type Envelope } from './envelope.ts'
import { lockedBy } from './lock-file.ts'
import type { SlotKind } from './slots.ts'

/** What a folder is, as far as can be told without a key, and without changing anything in it. */
export type FolderDescription =
  | { readonly state: 'empty' | 'foreign' | 'damaged' | 'fromFuture' }
  | {
      readonly state: 'space' | 'backup'
      readonly spaceId: string
      readonly name: string
      readonly kind: Envelope['kind']
      readonly demo: boolean
      /** When the backup was made; null for a space. */
      readonly at: string | null
      readonly databasePresent: boolean
      readonly opensWith: readonly SlotKind[]
      readonly lockedBy: string | null
      readonly waitSeconds: number
    }

export async function describeFolder(dependencies: SpaceDependencies, folder: string): Promise<FolderDescription> {
  const names = await dependencies.disk.list(folder)
  if (!names.includes(envelopeName)) return { state: names.length === 0 ? 'empty' : 'foreign' }
  try {
    const envelope = await readEnvelope(dependencies.disk, folder, dependencies.newestSchema)
    return {
      state: envelope.backup === undefined ? 'space' : 'backup',
      spaceId: envelope.spaceId,
      name: envelope.name,
      kind: envelope.kind,
      demo: envelope.demo,
      at: envelope.backup?.takenAt ?? null,
      databasePresent: names.includes(envelope.file),
      opensWith: envelope.slots.map((slot) => slot.kind),
      lockedBy: await lockedBy(dependencies, folder),
      waitSeconds: await secondsToWait(dependencies, folder),
    }
  } catch (error) {
    if (error instanceof AppError && error.code === 'spaceFromFuture') return { state: 'fromFuture' }
    if (error instanceof AppError && error.code === 'spaceDamaged') return { state: 'damaged' }
    throw error
  }
}
