import type { RollCallPerson, RollCallSheet } from '../../shared/features/attendances.ts'
import type { ReadDb } from '../context.ts'
import { expectedOn, groupBy, marksOf, readWorkshop } from './attendance-reading.ts'
import { phonesOf } from './attendance-of-cohort.ts'

/** The whole roll call of a workshop: five questions to the base, however many people there are. */
export async function readRollCall(db: ReadDb, workshopId: string): Promise<RollCallSheet> {
  const workshop = await readWorkshop(db, workshopId)
  const [expected, marks] = await Promise.all([
    expectedPeople(db, workshop.cohortId, workshop.heldOn),
    marksOf(db, [workshopId]),
  ])
  const called = groupBy(marks, ({ personId }) => personId)
  const known = new Set(expected.map(({ personId }) => personId))
  const others = await otherPeople(
    db,
    [...called.keys()].filter((id) => !known.has(id)),
  )
  const people = [...expected, ...others].sort((a, b) => (a.sortKey < b.sortKey ? -1 : Number(a.sortKey > b.sortKey)))
  const phone = await phonesOf(
    db,
    people.map(({ personId }) => personId),
  )
  return {
    workshop,
    people: people.map(({ sortKey: _sortKey, ...person }): RollCallPerson => {
      const own = called.get(person.personId) ?? []
      return {
        ...person,
        phone: phone(person.personId),
        walkIn: own.some(({ walkIn }) => walkIn),
        marks: own.map(({ id, halfDay, state, minutes }) => ({ id, halfDay, state, minutes })),
      }
    }),
  }
}

/** Enrolments of a cohort expected at a workshop of that day, in the order of names. */
export function expectedPeople(db: ReadDb, cohortId: string, heldOn: string) {
  return db
    .selectFrom('enrolments')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .select(['enrolments.id as enrolmentId', 'people.id as personId', 'firstName', 'lastName', 'sortKey'])
    .where('enrolments.cohortId', '=', cohortId)
    .where((eb) => expectedOn(eb as never, heldOn))
    .where('people.deletedAt', 'is', null)
    .orderBy('sortKey')
    .execute()
}

/** Those who came without being expected: they walked in, or left the cohort since. */
async function otherPeople(db: ReadDb, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('people')
    .select(['id as personId', 'firstName', 'lastName', 'sortKey'])
    .where('id', 'in', ids)
    .execute()
  return rows.map((row) => ({ ...row, enrolmentId: null }))
}
