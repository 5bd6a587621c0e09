import { type Expression, type SqlBool, expressionBuilder } from 'kysely'
import { type IsoDay, localDay } from '../../shared/rules/days.ts'
import type { ReadDb } from '../context.ts'
import type { Schema } from '../schema.ts'

/** Of an interaction: someone was in touch. A note is no exchange, nor is a call that nobody answered. */
export function inTouch(): Expression<SqlBool> {
  const eb = expressionBuilder<Schema, 'interactions'>()
  const answered = eb.or([eb('interactions.result', 'is', null), eb('interactions.result', '=', 'reached')])
  return eb.and([answered, eb('interactions.kind', '<>', 'note')])
}

/** Of an attendance: they came, and were seen there. */
export function came(): Expression<SqlBool> {
  return expressionBuilder<Schema, 'attendances'>()('attendances.state', 'in', ['present', 'late'])
}

/** The people asked about: as a query, so that thousands are not carried back and forth. */
type People = Expression<string>

/** The last day each was met in a session or a workshop, or was in touch; none for who never was. */
export async function lastInTouch(db: ReadDb, people: People): Promise<ReadonlyMap<string, IsoDay>> {
  const last = new Map<string, IsoDay>()
  const note = (personId: string | null, day: IsoDay) => {
    if (personId !== null && day > (last.get(personId) ?? '')) last.set(personId, day)
  }
  for (const { personId, on } of await sessions(db, people)) note(personId, on)
  for (const { personId, on } of await workshops(db, people)) note(personId, on)
  for (const { personId, at } of await exchanges(db, people)) note(personId, localDay(at))
  return last
}

function sessions(db: ReadDb, people: People) {
  return db
    .selectFrom('sessions')
    .select((eb) => ['personId', eb.fn.max('heldOn').as('on')])
    .where('state', '=', 'held')
    .where('deletedAt', 'is', null)
    .where('personId', 'in', people)
    .groupBy('personId')
    .execute()
}

function workshops(db: ReadDb, people: People) {
  return db
    .selectFrom('attendances')
    .innerJoin('workshops', 'workshops.id', 'attendances.workshopId')
    .select((eb) => ['attendances.personId', eb.fn.max('workshops.heldOn').as('on')])
    .where(came())
    .where('attendances.deletedAt', 'is', null)
    .where('attendances.personId', 'in', people)
    .groupBy('attendances.personId')
    .execute()
}

function exchanges(db: ReadDb, people: People) {
  return db
    .selectFrom('interactions')
    .select((eb) => ['personId', eb.fn.max('at').as('at')])
    .where(inTouch())
    .where('deletedAt', 'is', null)
    .where('personId', 'in', people)
    .groupBy('personId')
    .execute()
}
