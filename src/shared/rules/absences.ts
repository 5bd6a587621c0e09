import type { IsoDay } from './days.ts'

/** Absences in a row after which someone is called, where a cohort does not say. */
export const defaultAbsencesAlert = 3

/** What the roll call of a half-day said of someone. */
export interface AttendanceMark {
  readonly workshopId: string
  readonly heldOn: IsoDay
  readonly startTime: string
  readonly state: string
}

export interface AbsencesInARow {
  readonly count: number
  /** The days of the first and of the last of them. */
  readonly since: IsoDay
  readonly until: IsoDay
}

/**
 * The workshops missed in a row up to the last one called, or null when the last was not missed. A workshop is
 * missed when every half-day of it was; an excuse ends the row as a presence does, because the person gave news.
 */
export function absencesInARow(marks: readonly AttendanceMark[]): AbsencesInARow | null {
  const workshops = new Map<string, { readonly at: string; readonly heldOn: IsoDay; missed: boolean }>()
  for (const { workshopId, heldOn, startTime, state } of marks) {
    const known = workshops.get(workshopId)
    if (known) known.missed &&= state === 'absent'
    else workshops.set(workshopId, { at: `${heldOn} ${startTime} ${workshopId}`, heldOn, missed: state === 'absent' })
  }
  const latestFirst = [...workshops.values()].sort((a, b) => (a.at < b.at ? 1 : -1))
  const end = latestFirst.findIndex(({ missed }) => !missed)
  const row = end === -1 ? latestFirst : latestFirst.slice(0, end)
  const [last] = row
  const first = row.at(-1)
  return first && last ? { count: row.length, since: first.heldOn, until: last.heldOn } : null
}
