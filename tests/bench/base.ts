import { existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { seedBase } from '../../src/data/demo/seed.ts'
import { newestSchema } from '../../src/data/migrations.ts'
import { type Session, createSession } from '../../src/data/session/session.ts'
import { createEventBus } from '../../src/data/session/events.ts'
import { realDependencies } from '../../src/data/space/dependencies.ts'
import { inRoot } from '../../scripts/support/root.ts'

export const counts = { people: 100_000, referrals: 20_000 }

/** The seeded, encrypted base of the bench, made once for each version of the schema: a user-data folder whose space opens without typing. */
export async function seededUserData(say: (line: string) => void): Promise<string> {
  const userData = join(
    process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
    'palier',
    'bench',
    `base-${newestSchema}-${counts.people}`,
  )
  const done = join(userData, 'spaces.json')
  if (existsSync(done)) return userData
  await rm(userData, { recursive: true, force: true })
  await mkdir(userData, { recursive: true })
  say(`seeding ${counts.people} people and ${counts.referrals} referrals, once …`)
  const session = sessionAt(userData)
  const wanted = {
    kind: 'association',
    organisationName: 'Base de mesure',
    memberName: 'Mesure',
    memberRole: '',
    demo: true,
  } as const
  await session.create(join(userData, 'spaces', 'bench'), wanted, null)
  const database = session.database()
  if (!database) throw new Error('the space that was just made is open')
  await seedBase(database, counts, (rows) => rows % 10_000 === 0 && say(`  ${rows} rows`))
  await session.close()
  return userData
}

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
    openReader: () => Promise.reject(new Error('the bench reads no foreign file')),
    events: createEventBus(),
    onState: () => undefined,
  })
}
