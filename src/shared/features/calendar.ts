import * as z from 'zod'
import { job, query } from '../endpoint.ts'
import { calendarKinds } from '../rules/calendar.ts'
import { ExportResult, Words } from './exports.ts'
import { IsoDate } from './people.ts'
import { Locale } from './space.ts'

/** What is shown: whose, and what of it. */
export const CalendarFilter = z.strictObject({
  from: IsoDate,
  to: IsoDate,
  /** Only what the member at the keyboard has to do. */
  mine: z.boolean(),
  kinds: z.array(z.enum(calendarKinds)),
})
export type CalendarFilter = z.infer<typeof CalendarFilter>

/** One thing of a day; without a time it takes the day. Names are data, so that an export can leave them out. */
export const CalendarItem = z.object({
  id: z.string(),
  kind: z.enum(calendarKinds),
  day: z.string(),
  startTime: z.string().nullable(),
  minutes: z.number().int().nullable(),
  title: z.string().nullable(),
  /** Of a referral: which deadline. */
  rule: z.string().nullable(),
  /** Of a task: what it asks one to do. */
  taskKind: z.string().nullable(),
  cohortName: z.string().nullable(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  memberName: z.string().nullable(),
  place: z.string().nullable(),
  link: z.string().nullable(),
  done: z.boolean(),
  cancelled: z.boolean(),
  /** The page that tells more. */
  record: z.object({ entity: z.enum(['people', 'organisations', 'referrals', 'cohorts', 'tasks']), id: z.string() }),
})
export type CalendarItem = z.infer<typeof CalendarItem>

export const CalendarExport = z.strictObject({
  filter: CalendarFilter,
  /** People by their names; by their initials otherwise. */
  names: z.boolean(),
  path: z.string(),
  locale: Locale,
  words: Words,
  recipient: z.string().trim().max(200),
  purpose: z.string().trim().max(200),
})
export type CalendarExport = z.output<typeof CalendarExport>

export const calendar = {
  items: query(CalendarFilter, z.array(CalendarItem)),
  /** What is planned for someone: their sessions, and the workshops of the cohorts they are in; the soonest first. */
  upcoming: query(
    z.strictObject({ personId: z.string(), limit: z.number().int().min(1).max(50).default(4) }),
    z.array(CalendarItem),
  ),
  /** The same things as an iCalendar file for another agenda; people by their initials unless asked otherwise. */
  exportFile: job(CalendarExport, ExportResult),
}
