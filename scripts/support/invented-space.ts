import { join } from 'node:path'
import { type SeedCounts, seedBase } from '../../src/data/demo/seed.ts'
import { newestSchema } from '../../src/data/migrations.ts'
import { createEventBus } from '../../src/data/session/events.ts'
import { type Session, createSession } from '../../src/data/session/session.ts'
import { realDependencies } from '../../src/data/space/dependencies.ts'
import { inRoot } from './root.ts'

export interface Invented {
  /** What the space's own folder is called, among the spaces of `userData`. */
  readonly folder: string
  readonly organisationName: string
  readonly counts: SeedCounts
}

/** Makes a space of invented people in `userData`; its key lies in clear like the demo's, so it opens by itself. */
export async function inventSpace(
  userData: string,
  { folder, organisationName, counts }: Invented,
  onProgress: (rows: number) => void = () => undefined,
): Promise<void> {
  const session = sessionAt(userData)
  const wanted = { kind: 'association', organisationName, memberName: 'Essai', memberRole: '', demo: true } as const
  await session.create(join(userData, 'spaces', folder), wanted, null)
  const database = session.database()
  if (!database) throw new Error('the space that was just made is open')
  await seedBase(database, counts, onProgress)
  await session.close()
}

/** A session of the data process on the spaces of that folder, in the process that asks. */
export function sessionAt(userData: string): Session {
  return createSession({
    userData,
    resources: inRoot('resources'),
    dependencies: realDependencies({
      deviceFile: join(userData, 'device.json'),
      newestSchema,
      verifyWorker: inRoot('src/data/space/verify-worker.ts'),
      nativeBinding: undefined,
    }),
    openReader: () => Promise.reject(new Error('no foreign file is read here')),
    events: createEventBus(),
    onState: () => undefined,
  })
}
