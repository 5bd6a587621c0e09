import { people } from '../features/people.ts'
import { referrals } from '../features/referrals.ts'
import type { OpenDatabase } from '../open-database.ts'
import { chanceFrom } from './chance.ts'
import { addDays } from '../../shared/rules/days.ts'
import { addLandlords } from './fill-demo.ts'
import { inventPerson, inventReferral } from './invent.ts'
import { daysAgo, olderDestinies, walk } from './referral-path.ts'

const batch = 1000

/** A believable base of any size, for the eye and for speed, written through the handlers as everyone's is. */
export async function seedBase(
  database: OpenDatabase,
  counts: { readonly people: number; readonly referrals: number },
  onProgress: (done: number) => void,
): Promise<void> {
  const chance = chanceFrom(counts.people)
  const estate = await database.command('space.seed', (tx) => addLandlords(tx, 'association', chance))
  const known: string[] = []
  for (let from = 0; from < counts.people; from += batch) {
    await database.command('space.seed', async (tx) => {
      for (let index = from; index < Math.min(from + batch, counts.people); index += 1) {
        known.push((await people.create(tx, inventPerson(chance, estate, tx.today(), true).person)).id)
      }
    })
    onProgress(known.length)
  }
  for (let from = 0; from < counts.referrals; from += batch) {
    await database.command('space.seed', async (tx) => {
      for (let index = from; index < Math.min(from + batch, counts.referrals); index += 1) {
        const personId = known[(index * 7) % known.length]
        if (personId === undefined) continue
        const who = { personId, landlordId: chance.pick(estate).landlordId, residenceId: null }
        const destiny = olderDestinies[index % olderDestinies.length] ?? 'received'
        const began = addDays(tx.today(), -daysAgo(chance, destiny))
        const what = { kind: 'association', began, draft: false, assignedToId: null } as const
        const { id } = await referrals.create(tx, inventReferral(chance, who, what))
        await walk(tx, chance, id, destiny, began)
      }
    })
    onProgress(known.length + Math.min(from + batch, counts.referrals))
  }
}
