import { type IsoDay, addDays, addMonths } from './days.ts'

/** Months after someone left a programme at which one asks how they are, and what has become of their project. */
export const followUpMonths = [3, 6, 12, 24] as const

/** Days around that date within which an answer counts; after them the person was not reached. */
export const followUpWindow = { before: 15, after: 45 } as const

export interface FollowUpWave {
  readonly months: number
  readonly on: IsoDay
  /** The first day on which news belong to this wave. */
  readonly opens: IsoDay
}

/** The wave that is open today for whoever left on that day; null between two, and after the last. */
export function openWave(leftOn: IsoDay, today: IsoDay): FollowUpWave | null {
  for (const months of followUpMonths) {
    const on = addMonths(leftOn, months)
    const opens = addDays(on, -followUpWindow.before)
    if (opens <= today && today <= addDays(on, followUpWindow.after)) return { months, on, opens }
  }
  return null
}
