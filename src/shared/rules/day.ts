import { type IsoDay, addDays, weekdayOf } from './days.ts'

/** The parts of the work that the day is seen by. */
export const dayAxes = ['referrals', 'coaching', 'programmes', 'papers', 'tasks'] as const
export type DayAxis = (typeof dayAxes)[number]

/** Why something waits. */
export const dayReasons = [
  'acknowledge',
  'firstContact',
  'contactAttempts',
  'decision',
  'waitlistReview',
  'feedback',
  'draftReferral',
  'sessionToWrite',
  'noNews',
  'absences',
  'proposal',
  'followUp',
  'sheet',
  'expiry',
  'consentRenewal',
  'consentMissing',
  'task',
] as const
export type DayReason = (typeof dayReasons)[number]

/** In the order in which they are read. */
export const dayGroups = ['late', 'today', 'week', 'later', 'snoozed'] as const
export type DayGroup = (typeof dayGroups)[number]

/** What is before one today: the rest can wait, and is counted apart. */
export const waitingGroups = ['late', 'today', 'week'] as const satisfies readonly DayGroup[]

/** The one next act of a line. */
export const dayActs = [
  'acknowledge',
  'call',
  'decide',
  'review',
  'tell',
  'send',
  'writeUp',
  'sign',
  'renew',
  'finish',
  'open',
] as const
export type DayAct = (typeof dayActs)[number]

export const axisOfReason: Readonly<Record<DayReason, DayAxis>> = {
  acknowledge: 'referrals',
  firstContact: 'referrals',
  contactAttempts: 'referrals',
  decision: 'referrals',
  waitlistReview: 'referrals',
  feedback: 'referrals',
  draftReferral: 'referrals',
  sessionToWrite: 'coaching',
  noNews: 'coaching',
  absences: 'programmes',
  proposal: 'programmes',
  followUp: 'programmes',
  sheet: 'programmes',
  expiry: 'papers',
  consentRenewal: 'papers',
  consentMissing: 'papers',
  task: 'tasks',
}

/** Days left to each thing that has no clock of its own. */
export const dayDelays = {
  /** Calendar days without news from someone whose support is open. */
  noNews: 21,
  /** Calendar days before a place that was offered is asked about. */
  proposal: 5,
  /** Calendar days to have a sheet signed by everyone. */
  sheet: 7,
  /** Calendar days ahead at which a paper about to expire is told. */
  expiry: 30,
  /** Calendar days ahead at which an agreement to confirm again is told. */
  consentRenewal: 30,
  /** Calendar days that a referral may stay a draft. */
  draft: 2,
} as const

/** Something that waits, as little of it as its place in the day needs. */
export interface DayLine {
  readonly reason: DayReason
  /** The record that the reason is read from. */
  readonly recordId: string
  readonly personId: string | null
  /** Null when it may be done any day. */
  readonly dueOn: IsoDay | null
  readonly dueTime: string | null
}

export interface QueuedLine extends DayLine {
  readonly key: string
  readonly group: DayGroup
  readonly snoozedUntil: IsoDay | null
  /** Lines of the same person and reason that stand behind this one. */
  readonly others: number
}

/** The name of a line: what is put off, and asked for again, is found by it. */
export function keyOf({ reason, recordId }: Pick<DayLine, 'reason' | 'recordId'>): string {
  return `${reason}:${recordId}`
}

/** Where a day falls, seen from today; this week ends on Sunday. */
export function groupsOf(today: IsoDay): (dueOn: IsoDay | null) => Exclude<DayGroup, 'snoozed'> {
  const sunday = addDays(today, 7 - weekdayOf(today))
  return (dueOn) => {
    if (dueOn === null) return 'later'
    if (dueOn < today) return 'late'
    if (dueOn === today) return 'today'
    return dueOn <= sunday ? 'week' : 'later'
  }
}

/**
 * The day in order: the most late first, then by day and hour, what has no day last. One line for a person and a
 * reason, the earliest; tasks and papers are each a thing of their own. Those put off come after all the others,
 * by the day they come back.
 */
export function orderedDay(
  lines: readonly DayLine[],
  today: IsoDay,
  snoozes: ReadonlyMap<string, IsoDay>,
): readonly QueuedLine[] {
  const ordered = withoutRepeats(lines.toSorted(byPlace))
  const groups = groupsOf(today)
  const waiting: QueuedLine[] = []
  const snoozed: QueuedLine[] = []
  for (const { line, others } of ordered) {
    const key = keyOf(line)
    const until = snoozes.get(key)
    if (until !== undefined && until > today) {
      snoozed.push({ ...line, key, others, group: 'snoozed', snoozedUntil: until })
      continue
    }
    waiting.push({ ...line, key, others, group: groups(line.dueOn), snoozedUntil: null })
  }
  return [...waiting, ...snoozed.sort((a, b) => compare(a.snoozedUntil ?? '', b.snoozedUntil ?? ''))]
}

/** By day, by hour, then by whatever settles it the same way each time; what has no day or no hour comes last. */
function byPlace(left: DayLine, right: DayLine): number {
  return (
    compare(left.dueOn ?? never, right.dueOn ?? never) ||
    compare(left.dueTime ?? never, right.dueTime ?? never) ||
    compare(left.reason, right.reason) ||
    compare(left.recordId, right.recordId)
  )
}

const never = '~' // after every figure

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

interface Standing {
  readonly line: DayLine
  others: number
}

function withoutRepeats(lines: readonly DayLine[]): readonly Standing[] {
  const firsts = new Map<DayReason, Map<string, Standing>>(dayReasons.map((reason) => [reason, new Map()]))
  const standing: Standing[] = []
  for (const line of lines) {
    const { reason, personId } = line
    const alone = personId === null || reason === 'task' || reason === 'expiry'
    const ofReason = alone ? undefined : firsts.get(reason)
    const before = ofReason?.get(personId ?? '')
    if (before) {
      before.others += 1
      continue
    }
    const first = { line, others: 0 }
    standing.push(first)
    ofReason?.set(personId ?? '', first)
  }
  return standing
}

export type SnoozeChoice = 'tomorrow' | 'inThreeDays' | 'nextMonday'

/** The day that a line put off comes back. */
export function snoozedTo(choice: SnoozeChoice, today: IsoDay): IsoDay {
  switch (choice) {
    case 'tomorrow':
      return addDays(today, 1)
    case 'inThreeDays':
      return addDays(today, 3)
    case 'nextMonday':
      return addDays(today, 8 - weekdayOf(today))
  }
}
