import type { CalendarItem } from '../../shared/features/calendar.ts'
import type { ReadDb } from '../context.ts'
import { sessionRows, toSession, toWorkshop, workshopRows } from './calendar-items.ts'

/** The sessions planned with someone, from a day on. */
export async function sessionsOf(db: ReadDb, personId: string, from: string): Promise<CalendarItem[]> {
  const rows = await sessionRows(db)
    .where('sessions.personId', '=', personId)
    .where('sessions.heldOn', '>=', from)
    .where('sessions.state', '=', 'planned')
    .execute()
  return rows.map(toSession)
}

/** The workshops to come of the cohorts someone is in; one that was left, or never entered, concerns them no more. */
export async function workshopsOf(db: ReadDb, personId: string, from: string): Promise<CalendarItem[]> {
  const rows = await workshopRows(db)
    .where('workshops.heldOn', '>=', from)
    .where('workshops.cancelledOn', 'is', null)
    .where('workshops.cohortId', 'in', (eb) =>
      eb
        .selectFrom('enrolments')
        .select('enrolments.cohortId')
        .where('enrolments.personId', '=', personId)
        .where('enrolments.enrolledOn', 'is not', null)
        .where('enrolments.endedOn', 'is', null)
        .where('enrolments.deletedAt', 'is', null),
    )
    .execute()
  return rows.map(toWorkshop)
}
