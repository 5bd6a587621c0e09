import type * as z from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { MoveReason } from '../../shared/features/referrals.ts'
import { type LandlordFeedback, agreedTo, landlordFeedbackOf } from '../../shared/rules/consent.ts'
import type { IsoDay } from '../../shared/rules/days.ts'
import { feedbackDeadline, owedFeedback } from '../../shared/rules/referral-clock.ts'
import { type FeedbackOccasion, type ReferralState, refusalReasons } from '../../shared/rules/referral-transitions.ts'
import type { ContactChannel, OutcomeClass } from '../../shared/rules/values.ts'
import type { ReadContext, ReadDb, WriteContext } from '../context.ts'
import { entryDaysOf } from './enrolment-entry-days.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { agreementsOf } from './referral-agreements.ts'
import { type FeedbackFacts, feedbackMessage } from './referral-feedback-words.ts'
import { type ReferralRecord, liveReferral, signature } from './referral-row.ts'

/** Something happened that the landlord should be told: the association owes it, within its service level. */
export async function oweFeedback(
  tx: WriteContext,
  referralId: string,
  occasion: FeedbackOccasion,
  on: IsoDay,
): Promise<void> {
  if (tx.space.kind !== 'association') return
  const { dueOn } = feedbackDeadline(on, tx.space.settings.serviceLevels)
  await tx.write.insert('referralFeedbacks', { referralId, occasion, happenedOn: on, dueOn })
}

/** The landlord knows more than what it was still to be told. */
export async function dropOwedFeedback(tx: WriteContext, referralId: string): Promise<void> {
  for (const { id } of await owedRows(tx.db, referralId)) await tx.write.trash('referralFeedbacks', id)
}

export interface SentFeedback {
  readonly id: string
  readonly occasion: FeedbackOccasion
  readonly sentOn: IsoDay
  readonly channel: ContactChannel
  readonly message: string | null
}

/** The landlord was told. One message tells the present state whole: what was owed from before is answered with it. */
export async function recordFeedback(tx: WriteContext, sent: SentFeedback): Promise<void> {
  const row = await liveReferral(tx.db, sent.id)
  if (tx.space.kind !== 'association' || !occasionsOf(row.state).includes(sent.occasion))
    throw new AppError('invalid', { field: 'occasion' })
  if (sent.sentOn > tx.today() || sent.sentOn < (row.receivedOn ?? row.stateSince))
    throw new AppError('invalid', { field: 'sentOn' })
  if (!agreedTo(await agreementsOf(tx.db, [row.id]), 'statusBack', sent.sentOn))
    throw new AppError('agreementMissing', { scope: 'statusBack' })
  refuseSensitiveNumbers({ message: sent.message })
  const { sentOn, channel, message } = sent
  const told = { sentOn, channel, memberId: signature(tx) }
  const owed = await owedRows(tx.db, row.id)
  const answered = owed.findLast((feedback) => feedback.occasion === sent.occasion)
  if (answered && answered.happenedOn > sentOn) throw new AppError('invalid', { field: 'sentOn' })
  if (answered) await tx.write.update('referralFeedbacks', answered.id, { ...told, message })
  else
    await tx.write.insert('referralFeedbacks', {
      referralId: row.id,
      occasion: sent.occasion,
      happenedOn: sentOn,
      dueOn: sentOn,
      ...told,
      message,
    })
  for (const feedback of owed) {
    const stillOwed = owedFeedback(
      [{ occasion: feedback.occasion as FeedbackOccasion, on: feedback.happenedOn }],
      [sentOn],
      tx.space.settings.serviceLevels,
    )
    if (feedback !== answered && stillOwed.length === 0) await tx.write.update('referralFeedbacks', feedback.id, told)
  }
}

function owedRows(db: ReadDb, referralId: string) {
  return db
    .selectFrom('referralFeedbacks')
    .selectAll()
    .where('referralId', '=', referralId)
    .where('sentOn', 'is', null)
    .where('deletedAt', 'is', null)
    .orderBy('happenedOn')
    .orderBy('id')
    .execute()
}

/** What there can be to tell: that it was received until it is decided, then the decision, then the entry and the exit. */
function occasionsOf(state: ReferralState): readonly FeedbackOccasion[] {
  switch (state) {
    case 'draft':
    case 'sent':
      return []
    case 'received':
    case 'contacting':
    case 'met':
    case 'waitlisted':
      return ['received']
    case 'refused':
    case 'redirected':
    case 'withdrawn':
    case 'expired':
      return ['received', 'decision']
    case 'accepted':
      return ['received', 'decision', 'entry']
    case 'closed':
      return ['received', 'decision', 'entry', 'exit']
  }
}

