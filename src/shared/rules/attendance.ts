/** What a roll call says of someone for a half-day. Whoever was not called yet has no mark at all. */
export const attendanceStates = ['present', 'late', 'excused', 'absent'] as const
export type AttendanceState = (typeof attendanceStates)[number]

/** A signature is owed for each of them. */
export const halfDays = ['morning', 'afternoon'] as const
export type HalfDay = (typeof halfDays)[number]

/** Stages of an enrolment in which someone is expected at the workshops of their cohort. */
export const attendingStages = ['enrolled', 'active'] as const

export interface HalfDayMinutes {
  readonly halfDay: HalfDay
  readonly minutes: number
}

interface Times {
  /** `HH:MM`, as the day is lived there. */
  readonly startTime: string
  readonly endTime: string
  /** What the workshop counts for: less than its times when there is a break. */
  readonly minutes: number
}

const noon = 12 * 60
/** A morning that runs over lunch is still one half-day. */
const runsOver = 60

/**
 * The half-days of a workshop, and the minutes of each. One across noon has two; up to an hour past noon still
 * belongs to the morning. The break is the one at noon: the morning counts until then, the afternoon has the rest.
 */
export function halfDaysOf({ startTime, endTime, minutes }: Times): readonly HalfDayMinutes[] {
  const start = minutesOfDay(startTime)
  const end = minutesOfDay(endTime)
  if (start >= noon) return [{ halfDay: 'afternoon', minutes }]
  if (end <= noon + runsOver) return [{ halfDay: 'morning', minutes }]
  const before = noon - start
  const pause = Math.max(0, end - start - minutes)
  // a break longer than the afternoon is no break: the minutes are then spread over the whole day
  const morning = pause < end - noon ? before : Math.round((minutes * before) / (end - start))
  return [
    { halfDay: 'morning', minutes: Math.min(minutes, morning) },
    { halfDay: 'afternoon', minutes: minutes - Math.min(minutes, morning) },
  ]
}

export function minutesOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** How late someone is when nobody says. */
export const usualDelay = 15

/** What a mark counts for by default, out of the half-day's minutes. */
export function minutesFor(state: AttendanceState, whole: number, delay = usualDelay): number {
  switch (state) {
    case 'present':
      return whole
    case 'late':
      return Math.max(0, whole - delay)
    case 'excused':
    case 'absent':
      return 0
  }
}

export function isThere(state: AttendanceState): boolean {
  return state === 'present' || state === 'late'
}

/** Before its day only an absence told in advance can be noted at a workshop; on the day, whatever the hour, all can. */
export function mayBeMarked(state: AttendanceState, heldOn: string, today: string): boolean {
  return state === 'excused' || heldOn <= today
}

export interface WorkshopMark {
  readonly heldOn: string
  /** Cancelled by the service: nobody was absent from it. */
  readonly cancelled: boolean
  /** One state for each half-day that was called. */
  readonly states: readonly AttendanceState[]
}

export interface AbsencesInRow {
  readonly count: number
  /** The days of the first and of the last of them; null when there is none. */
  readonly since: string | null
  readonly until: string | null
}

/**
 * Unexcused absences in a row up to the last workshop called, of marks in the order of their days. A presence
 * ends the row and so does an excuse, because the person then gave news. A cancelled workshop and one that was
 * not called say nothing.
 */
export function absencesInRow(marks: readonly WorkshopMark[]): AbsencesInRow {
  let count = 0
  let since: string | null = null
  let until: string | null = null
  for (const { cancelled, states, heldOn } of marks.toReversed()) {
    if (cancelled || states.length === 0) continue
    if (states.some((state) => state !== 'absent')) break
    count += 1
    since = heldOn
    until ??= heldOn
  }
  return { count, since, until }
}

export interface Rate {
  readonly numerator: number
  readonly denominator: number
}

/** D3: the presences, late ones too, over the half-days a person was expected at and that were held. */
export function presenceRate(marks: readonly WorkshopMark[]): Rate {
  const called = marks.flatMap(({ cancelled, states }) => (cancelled ? [] : states))
  return { numerator: called.filter(isThere).length, denominator: called.length }
}

/** How many absences in a row are told, unless the cohort says otherwise. */
export const usualAbsencesAlert = 3
