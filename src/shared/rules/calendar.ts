import { type IsoDay, addDays, dayOf, daysBetween, weekdayOf } from './days.ts'
import { type HolidayRegion, easterSunday, publicHolidays } from './working-days.ts'

/** What a calendar shows. */
export const calendarKinds = ['workshop', 'session', 'task', 'referralDeadline', 'cohortStart', 'cohortEnd'] as const
export type CalendarKind = (typeof calendarKinds)[number]

/** How much of it at once. */
export const calendarSpans = ['day', 'week', 'month'] as const
export type CalendarSpan = (typeof calendarSpans)[number]

/** French weeks begin on Monday. */
export function mondayOf(day: IsoDay): IsoDay {
  return addDays(day, 1 - weekdayOf(day))
}

/** The days on screen: a month shows whole weeks, hence some days of the months around it. */
export function daysShown(span: CalendarSpan, day: IsoDay): readonly IsoDay[] {
  if (span === 'day') return [day]
  if (span === 'week') return daysFrom(mondayOf(day), 7)
  const first = mondayOf(`${day.slice(0, 8)}01`)
  const last = addDays(mondayOf(lastOfMonth(day)), 6)
  return daysFrom(first, daysBetween(first, last) + 1)
}

/** The same day, one step later or earlier; the 31st of a month goes to the last day of a shorter one. */
export function movedBy(span: CalendarSpan, day: IsoDay, step: 1 | -1): IsoDay {
  if (span !== 'month') return addDays(day, span === 'day' ? step : 7 * step)
  const other = step === 1 ? addDays(lastOfMonth(day), 1) : addDays(`${day.slice(0, 8)}01`, -1)
  const last = lastOfMonth(other)
  const wanted = `${other.slice(0, 8)}${day.slice(8)}`
  return wanted > last ? last : wanted
}

/** The number of a week as calendars in France print it (ISO 8601): the week that holds a year's first Thursday is its first. */
export function weekNumberOf(day: IsoDay): number {
  const thursday = addDays(mondayOf(day), 3)
  return Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7) + 1
}

function daysFrom(first: IsoDay, count: number): IsoDay[] {
  return Array.from({ length: count }, (_, index) => addDays(first, index))
}

function lastOfMonth(day: IsoDay): IsoDay {
  const [year = 1, month = 1] = day.split('-').map(Number)
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)
  if (next === null) throw new RangeError('the calendar ends with the year 9999')
  return addDays(next, -1)
}

export const publicHolidayNames = [
  'newYear',
  'goodFriday',
  'easterMonday',
  'labourDay',
  'victory1945',
  'ascension',
  'whitMonday',
  'abolition',
  'nationalDay',
  'assumption',
  'allSaints',
  'armistice',
  'christmas',
  'saintStephen',
] as const
export type PublicHolidayName = (typeof publicHolidayNames)[number]

const fixedNames: Readonly<Record<string, PublicHolidayName>> = {
  '01-01': 'newYear',
  '05-01': 'labourDay',
  '05-08': 'victory1945',
  '07-14': 'nationalDay',
  '08-15': 'assumption',
  '11-01': 'allSaints',
  '11-11': 'armistice',
  '12-25': 'christmas',
  '12-26': 'saintStephen',
}
const namesAfterEaster: Readonly<Record<number, PublicHolidayName>> = {
  [-2]: 'goodFriday',
  1: 'easterMonday',
  39: 'ascension',
  50: 'whitMonday',
}

/** What is kept on a day; null on any other. The days an overseas territory keeps for itself are those of the abolition. */
export function publicHolidayOn(day: IsoDay, region: HolidayRegion): PublicHolidayName | null {
  const year = Number(day.slice(0, 4))
  if (!publicHolidays(year, region).has(day)) return null
  return fixedNames[day.slice(5)] ?? namesAfterEaster[daysBetween(easterSunday(year), day)] ?? 'abolition'
}