/** Referrals late today, and feedback late today among what the people agreed to. */
export async function countOverdue({
  db,
  space,
  today,
}: ReadContext): Promise<{ readonly referrals: number; readonly feedbacks: number }> {
  const day = today()
  const late = await db
    .selectFrom('referrals')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('dueOn', '<', day)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (space.kind !== 'association') return { referrals: late.count, feedbacks: 0 }
  const owed = await owedFeedbacks(db, day)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('referralFeedbacks.dueOn', '<', day)
    .executeTakeFirstOrThrow()
  return { referrals: late.count, feedbacks: owed.count }
}

/**
 * What is owed to landlords among what the people agree today that they be told. Few agree to it: the engine begins
 * with them (a cross join is read in its order), rather than with all that would be owed if everyone did.
 */
export function owedFeedbacks(db: ReadDb, today: IsoDay) {
  return db
    .selectFrom(
      db
        .selectFrom('consents')
        .select('referralId')
        .distinct()
        .where('referralId', 'is not', null)
        .where('purpose', '=', 'referral')
        .where('scope', 'like', '%"statusBack"%')
        .where('givenOn', '<=', today)
        .where((eb) => eb.or([eb('withdrawnOn', 'is', null), eb('withdrawnOn', '>', today)]))
        .where('deletedAt', 'is', null)
        .as('agreed'),
    )
    .crossJoin('referralFeedbacks')
    .crossJoin('referrals')
    .whereRef('referralFeedbacks.referralId', '=', 'agreed.referralId')
    .whereRef('referrals.id', '=', 'referralFeedbacks.referralId')
    .where('referralFeedbacks.sentOn', 'is', null)
    .where('referralFeedbacks.deletedAt', 'is', null)
    .where('referrals.deletedAt', 'is', null)
    .where('referrals.landlordId', 'is not', null)
}

export interface AskedDraft {
  readonly id: string
  readonly occasion: FeedbackOccasion
  readonly locale: 'fr' | 'en'
  readonly planned: {
    readonly to: ReferralState
    readonly on: IsoDay
    readonly reasons: readonly z.output<typeof MoveReason>[]
  } | null
}

/** The message the landlord would read, from nothing but what may go back to it; empty when the person did not agree. */
export async function draftFeedback(context: ReadContext, asked: AskedDraft) {
  const { db, space, member } = context
  const row = await liveReferral(db, asked.id)
  const person = await db
    .selectFrom('people')
    .select(['firstName', 'lastName'])
    .where('id', '=', row.personId)
    .executeTakeFirstOrThrow()
  const landlord =
    row.landlordId === null
      ? null
      : await db.selectFrom('organisations').select('name').where('id', '=', row.landlordId).executeTakeFirst()
  const follower =
    row.assignedToId === null
      ? null
      : await db.selectFrom('members').select('name').where('id', '=', row.assignedToId).executeTakeFirst()
  const met = await db
    .selectFrom('referralMoves')
    .select('movedOn')
    .where('referralId', '=', row.id)
    .where('toState', '=', 'met')
    .where('deletedAt', 'is', null)
    .orderBy('at', 'desc')
    .executeTakeFirst()
  const entered = await entryDaysOf(db, [row.id])
  const shareable = landlordFeedbackOf(
    planned(row, { metOn: met?.movedOn ?? null, enteredOn: entered.get(row.id) ?? null }, asked),
    await agreementsOf(db, [row.id]),
    context.today(),
  )
  const recipient = landlord?.name ?? row.officerName
  if (shareable === null) return { message: '', recipient, allowed: false }
  const facts: FeedbackFacts = {
    ...shareable,
    stateSince: asked.planned?.on ?? row.stateSince,
    personName: `${person.firstName} ${person.lastName}`.trim(),
    contactName: follower?.name ?? member?.name ?? space.organisationName,
  }
  return { message: feedbackMessage(asked.occasion, asked.locale, facts), recipient, allowed: true }
}

/** The referral as the landlord may know it, with the decision being prepared if there is one. */
function planned(
  row: ReferralRecord,
  { metOn, enteredOn }: { readonly metOn: IsoDay | null; readonly enteredOn: IsoDay | null },
  { planned: next }: AskedDraft,
): LandlordFeedback {
  const state = next?.to ?? row.state
  const reasons: readonly string[] = next?.reasons ?? (JSON.parse(row.reasons) as string[])
  const decides = next !== null && (next.to === 'accepted' || next.to === 'refused' || next.to === 'redirected')
  return {
    number: row.number,
    state,
    sentOn: row.sentOn,
    receivedOn: row.receivedOn,
    metOn: next?.to === 'met' ? next.on : metOn,
    decidedOn: decides ? next.on : row.decidedOn,
    enteredOn,
    closedOn: next?.to === 'closed' ? next.on : row.closedOn,
    refusalReasons: state === 'refused' ? refusalReasons.filter((reason) => reasons.includes(reason)) : [],
    outcomeClass: row.outcomeClass as OutcomeClass | null,
  }
}
