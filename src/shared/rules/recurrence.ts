import { type IsoDay, addDays, daysBetween, weekdayOf } from './days.ts'
import { type HolidayRegion, publicHolidays } from './working-days.ts'

/** Days that come back: on these weekdays (1 Monday … 7 Sunday), every so many weeks from the week of the first day. */
export interface Recurrence {
  readonly firstDay: IsoDay
  readonly everyWeeks: number
  readonly weekdays: readonly number[]
  /** So many days, holidays not counted, or until a day that is included. */
  readonly end: { readonly count: number } | { readonly day: IsoDay }
}

export interface Occurrence {
  readonly day: IsoDay
  /** A public holiday: shown, and left out. */
  readonly holiday: boolean
}

/** What a series may hold: two years of two days a week. */
export const longestSeries = 208

/** The days of a series in order, those that fall on a public holiday among them. */
export function occurrencesOf(
  { firstDay, everyWeeks, weekdays, end }: Recurrence,
  region: HolidayRegion = 'mainland',
): Occurrence[] {
  const found: Occurrence[] = []
  const days = new Set(weekdays)
  if (days.size === 0 || everyWeeks < 1) return found
  const monday = addDays(firstDay, 1 - weekdayOf(firstDay))
  let held = 0
  for (let week = 0; ; week += everyWeeks) {
    for (let weekday = 1; weekday <= 7; weekday += 1) {
      const day = addDays(monday, week * 7 + weekday - 1)
      if (day < firstDay || !days.has(weekday)) continue
      if (isOver(end, held, day) || held === longestSeries) return found
      const holiday = isHoliday(day, region)
      found.push({ day, holiday })
      if (!holiday) held += 1
    }
    // weekdays from 1 to 7 bring a day each turn; others would turn for ever
    if (found.length === 0 && week > everyWeeks) return found
  }
}

/**
 * Whole weeks between two first days, so that each day keeps its weekday: the nearest, unless the first of the
 * days would then come before the new beginning.
 */
export function weeksShift(from: IsoDay, to: IsoDay, days: readonly IsoDay[] = []): number {
  const apart = daysBetween(from, to)
  const nearest = Math.round(apart / 7) * 7
  const tooEarly = days.some((day) => day >= from && addDays(day, nearest) < to)
  return tooEarly ? nearest + 7 : nearest
}

/** A day moved so many days, then past a public holiday to the next working day. */
export function shiftedDay(day: IsoDay, shift: number, region: HolidayRegion = 'mainland'): IsoDay {
  let reached = addDays(day, shift)
  if (!isHoliday(reached, region)) return reached
  while (isHoliday(reached, region) || weekdayOf(reached) > 5) reached = addDays(reached, 1)
  return reached
}

export function isHoliday(day: IsoDay, region: HolidayRegion = 'mainland'): boolean {
  return publicHolidays(Number(day.slice(0, 4)), region).has(day)
}

function isOver(end: Recurrence['end'], held: number, day: IsoDay): boolean {
  return 'count' in end ? held >= end.count : day > end.day
}
