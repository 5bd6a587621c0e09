import type { Rate } from './attendance.ts'

export const hourKinds = ['individual', 'group'] as const
export type HourKind = (typeof hourKinds)[number]

export interface FundedShare {
  readonly fundedActionId: string
  /** In percent. */
  readonly share: number
}

export interface FundedMinutes {
  readonly fundedActionId: string
  readonly minutes: number
}

export interface Split {
  readonly funded: readonly FundedMinutes[]
  /** What no funder pays for. */
  readonly own: number
}

/**
 * The minutes of one hour of work among its funders: each minute is counted once, and together never more than
 * there are. Rounding is carried from one to the next, so that shares of 100 % give back every minute.
 */
export function splitMinutes(minutes: number, shares: readonly FundedShare[]): Split {
  let percent = 0
  let given = 0
  const funded = shares.map(({ fundedActionId, share }) => {
    percent = Math.min(100, percent + share)
    const upTo = Math.round((minutes * percent) / 100)
    const part = upTo - given
    given = upTo
    return { fundedActionId, minutes: part }
  })
  return { funded, own: minutes - given }
}

/** One thing that was attended, by one person. */
export interface HourLine {
  readonly kind: HourKind
  /** The session, or the workshop and half-day: counted once a person. */
  readonly sourceId: string
  readonly personId: string
  readonly coachId: string | null
  readonly workshopId: string | null
  readonly heldOn: string
  readonly minutes: number
  /** For a workshop: its sheet has both signatures. */
  readonly proven: boolean
  readonly shares: readonly FundedShare[]
}

export interface HourTotals {
  readonly individual: number
  readonly group: number
}

/** The totals of lines by what they are grouped under; a line under null is left out. */
export function totalsBy(
  lines: readonly HourLine[],
  key: (line: HourLine) => string | null,
): ReadonlyMap<string, HourTotals> {
  const found = new Map<string, { individual: number; group: number }>()
  for (const line of onceEach(lines)) {
    const under = key(line)
    if (under === null) continue
    const totals = found.get(under) ?? { individual: 0, group: 0 }
    totals[line.kind] += line.minutes
    found.set(under, totals)
  }
  return found
}

/** The minutes of each funded action, and those that none pays for. Each minute goes to one place. */
export function totalsByFunding(lines: readonly HourLine[]): {
  readonly funded: ReadonlyMap<string, HourTotals>
  readonly own: HourTotals
} {
  const funded = new Map<string, { individual: number; group: number }>()
  const own = { individual: 0, group: 0 }
  for (const line of onceEach(lines)) {
    const split = splitMinutes(line.minutes, line.shares)
    own[line.kind] += split.own
    for (const { fundedActionId, minutes } of split.funded) {
      const totals = funded.get(fundedActionId) ?? { individual: 0, group: 0 }
      totals[line.kind] += minutes
      funded.set(fundedActionId, totals)
    }
  }
  return { funded, own }
}

/** A person is counted once for what they attended, however many times it was read. */
export function onceEach(lines: readonly HourLine[]): readonly HourLine[] {
  const seen = new Map(lines.map((line) => [`${line.kind} ${line.sourceId} ${line.personId}`, line]))
  return [...seen.values()]
}

export function sumOf(lines: readonly HourLine[], kind: HourKind): number {
  return onceEach(lines)
    .filter((line) => line.kind === kind)
    .reduce((total, { minutes }) => total + minutes, 0)
}

/**
 * D2: the group hours proved by a sheet with both signatures, over the group hours attended. An individual session
 * has no sheet, and is left out of both.
 */
export function provenRate(lines: readonly HourLine[]): Rate {
  const group = onceEach(lines).filter(({ kind }) => kind === 'group')
  const sum = (some: readonly HourLine[]) => some.reduce((total, { minutes }) => total + minutes, 0)
  return { numerator: sum(group.filter(({ proven }) => proven)), denominator: sum(group) }
}

/** The people who had hours, whatever their kind: what D1 is divided by. */
export function peopleIn(lines: readonly HourLine[]): number {
  return new Set(lines.filter(({ minutes }) => minutes > 0).map(({ personId }) => personId)).size
}

export interface CohortEnd {
  /** Entered the cohort. */
  readonly entered: boolean
  readonly completed: boolean
  readonly droppedOut: boolean
}

/** D4 and D5: exits that completed, and exits that gave up, over those who entered cohorts that ended. */
export function exitRates(enrolments: readonly CohortEnd[]): { readonly completed: Rate; readonly droppedOut: Rate } {
  const entered = enrolments.filter((enrolment) => enrolment.entered)
  const over = (count: number): Rate => ({ numerator: count, denominator: entered.length })
  return {
    completed: over(entered.filter(({ completed }) => completed).length),
    droppedOut: over(entered.filter(({ completed, droppedOut }) => droppedOut && !completed).length),
  }
}

/** `2026-11`, of a day. */
export function monthOf(day: string): string {
  return day.slice(0, 7)
}

/** First and last day of a month. */
export function daysOfMonth(month: string): { readonly from: string; readonly to: string } {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` }
}
