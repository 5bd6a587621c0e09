import { type IsoDay, daysBetween, localDay } from '../../shared/rules/days.ts'
import type { Deadline } from '../../shared/features/referrals.ts'
import {
  type ContactAttempt,
  type DeadlineRule,
  type ServiceLevels,
  daysLeft,
  deadlineOf,
  expiryProposal,
} from '../../shared/rules/referral-clock.ts'
import { type ExpiryReason, type ReferralState, openReferralStates } from '../../shared/rules/referral-transitions.ts'
import type { ContactChannel } from '../../shared/rules/values.ts'
import type { ReadDb, WriteContext } from '../context.ts'

/** What a row keeps of its clock. `clockFrom`: sent on, received on (again, after a reopening), put in the waiting list or looked at on. */
export interface Timing {
  readonly state: ReferralState
  readonly stateSince: IsoDay
  readonly clockFrom: IsoDay | null
  readonly dueOn: IsoDay | null
  readonly dueRule: DeadlineRule | null
}

/** The clock of a state that begins on a day. Contact and decision run from receipt: entering them restarts nothing. */
export function timingOf(state: ReferralState, on: IsoDay, clockBefore: IsoDay | null, levels: ServiceLevels): Timing {
  const restarts = state === 'sent' || state === 'received' || state === 'waitlisted'
  const clockFrom = restarts ? on : clockBefore
  return { state, stateSince: on, clockFrom, ...dueOf(state, clockFrom ?? on, levels) }
}

function dueOf(state: ReferralState, clockFrom: IsoDay, levels: ServiceLevels): Pick<Timing, 'dueOn' | 'dueRule'> {
  const deadline = deadlineOf({ state, since: clockFrom, receivedAt: clockFrom, attempts: [] }, levels)
  return { dueOn: deadline?.dueOn ?? null, dueRule: deadline?.rule ?? null }
}

/** The deadline as it reads today. */
export function deadlineToday(
  row: { readonly clockFrom: string | null; readonly dueOn: string | null; readonly dueRule: string | null },
  today: IsoDay,
  levels: ServiceLevels,
): Deadline | null {
  if (row.dueOn === null || row.dueRule === null) return null
  const { dueOn } = row
  const rule = row.dueRule as DeadlineRule
  return {
    dueOn,
    rule,
    daysLeft: daysBetween(today, dueOn),
    workingDaysLeft: daysLeft({ dueOn, rule, unit: 'workingDays' }, today, levels.region),
    totalDays: daysBetween(row.clockFrom ?? dueOn, dueOn),
  }
}

export interface AttemptRow {
  readonly referralId: string
  readonly at: string
  readonly channel: string
  readonly result: string
}

/** The attempts that count: those made since the clock of this referral last started. */
export function attemptsThatCount(
  attempts: readonly AttemptRow[],
  clockFrom: IsoDay | null,
): readonly ContactAttempt[] {
  return attempts
    .map((attempt) => ({
      on: localDay(attempt.at),
      channel: attempt.channel as ContactChannel,
      reached: attempt.result === 'reached',
    }))
    .filter((attempt) => clockFrom === null || attempt.on >= clockFrom)
}

/** What the clock proposes today: that it expires without reply, or because nobody could be reached. */
export function expiryToday(
  row: { readonly state: string; readonly stateSince: string; readonly clockFrom: string | null },
  attempts: readonly AttemptRow[],
  today: IsoDay,
  levels: ServiceLevels,
): ExpiryReason | null {
  const clock = {
    state: row.state as ReferralState,
    since: row.stateSince,
    receivedAt: row.clockFrom,
    attempts: attemptsThatCount(attempts, row.clockFrom),
  }
  return expiryProposal(clock, today, levels)
}

/** The contact attempts of some referrals, oldest first. */
export function attemptsOf(db: ReadDb, referralIds: readonly string[]) {
  return db
    .selectFrom('contactAttempts')
    .selectAll()
    .where('referralId', 'in', referralIds)
    .where('deletedAt', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** Brings every open referral to new service levels, so that no deadline follows a rule that is no longer ours. */
export async function applyServiceLevels(tx: WriteContext, levels: ServiceLevels): Promise<void> {
  const rows = await tx.db
    .selectFrom('referrals')
    .select(['id', 'state', 'stateSince', 'clockFrom'])
    .where('state', 'in', openReferralStates)
    .where('deletedAt', 'is', null)
    .execute()
  for (const row of rows)
    await tx.write.update(
      'referrals',
      row.id,
      dueOf(row.state as ReferralState, row.clockFrom ?? row.stateSince, levels),
    )
}
