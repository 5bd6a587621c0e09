import { type IsoDay, addDays, dayOf } from './days.ts'
import { type HolidayRegion, addWorkingDays } from './working-days.ts'

/** What a task asks one to do. */
export const taskKinds = ['call', 'email', 'meeting', 'writeUp', 'followUp', 'paper', 'other'] as const
export type TaskKind = (typeof taskKinds)[number]

/** Who made it: a member, the one before it in a series, a reminder rule, the next step of a session. */
export const taskOrigins = ['member', 'recurrence', 'rule', 'session'] as const
export type TaskOrigin = (typeof taskOrigins)[number]

/** How often it comes back; `weekdays` is every working day, public holidays left out. */
export const taskRecurrences = [
  'daily',
  'weekdays',
  'weekly',
  'everyTwoWeeks',
  'everyThreeWeeks',
  'everyFourWeeks',
  'everySixWeeks',
  'everyEightWeeks',
  'monthly',
] as const
export type TaskRecurrence = (typeof taskRecurrences)[number]

const weeksBetween: Readonly<Partial<Record<TaskRecurrence, number>>> = {
  weekly: 1,
  everyTwoWeeks: 2,
  everyThreeWeeks: 3,
  everyFourWeeks: 4,
  everySixWeeks: 6,
  everyEightWeeks: 8,
}

/**
 * The day a series comes back: its first day after both the one that was due and the one it was done, so that what
 * was done late does not come back already late.
 */
export function nextDue(recurrence: TaskRecurrence, dueOn: IsoDay, doneOn: IsoDay, region: HolidayRegion): IsoDay {
  let next = stepAfter(recurrence, dueOn, region)
  while (next <= doneOn) next = stepAfter(recurrence, next, region)
  return next
}

function stepAfter(recurrence: TaskRecurrence, day: IsoDay, region: HolidayRegion): IsoDay {
  if (recurrence === 'daily') return addDays(day, 1)
  if (recurrence === 'weekdays') return addWorkingDays(day, 1, region)
  if (recurrence === 'monthly') return monthAfter(day)
  return addDays(day, 7 * (weeksBetween[recurrence] ?? 1))
}

/** The same day a month later. The last day of a month stays the last one: 31/01, 28/02, 31/03. */
function monthAfter(day: IsoDay): IsoDay {
  const [year = 1, month = 1, date = 1] = day.split('-').map(Number)
  const wasLast = addDays(day, 1).endsWith('-01')
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1]
  for (let last = wasLast ? 31 : date; last > 0; last -= 1) {
    const found = dayOf(nextYear, nextMonth, last)
    if (found !== null) return found
  }
  throw new RangeError('a task cannot be due after the year 9999')
}

/** How far a bulk postponement goes: some working days from today or from a later due day, or one day for all. */
export type Postponement = { readonly workingDays: number } | { readonly on: IsoDay }

export function postponedTo(
  dueOn: IsoDay | null,
  today: IsoDay,
  postponement: Postponement,
  region: HolidayRegion,
): IsoDay {
  if ('on' in postponement) return postponement.on
  return addWorkingDays(dueOn !== null && dueOn > today ? dueOn : today, postponement.workingDays, region)
}
