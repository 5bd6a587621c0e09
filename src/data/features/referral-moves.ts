import type * as z from 'zod'
import { AppError, unreachable } from '../../shared/errors.ts'
import type { MoveInput } from '../../shared/features/referrals.ts'
import { agreedTo } from '../../shared/rules/consent.ts'
import type { IsoDay } from '../../shared/rules/days.ts'
import {
  type ExpiryReason,
  type MoveInputs,
  type MoveRequirement,
  type MoveVerdict,
  type ReferralMoveRule,
  type ReferralMover,
  type ReferralState,
  checkMove,
  expiryReasons,
  moveRule,
  refusalReasons,
  withdrawalReasons,
} from '../../shared/rules/referral-transitions.ts'
import type { WriteContext } from '../context.ts'
import type { Patch } from '../writer.ts'
import { refuseMovedSince } from './conflicts.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { agreementsOf } from './referral-agreements.ts'
import { attemptsOf, attemptsThatCount, expiryToday, timingOf } from './referral-clocks.ts'
import { entryOf } from './referral-entry.ts'
import { oweFeedback } from './referral-feedback.ts'
import { type ReferralRecord, illegal, liveReferral, signature } from './referral-row.ts'
import { leavePlace, takePlace } from './referral-waiting-list.ts'

export type AskedMove = z.output<typeof MoveInput>

/** Makes a move of the table, or says why it cannot be made; nothing else changes the state of a referral. */
export async function moveReferral(tx: WriteContext, asked: AskedMove): Promise<void> {
  const row = await liveReferral(tx.db, asked.id)
  await refuseMovedSince(tx, { entity: 'referrals', field: 'state', basedOn: asked.version, yours: asked.to }, row)
  refuseSensitiveNumbers({
    note: asked.note,
    otherSchemeName: asked.otherSchemeName,
    redirectTarget: asked.redirectTarget?.name,
  })
  const rule = moveRule(row.state, asked.to)
  if (!rule?.recordedIn.includes(tx.space.kind)) throw illegal(row.state, asked.to)
  checkDay(tx, row, asked.on)
  checkReasons(tx, asked)
  const mover = moverOf(tx, rule, asked)
  const proposal = expiryToday(row, await attemptsOf(tx.db, [row.id]), tx.today(), tx.space.settings.serviceLevels)
  if (asked.to === 'expired' && proposal === null) throw illegal(row.state, asked.to)
  const target = await targetOf(tx, asked)
  const verdict = checkMove(row.state, asked.to, mover, await inputsOf(tx, row, asked, proposal, target))
  if (!verdict.ok) throw refusalOf(verdict, row.state, asked.to)
  await applyMove(tx, row, {
    to: asked.to,
    on: asked.on,
    mover,
    byName: null,
    reasons: asked.to === 'expired' && proposal !== null ? [proposal] : asked.reasons,
    note: asked.note,
    rank: asked.rank,
    columns: columnsOf(row, asked, target),
  })
}

export interface AppliedMove {
  readonly to: ReferralState
  readonly on: IsoDay
  readonly mover: ReferralMover
  /** Who recorded it, when it is no member of this space. */
  readonly byName: string | null
  readonly reasons: readonly string[]
  readonly note: string | null
  readonly rank: number | null
  readonly columns: Patch<'referrals'>
}

/** Writes a move that was found right: the row, its trace, its place in the waiting list, what is then owed. */
export async function applyMove(tx: WriteContext, row: ReferralRecord, move: AppliedMove): Promise<void> {
  const rank = move.to === 'waitlisted' ? await takePlace(tx, row.id, move.rank) : null
  const timing = timingOf(move.to, move.on, row.clockFrom, tx.space.settings.serviceLevels)
  const entry = row.entryOn === null ? await entryOf(tx, row.personId, move.on) : {}
  await tx.write.update('referrals', row.id, {
    ...timing,
    ...datesOf(row, move),
    ...entry,
    ...followerOf(tx, row, move.to),
    rank,
    reasons: JSON.stringify(move.reasons),
    ...move.columns,
  })
  if (row.state === 'waitlisted') await leavePlace(tx, row.id)
  await logMove(tx, row.id, row.state, move)
  const feedback = moveRule(row.state, move.to)?.feedback
  // what the other side told is no news to it
  if (feedback && move.byName === null) await oweFeedback(tx, row.id, feedback, move.on)
}

/** The trace of one move: dated, signed, kept. */
export async function logMove(
  tx: WriteContext,
  referralId: string,
  from: ReferralState | null,
  move: Omit<AppliedMove, 'rank' | 'columns'>,
): Promise<void> {
  await tx.write.insert('referralMoves', {
    referralId,
    fromState: from,
    toState: move.to,
    movedOn: move.on,
    at: tx.now().toISOString(),
    mover: move.mover,
    memberId: move.byName === null ? signature(tx) : null,
    byName: move.byName,
    reasons: JSON.stringify(move.reasons),
    note: move.note,
  })
}

function refusalOf(verdict: MoveVerdict & { ok: false }, from: ReferralState, to: ReferralState): AppError {
  if (verdict.reason !== 'missingInputs') return illegal(from, to)
  if (verdict.missing.includes('agreement')) return new AppError('agreementMissing', { from, to })
  if (verdict.missing.includes('contactAttempt')) return illegal(from, to) // the attempt is recorded, and moves it
  const [first] = verdict.missing
  return first === undefined ? illegal(from, to) : new AppError('invalid', { field: fieldOf(first), from, to })
}

