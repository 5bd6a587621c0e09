import type { IsoDay } from '../../shared/rules/days.ts'
import { runningStages } from '../../shared/rules/enrolment-stages.ts'
import type { FeedbackOccasion } from '../../shared/rules/referral-transitions.ts'
import type { OutcomeClass } from '../../shared/rules/values.ts'
import type { ReadDb, WriteContext } from '../context.ts'
import type { EnrolmentRecord } from './enrolment-row.ts'
import { oweFeedback } from './referral-feedback.ts'
import { applyMove } from './referral-moves.ts'
import type { ReferralRecord } from './referral-row.ts'

interface Told {
  readonly occasion: FeedbackOccasion
  readonly on: IsoDay
  readonly outcomeClass: OutcomeClass | null
}

/**
 * What an entry or an exit means to the referral it came from: the landlord is owed word of it. The exit closes the
 * referral, with its class of outcome, once no other programme it led to is running.
 */
export async function tellReferral(
  tx: WriteContext,
  enrolment: Pick<EnrolmentRecord, 'id' | 'referralId'>,
  { occasion, on, outcomeClass }: Told,
): Promise<void> {
  if (enrolment.referralId === null) return
  const row = await tx.db
    .selectFrom('referrals')
    .selectAll()
    .where('id', '=', enrolment.referralId)
    .where('state', 'in', ['accepted', 'closed'])
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) return
  const referral = row as ReferralRecord
  const day = on > referral.stateSince ? on : referral.stateSince // not before the decision it follows
  if (occasion !== 'exit' || referral.state === 'closed') return oweFeedback(tx, referral.id, occasion, day)
  if (await runsElsewhere(tx.db, referral.id, enrolment.id)) return
  await applyMove(tx, referral, {
    to: 'closed',
    on: day,
    mover: 'association',
    byName: null,
    reasons: [],
    note: null,
    rank: null,
    columns: { outcomeClass },
  })
}

async function runsElsewhere(db: ReadDb, referralId: string, except: string): Promise<boolean> {
  const other = await db
    .selectFrom('enrolments')
    .select('id')
    .where('referralId', '=', referralId)
    .where('stage', 'in', runningStages)
    .where('deletedAt', 'is', null)
    .where('id', '!=', except)
    .executeTakeFirst()
  return other !== undefined
}
