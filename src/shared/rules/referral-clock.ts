import { addDays, daysBetween, type IsoDay } from './days.ts'
import type { ExpiryReason, FeedbackOccasion, ReferralState } from './referral-transitions.ts'
import type { ContactChannel } from './values.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween, type HolidayRegion } from './working-days.ts'

/**
 * The clocks of a referral: what is due, by when, under which rule. Acknowledgement and feedback run in
 * working days, the others in calendar days.
 */
export interface ServiceLevels {
  /** Working days from sending to acknowledgement. */
  readonly acknowledgeWorkingDays: number
  /** Calendar days from receipt to the first contact, and to the last attempt. */
  readonly contactDays: number
  /** Attempts, and different channels among them, before someone may be called unreachable. */
  readonly contactAttempts: number
  readonly contactChannels: number
  /** Calendar days from receipt to the decision. */
  readonly decisionDays: number
  /** Calendar days between two looks at the waiting list. */
  readonly waitlistReviewDays: number
  /** Working days to tell the landlord. */
  readonly feedbackWorkingDays: number
  /** Calendar days without reply after which a sent referral may expire, and between two reminders. */
  readonly expiryDays: number
  readonly reminderDays: number
  readonly region: HolidayRegion
}

export const defaultServiceLevels: ServiceLevels = {
  acknowledgeWorkingDays: 2,
  contactDays: 10,
  contactAttempts: 3,
  contactChannels: 2,
  decisionDays: 30,
  waitlistReviewDays: 30,
  feedbackWorkingDays: 5,
  expiryDays: 30,
  reminderDays: 10,
  region: 'mainland',
}

export interface ContactAttempt {
  readonly on: IsoDay
  readonly channel: ContactChannel
  readonly reached: boolean
}

export interface ReferralClock {
  readonly state: ReferralState
  /** The day the referral entered its state; on the waiting list, the day of the last look when later. */
  readonly since: IsoDay
  /** The day of receipt, null while it has not been received. */
  readonly receivedAt: IsoDay | null
  readonly attempts: readonly ContactAttempt[]
}

export type DeadlineRule =
  | 'acknowledge'
  | 'firstContact'
  | 'contactAttempts'
  | 'decision'
  | 'waitlistReview'
  | 'feedback'

export interface Deadline {
  /** Last day on time. */
  readonly dueOn: IsoDay
  readonly rule: DeadlineRule
  readonly unit: 'workingDays' | 'days'
}

/**
 * What is due next in a state, or null when the clock of that state has stopped. The clocks of contact and
 * decision start at receipt and never again: a first failed call does not earn ten more days.
 */
export function deadlineOf(clock: ReferralClock, levels: ServiceLevels = defaultServiceLevels): Deadline | null {
  const received = clock.receivedAt ?? clock.since
  switch (clock.state) {
    case 'sent': {
      const dueOn = addWorkingDays(clock.since, levels.acknowledgeWorkingDays, levels.region)
      return { dueOn, rule: 'acknowledge', unit: 'workingDays' }
    }
    case 'received':
      return { dueOn: addDays(received, levels.contactDays), rule: 'firstContact', unit: 'days' }
    case 'contacting':
      return { dueOn: addDays(received, levels.contactDays), rule: 'contactAttempts', unit: 'days' }
    case 'met':
      return { dueOn: addDays(received, levels.decisionDays), rule: 'decision', unit: 'days' }
    case 'waitlisted':
      return { dueOn: addDays(clock.since, levels.waitlistReviewDays), rule: 'waitlistReview', unit: 'days' }
    case 'draft':
    case 'accepted':
    case 'refused':
    case 'redirected':
    case 'withdrawn':
    case 'expired':
    case 'closed':
      return null
  }
}

/** By when the landlord must be told of something that happened on a day. */
export function feedbackDeadline(on: IsoDay, levels: ServiceLevels = defaultServiceLevels): Deadline {
  return {
    dueOn: addWorkingDays(on, levels.feedbackWorkingDays, levels.region),
    rule: 'feedback',
    unit: 'workingDays',
  }
}

export interface OwedFeedback extends Deadline {
  readonly occasion: FeedbackOccasion
  readonly happenedOn: IsoDay
}

export interface FeedbackEvent {
  readonly occasion: FeedbackOccasion
  readonly on: IsoDay
}

/**
 * The feedback still owed: each event the landlord was not told of since it happened. One message tells the
 * present state whole, so a later one also answers what came before it.
 */
export function owedFeedback(
  happened: readonly FeedbackEvent[],
  told: readonly IsoDay[],
  levels: ServiceLevels = defaultServiceLevels,
): readonly OwedFeedback[] {
  const lastTold = told.reduce((latest, day) => (day > latest ? day : latest), '')
  return happened
    .filter((event) => event.on > lastTold)
    .map((event) => ({ ...feedbackDeadline(event.on, levels), occasion: event.occasion, happenedOn: event.on }))
}

/** Days left before a deadline in its own unit: 0 on the last day, negative once it has passed. */
export function daysLeft(deadline: Deadline, today: IsoDay, region: HolidayRegion = 'mainland'): number {
  if (deadline.unit === 'days') return daysBetween(today, deadline.dueOn)
  const left = workingDaysBetween(today, deadline.dueOn, region)
  // Passed on a Friday and read on the Sunday after: no working day has gone by, but it is late.
  return left === 0 && today > deadline.dueOn ? -1 : left
}

/** Whether enough was tried: the attempts and the different channels of the service level, nobody reached. */
export function attemptsExhausted(
  attempts: readonly ContactAttempt[],
  levels: ServiceLevels = defaultServiceLevels,
): boolean {
  const channels = new Set(attempts.map((attempt) => attempt.channel))
  return (
    attempts.length >= levels.contactAttempts &&
    channels.size >= levels.contactChannels &&
    attempts.every((attempt) => !attempt.reached)
  )
}

/**
 * What the clock proposes to a member, who alone decides: that a referral without reply for thirty days, or
 * whose attempts are exhausted, expires. Null when there is nothing to propose.
 */
export function expiryProposal(
  clock: ReferralClock,
  today: IsoDay,
  levels: ServiceLevels = defaultServiceLevels,
): ExpiryReason | null {
  if (clock.state === 'sent' && daysBetween(clock.since, today) >= levels.expiryDays) return 'noReply'
  if (clock.state === 'contacting' && attemptsExhausted(clock.attempts, levels)) return 'unreachable'
  return null
}

/** The day of the next reminder to whoever has not replied: every ten days after sending, until expiry. */
export function nextReminder(
  sentOn: IsoDay,
  today: IsoDay,
  levels: ServiceLevels = defaultServiceLevels,
): IsoDay | null {
  const passed = Math.floor(Math.max(0, daysBetween(sentOn, today)) / levels.reminderDays)
  const next = addDays(sentOn, (passed + 1) * levels.reminderDays)
  return daysBetween(sentOn, next) <= levels.expiryDays ? next : null
}

/** A working day on or after a day: when a date falls on a Sunday, the one to show to people. */
export function nextWorkingDay(day: IsoDay, region: HolidayRegion = 'mainland'): IsoDay {
  return isWorkingDay(day, region) ? day : addWorkingDays(day, 1, region)
}
