import type { OutcomeClass } from '../../shared/rules/values.ts'
import type { IsoDay } from '../../shared/rules/days.ts'
import {
  type ReferralMover,
  type ReferralState,
  canMove,
  statesAfter,
} from '../../shared/rules/referral-transitions.ts'
import type { WriteContext } from '../context.ts'
import { dropOwedFeedback } from './referral-feedback.ts'
import { applyMove } from './referral-moves.ts'
import { illegal, liveReferral } from './referral-row.ts'

/** Where a referral stands, as the other side's file tells it; null where the file says nothing. */
export interface PartnerNews {
  readonly state: ReferralState
  /** The day it entered that state; today when the file does not say. */
  readonly on: IsoDay | null
  readonly receivedOn: IsoDay | null
  readonly decidedOn: IsoDay | null
  readonly closedOn: IsoDay | null
  readonly reasons: readonly string[]
  readonly outcomeClass: OutcomeClass | null
  /** Who says so: the partner's name. */
  readonly byName: string
  readonly mover: ReferralMover
}

/**
 * Believes what the other side tells, if it can follow what is known here. A file says where a referral stands, not
 * each step: one move is recorded, signed by the partner. Answers whether anything changed.
 */
export async function learnFromPartner(tx: WriteContext, id: string, news: PartnerNews): Promise<boolean> {
  const row = await liveReferral(tx.db, id)
  const dates = {
    receivedOn: news.receivedOn ?? row.receivedOn,
    decidedOn: news.decidedOn ?? row.decidedOn,
    closedOn: news.closedOn ?? row.closedOn,
    outcomeClass: news.outcomeClass ?? row.outcomeClass,
  }
  if (news.state === row.state) {
    const reasons = news.reasons.length > 0 ? { reasons: JSON.stringify(news.reasons) } : {}
    return (await tx.write.update('referrals', id, { ...dates, ...reasons })).length > 0
  }
  if (!statesAfter(row.state).has(news.state)) throw illegal(row.state, news.state)
  const on = news.on ?? news.closedOn ?? news.decidedOn ?? tx.today()
  await applyMove(
    tx,
    { ...row, clockFrom: news.receivedOn ?? row.clockFrom },
    {
      to: news.state,
      on,
      mover: news.mover,
      byName: news.byName,
      reasons: news.reasons,
      note: null,
      rank: null,
      columns: news.state === 'received' ? { ...dates, decidedOn: null, closedOn: null } : dates,
    },
  )
  return true
}

/** A withdrawal that the landlord tells of a referral it handed over. */
export interface ToldWithdrawal {
  readonly on: IsoDay
  readonly by: Extract<ReferralMover, 'person' | 'officer'>
  /** Who says so: the landlord's name. */
  readonly byName: string
}

/**
 * Withdraws this space's copy, if the table has that move from where it stands here: the landlord ends what is open, and
 * takes back no decision, and waits for no news of it any more. Answers whether it moved.
 */
export async function withdrawFromPartner(
  tx: WriteContext,
  id: string,
  { on, by, byName }: ToldWithdrawal,
): Promise<boolean> {
  const row = await liveReferral(tx.db, id)
  if (row.state === 'withdrawn') return false
  if (!canMove(row.state, 'withdrawn', by)) throw illegal(row.state, 'withdrawn')
  const move = { to: 'withdrawn', on, mover: by, byName, reasons: [], note: null, rank: null, columns: {} } as const
  await applyMove(tx, row, move)
  await dropOwedFeedback(tx, id)
  return true
}
