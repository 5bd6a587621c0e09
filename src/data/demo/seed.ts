import { addDays } from '../../shared/rules/days.ts'
import { createPerson } from '../features/people-write.ts'
import { createReferral } from '../features/referral-create.ts'
import type { OpenDatabase } from '../open-database.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { addLandlords } from './fill-demo.ts'
import { type Estate, inventPerson, inventReferral } from './invent.ts'
import { daysAgo, olderDestinies, walk } from './referral-path.ts'
import { type SeededLife, seedLife } from './seed-life.ts'

const batch = 1000

export interface SeedCounts {
  readonly people: number
  readonly referrals: number
  /** What is measured besides lists: a cohort, a long timeline, a full day. */
  readonly life?: SeededLife
}

/** A believable base of any size, for the eye and for speed, written by what writes everyone's. */
export async function seedBase(
  database: OpenDatabase,
  counts: SeedCounts,
  onProgress: (done: number) => void,
): Promise<void> {
  const chance = chanceFrom(counts.people)
  const estate = await database.command('space.seed', (tx) => addLandlords(tx, 'association', chance))
  const known: string[] = []
  for (let from = 0; from < counts.people; from += batch) {
    await database.command('space.seed', async (tx) => {
      for (let index = from; index < Math.min(from + batch, counts.people); index += 1) {
        known.push(await createPerson(tx, inventPerson(chance, estate, tx.today(), true).person))
      }
    })
    onProgress(known.length)
  }
  await seedReferrals(database, chance, { known, estate, count: counts.referrals }, onProgress)
  if (counts.life) await seedLife(database, chance, { known, estate }, counts.life)
}

async function seedReferrals(
  database: OpenDatabase,
  chance: Chance,
  { known, estate, count }: { readonly known: readonly string[]; readonly estate: Estate[]; readonly count: number },
  onProgress: (done: number) => void,
): Promise<void> {
  for (let from = 0; from < count; from += batch) {
    await database.command('space.seed', async (tx) => {
      for (let index = from; index < Math.min(from + batch, count); index += 1) {
        const personId = known[(index * 7) % known.length]
        if (personId === undefined) continue
        const who = { personId, landlordId: chance.pick(estate).landlordId, residenceId: null }
        const destiny = olderDestinies[index % olderDestinies.length] ?? 'received'
        const began = addDays(tx.today(), -daysAgo(chance, destiny))
        const what = { kind: 'association', began, draft: false, assignedToId: null } as const
        const referral = inventReferral(chance, who, what)
        // one in four asks that the landlord be told: of what is a year old, little is still owed
        if (referral.agreement && index % 4 !== 0) referral.agreement.scope = ['contact']
        await walk(tx, chance, await createReferral(tx, referral), destiny, began)
      }
    })
    onProgress(known.length + Math.min(from + batch, count))
  }
}
