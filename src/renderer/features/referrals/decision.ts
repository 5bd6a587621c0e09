import type { MoveInput, Referral } from '../../../shared/features/referrals'
import type { IsoDay } from '../../../shared/rules/days'
import {
  type MoveRequirement,
  type RedirectTargetKind,
  type RefusalReason,
  type ReferralState,
  type WithdrawalReason,
  checkMove,
  moveRule,
} from '../../../shared/rules/referral-transitions'
import type { OutcomeClass } from '../../../shared/rules/values'
import { today } from '../../today'

/** A move being prepared: what is typed, before it is asked. */
export interface Decision {
  readonly to: ReferralState
  readonly on: IsoDay | null
  readonly refusalReasons: readonly RefusalReason[]
  readonly otherSchemeName: string
  readonly redirectKind: RedirectTargetKind
  readonly redirectName: string
  readonly redirectOrganisationId: string | null
  readonly alreadyKnown: boolean
  readonly rank: number | null
  readonly outcomeClass: OutcomeClass | null
  readonly withdrawalReason: WithdrawalReason | null
  readonly askedBy: 'person' | 'officer'
  readonly note: string
}

export function newDecision(to: ReferralState): Decision {
  return {
    to,
    on: today(),
    refusalReasons: [],
    otherSchemeName: '',
    redirectKind: 'partner',
    redirectName: '',
    redirectOrganisationId: null,
    alreadyKnown: false,
    rank: null,
    outcomeClass: null,
    withdrawalReason: null,
    askedBy: 'person',
    note: '',
  }
}

/** What the rules still ask before this move can be made: the same check as where it is written. */
export function missingFrom(referral: Referral, decision: Decision): readonly MoveRequirement[] {
  const rule = moveRule(referral.state, decision.to)
  const mover = rule?.movers[0]
  if (!rule || mover === undefined) return []
  const verdict = checkMove(referral.state, decision.to, mover, {
    agreement: referral.agreement !== null && referral.agreement.withdrawnOn === null,
    contactAttempt: referral.attempts.length > 0,
    rank: decision.rank ?? 1,
    alreadyKnown: decision.alreadyKnown,
    refusalReasons: decision.refusalReasons,
    otherSchemeName: decision.otherSchemeName,
    redirectTarget: { kind: decision.redirectKind, name: decision.redirectName },
    expiryReason: referral.expiryProposal ?? undefined,
    outcomeClass: decision.outcomeClass ?? undefined,
    reopeningReason: decision.note,
  })
  return !verdict.ok && verdict.reason === 'missingInputs' ? verdict.missing : []
}

/** A move is made on a day: not to come, nor before the move it follows. */
export function isDayWrong({ state, stateSince }: Referral, { on }: Decision): boolean {
  return on === null || on > today() || (state !== 'draft' && on < stateSince)
}

export function reasonsOf(decision: Decision): NonNullable<MoveInput['reasons']> {
  if (decision.to === 'refused') return [...decision.refusalReasons]
  return decision.to === 'withdrawn' && decision.withdrawalReason ? [decision.withdrawalReason] : []
}

export function toMoveInput({ id, version }: Pick<Referral, 'id' | 'version'>, decision: Decision): MoveInput {
  const { to } = decision
  const note = decision.note.trim()
  return {
    id,
    version,
    to,
    on: decision.on ?? today(),
    reasons: reasonsOf(decision),
    redirectTarget:
      to === 'redirected'
        ? {
            kind: decision.redirectKind,
            name: decision.redirectName.trim(),
            organisationId: decision.redirectOrganisationId,
          }
        : null,
    otherSchemeName: to === 'refused' ? decision.otherSchemeName.trim() || null : null,
    alreadyKnown: to === 'accepted' && decision.alreadyKnown,
    rank: to === 'waitlisted' ? decision.rank : null,
    outcomeClass: to === 'closed' ? decision.outcomeClass : null,
    askedBy: to === 'withdrawn' ? decision.askedBy : null,
    note: note === '' ? null : note,
  }
}
