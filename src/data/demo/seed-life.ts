import { createPerson } from '../features/people-write.ts'
import type { OpenDatabase } from '../open-database.ts'
import type { Chance } from './chance.ts'
import { type Estate, inventPerson } from './invent.ts'
import { seedCohort } from './seed-cohort.ts'
import { seedDay } from './seed-day.ts'
import { keepPaper } from './seed-paper.ts'
import { fillTimeline } from './seed-timeline.ts'

/** What a base holds that is measured on more than its lists. */
export interface SeededLife {
  /** People of one cohort, called at each of its workshops. */
  readonly cohort: number
  /** On the timeline of one of them, whatever the axis. */
  readonly events: number
  /** Lines of the day, everyone's. */
  readonly openItems: number
}

/** Whose timeline is the long one, and where they are called: a measure finds them by their names. */
export const longest = { firstName: 'Honorine', lastName: 'Quatre-Saisons' }
export const called = 'Promotion de mesure'

export interface Seeded {
  readonly known: readonly string[]
  readonly estate: readonly Estate[]
}

export async function seedLife(
  database: OpenDatabase,
  chance: Chance,
  { known, estate }: Seeded,
  { cohort, events, openItems }: SeededLife,
): Promise<void> {
  const paper = await keepPaper(database)
  await database.command('space.seed', async (tx) => {
    const invented = inventPerson(chance, estate, tx.today()).person
    const personId = await createPerson(tx, { ...invented, ...longest })
    await seedCohort(tx, chance, { name: called, people: [personId, ...known.slice(0, cohort - 1)] })
    const landlordId = chance.pick(estate).landlordId
    await fillTimeline(tx, chance, { personId, landlordId, paper }, events)
  })
  await seedDay(database, chance, { people: known.slice(cohort - 1), paper }, openItems)
}
