import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { newestSchema } from '../../src/data/migrations.ts'
import { inventSpace } from '../../scripts/support/invented-space.ts'
import { inRoot } from '../../scripts/support/root.ts'

export const counts = {
  people: 100_000,
  referrals: 20_000,
  life: { cohort: 150, events: 400, openItems: 20_000 },
}

/** The seeded, encrypted base of the bench, made once for each way of making it: a user-data folder whose space opens without typing. */
export async function seededUserData(say: (line: string) => void): Promise<string> {
  const userData = join(
    process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
    'palier',
    'bench',
    `base-${newestSchema}-${await wayOfSeeding()}`,
  )
  const done = join(userData, 'seeded') // written last: a seeding that was stopped begins again
  if (existsSync(done)) return userData
  await rm(userData, { recursive: true, force: true })
  await mkdir(userData, { recursive: true })
  say(`seeding ${counts.people} people and ${counts.referrals} referrals, once …`)
  const start = performance.now()
  await inventSpace(
    userData,
    { folder: 'bench', organisationName: 'Base de mesure', counts },
    (rows) => rows % 10_000 === 0 && say(`  ${rows} rows`),
  )
  await writeFile(done, '')
  say(`  seeded in ${Math.round((performance.now() - start) / 1000)} s`)
  return userData
}

/** Changes with what is counted, the tables, and what invents the rows. */
async function wayOfSeeding(): Promise<string> {
  const digest = createHash('sha256').update(JSON.stringify(counts))
  for (const folder of ['migrations', 'src/data/demo'].map((path) => inRoot(path))) {
    for (const file of (await readdir(folder)).toSorted()) {
      if (!file.startsWith('fill-')) digest.update(await readFile(join(folder, file)))
    }
  }
  return digest.digest('hex').slice(0, 8)
}
