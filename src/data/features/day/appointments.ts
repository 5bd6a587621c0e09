import type { Appointment } from '../../../shared/features/day.ts'
import { displayName } from '../../../shared/rules/fold.ts'
import type { ReadContext } from '../../context.ts'
import type { Who } from './queue.ts'
import { isWanted } from './source.ts'

/** The workshops and planned sessions of today, by hour. */
export async function appointmentsOf({ db, member, today }: ReadContext, who: Who): Promise<Appointment[]> {
  const mine = who === 'mine' ? (member?.id ?? '') : null
  const workshops = await db
    .selectFrom('workshops')
    .innerJoin('cohorts', 'cohorts.id', 'workshops.cohortId')
    .select(['workshops.id', 'workshops.title', 'workshops.startTime', 'workshops.place'])
    .where('workshops.heldOn', '=', today())
    .where('workshops.cancelledOn', 'is', null)
    .where('workshops.deletedAt', 'is', null)
    .where('cohorts.deletedAt', 'is', null)
    .where((eb) => isWanted(eb.ref('cohorts.coordinatorId'), mine))
    .execute()
  const sessions = await db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.personId')
    .select(['sessions.id', 'sessions.personId', 'sessions.startTime', 'sessions.place', 'lastName', 'firstName'])
    .where('sessions.state', '=', 'planned')
    .where('sessions.heldOn', '=', today())
    .where('sessions.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .where((eb) => isWanted(eb.ref('sessions.coachId'), mine))
    .execute()
  const all: Appointment[] = [
    ...workshops.map(({ id, title, startTime, place }) => ({
      id,
      kind: 'workshop' as const,
      time: startTime,
      title,
      place,
      opens: { entity: 'workshops' as const, id },
    })),
    ...sessions.map(({ id, personId, startTime, place, lastName, firstName }) => ({
      id,
      kind: 'session' as const,
      time: startTime,
      title: displayName(lastName, firstName),
      place,
      opens: { entity: 'people' as const, id: personId },
    })),
  ]
  return all.sort((a, b) => (a.time ?? '').localeCompare(b.time ?? ''))
}
