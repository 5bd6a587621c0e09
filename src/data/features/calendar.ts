import { AppError } from '../../shared/errors.ts'
import type { CalendarFilter, CalendarItem, calendar as contract } from '../../shared/features/calendar.ts'
import { daysBetween } from '../../shared/rules/days.ts'
import type { Handlers, ReadContext } from '../context.ts'
import { exportCalendar } from './calendar-export.ts'
import { sessionsOf, workshopsOf } from './calendar-upcoming.ts'
import { cohortDates, deadlines, dueTasks, sessions, workshops } from './calendar-items.ts'

const mostDays = 400

export const calendar: Handlers<typeof contract> = {
  async items(context, filter) {
    return calendarItems(context, filter)
  },
  async upcoming({ db, today }, { personId, limit }) {
    const found = await Promise.all([sessionsOf(db, personId, today()), workshopsOf(db, personId, today())])
    return found
      .flat()
      .sort((a, b) => orderOf(a).localeCompare(orderOf(b)))
      .slice(0, limit)
  },
  async *exportFile(job, request, signal) {
    return yield* exportCalendar(job, await calendarItems(job, request.filter), request, signal)
  },
}

/** What these days hold, in the order they are lived: what takes the day, then hour by hour. */
async function calendarItems(context: ReadContext, filter: CalendarFilter): Promise<CalendarItem[]> {
  const { from, to, kinds } = filter
  if (to < from || daysBetween(from, to) > mostDays) throw new AppError('invalid', { field: 'to' })
  const of = { db: context.db, from, to, memberId: filter.mine ? (context.member?.id ?? null) : null }
  const found = await Promise.all([
    kinds.includes('workshop') ? workshops(of) : [],
    kinds.includes('session') ? sessions(of) : [],
    kinds.includes('task') ? dueTasks(of) : [],
    kinds.includes('referralDeadline') ? deadlines(of) : [],
    kinds.includes('cohortStart') ? cohortDates(of, 'cohortStart') : [],
    kinds.includes('cohortEnd') ? cohortDates(of, 'cohortEnd') : [],
  ])
  return found.flat().sort((a, b) => orderOf(a).localeCompare(orderOf(b)))
}

function orderOf({ day, startTime, kind, title, id }: CalendarItem): string {
  return [day, startTime ?? '', kind, title ?? '', id].join(' ')
}