/** Where the screen asks for what is missing. */
function fieldOf(requirement: MoveRequirement): string {
  switch (requirement) {
    case 'rank':
    case 'alreadyKnown':
    case 'otherSchemeName':
    case 'redirectTarget':
    case 'outcomeClass':
    case 'agreement':
    case 'contactAttempt':
      return requirement
    case 'refusalReasons':
    case 'expiryReason':
      return 'reasons'
    case 'reopeningReason':
      return 'note'
    default:
      return unreachable(requirement, 'every requirement has its field')
  }
}

/** Not before the move that came before it; but what was sent may have been written down here later. */
function checkDay(tx: WriteContext, row: ReferralRecord, on: IsoDay): void {
  if (on > tx.today() || (row.state !== 'draft' && on < row.stateSince)) throw new AppError('invalid', { field: 'on' })
}

/** Each state has its own reasons; those no longer proposed stay on old referrals only. */
function checkReasons(tx: WriteContext, { to, reasons }: AskedMove): void {
  const allowed: readonly string[] =
    to === 'refused'
      ? refusalReasons.filter((reason) => !tx.space.settings.retiredRefusalReasons.includes(reason))
      : to === 'withdrawn'
        ? withdrawalReasons
        : to === 'expired'
          ? expiryReasons
          : []
  if (reasons.some((reason) => !allowed.includes(reason))) throw new AppError('invalid', { field: 'reasons' })
}

function moverOf(tx: WriteContext, rule: ReferralMoveRule, asked: AskedMove): ReferralMover {
  const [only, ...others] = rule.movers
  if (only !== undefined && others.length === 0) return only
  return asked.askedBy ?? (tx.space.kind === 'landlord' ? 'officer' : 'person')
}

type Target = NonNullable<AskedMove['redirectTarget']>

async function targetOf(tx: WriteContext, { redirectTarget }: AskedMove): Promise<Target | null> {
  if (!redirectTarget?.organisationId) return redirectTarget
  const organisation = await tx.db
    .selectFrom('organisations')
    .select('name')
    .where('id', '=', redirectTarget.organisationId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!organisation) throw new AppError('invalid', { field: 'redirectTarget' })
  return { ...redirectTarget, name: redirectTarget.name === '' ? organisation.name : redirectTarget.name }
}

async function inputsOf(
  tx: WriteContext,
  row: ReferralRecord,
  asked: AskedMove,
  proposal: ExpiryReason | null,
  target: Target | null,
): Promise<MoveInputs> {
  const agreements = await agreementsOf(tx.db, [row.id])
  const attempts = attemptsThatCount(await attemptsOf(tx.db, [row.id]), row.clockFrom)
  const given = asked.reasons[0] ?? proposal
  return {
    agreement: agreedTo(agreements, 'contact', asked.on),
    contactAttempt: attempts.length > 0,
    rank: asked.rank ?? 1, // none said: the last place
    alreadyKnown: asked.alreadyKnown,
    refusalReasons: refusalReasons.filter((reason) => asked.reasons.includes(reason)),
    otherSchemeName: asked.otherSchemeName ?? undefined,
    redirectTarget: target ?? undefined,
    expiryReason: given === proposal ? (proposal ?? undefined) : undefined,
    outcomeClass: asked.outcomeClass ?? undefined,
    reopeningReason: asked.note ?? undefined,
  }
}

/** What a move says of its own, and what a reopening takes back. */
function columnsOf(row: ReferralRecord, asked: AskedMove, target: Target | null): Patch<'referrals'> {
  switch (asked.to) {
    case 'refused':
      return { otherSchemeName: asked.reasons.includes('otherScheme') ? asked.otherSchemeName : null }
    case 'redirected':
      return target
        ? {
            redirectKind: target.kind,
            redirectName: target.name,
            redirectOrganisationId: target.organisationId,
            threadId: row.threadId ?? row.id,
          }
        : {}
    case 'closed':
      return { outcomeClass: asked.outcomeClass }
    case 'received':
      return { otherSchemeName: null, outcomeClass: null }
    case 'draft':
    case 'sent':
    case 'contacting':
    case 'met':
    case 'waitlisted':
    case 'accepted':
    case 'withdrawn':
    case 'expired':
      return {}
  }
}

/** The day of receipt is the first one: a reopened referral was not received twice. */
function datesOf(row: ReferralRecord, { to, on }: AppliedMove): Patch<'referrals'> {
  switch (to) {
    case 'sent':
      return { sentOn: on }
    case 'received':
      return { receivedOn: row.receivedOn ?? on, decidedOn: null, closedOn: null }
    case 'accepted':
    case 'refused':
    case 'redirected':
      return { decidedOn: on }
    case 'closed':
      return { closedOn: on }
    case 'draft':
    case 'contacting':
    case 'met':
    case 'waitlisted':
    case 'withdrawn':
    case 'expired':
      return {}
  }
}

/** Whoever makes the first contact follows the referral, if nobody did. */
function followerOf(tx: WriteContext, row: ReferralRecord, to: ReferralState): Patch<'referrals'> {
  const takesIt =
    tx.space.kind === 'association' &&
    row.assignedToId === null &&
    tx.write.batch.origin === 'screen' &&
    (to === 'contacting' || to === 'met')
  return takesIt ? { assignedToId: tx.member?.id ?? null } : {}
}
