import { type MoveReason } from '../../../shared/features/referrals.ts'
import { displayName } from '../../../shared/rules/fold.ts'
import { type ReferralState, referralStates, statesAfter } from '../../../shared/rules/referral-transitions.ts'
import { type OutcomeClass, outcomeClasses } from '../../../shared/rules/values.ts'
import type { WriteContext } from '../../context.ts'
import { type PartnerNews, learnFromPartner } from '../referral-partner-news.ts'
import type { Applied } from './applied.ts'
import { type KnownReferral } from './known-referrals.ts'
import type { Notes } from './notes.ts'
import { type PlanContext, type PlannedRow, type ReadRecord, cellsOf, problemsOf, refusedRow } from './planned.ts'
import { type Reading, listValue, textValue } from './reading.ts'
import type * as z from 'zod'

/** Where one of the landlord's own referrals stands, as the association's file tells it. */
export interface NewsPlan {
  readonly referralId: string
  readonly news: PartnerNews
}

/** A row that tells news names a state; one that says nothing of it is about the referral itself. */
export function tellsNews(context: PlanContext, reading: Reading): boolean {
  return (
    context.space.kind === 'landlord' &&
    (context.partnerFile === 'forPartner' || textValue(reading, 'state') !== undefined)
  )
}

export function planNews(context: PlanContext, record: ReadRecord, known: KnownReferral, notes: Notes): PlannedRow {
  const { reading } = record
  const news = newsOf(context, reading, known.state, notes)
  const label = `${known.number} · ${displayName(known.lastName, known.firstName)}`
  if (news && news.state !== known.state && !statesAfter(known.state).has(news.state))
    notes.problems.set('state', 'impossibleMove')
  if (news && isBefore(news.on, known.sentOn)) notes.problems.set(dayFieldOf(news.state) ?? 'state', 'impossibleDay')
  if (news === null) notes.problems.set('state', 'required')
  if (news === null || problemsOf(reading, notes).length > 0) return refusedRow(record, label, notes)
  const before = replacedBy(known, news)
  const row = {
    line: record.line,
    label,
    recordId: known.id,
    problems: [],
    duplicate: null,
    values: { news: { referralId: known.id, news } satisfies NewsPlan },
    keys: [`number:${known.number}`],
  }
  if (record.decision === 'ignore' || record.strategy === 'skip')
    return { ...row, effect: 'skip', cells: cellsOf(reading, notes) }
  return { ...row, effect: before.size === 0 ? 'unchanged' : 'update', cells: cellsOf(reading, notes, before) }
}

function isBefore(day: string | null, other: string | null): boolean {
  return day !== null && other !== null && day < other
}

const dayFields: Partial<Record<ReferralState, string>> = {
  sent: 'sentOn',
  received: 'receivedOn',
  met: 'metOn',
  accepted: 'decidedOn',
  refused: 'decidedOn',
  redirected: 'decidedOn',
  closed: 'closedOn',
}

function dayFieldOf(state: ReferralState): string | null {
  return dayFields[state] ?? null
}

function newsOf(
  { today, space }: PlanContext,
  reading: Reading,
  from: ReferralState,
  notes: Notes,
): PartnerNews | null {
  const state = referralStates.find((known) => known === textValue(reading, 'state'))
  if (state === undefined) return null
  for (const field of ['receivedOn', 'metOn', 'decidedOn', 'closedOn']) {
    if ((textValue(reading, field) ?? '') > today) notes.problems.set(field, 'futureDate')
  }
  const day = (field: string | null) => (field === null ? null : (textValue(reading, field) ?? null))
  const reasons = (listValue(reading, 'reasons') ?? []).map((reason) => reasonFor(state, reason))
  return {
    state,
    on: day(dayFieldOf(state)),
    receivedOn: day('receivedOn'),
    decidedOn: day('decidedOn'),
    closedOn: day('closedOn'),
    reasons: reasons as z.infer<typeof MoveReason>[],
    outcomeClass: (outcomeClasses.find((known) => known === textValue(reading, 'outcomeClass')) ??
      null) as OutcomeClass | null,
    byName: textValue(reading, 'senderName') ?? space.settings.partnerName ?? '',
    mover:
      state === 'withdrawn' ? 'person' : state === 'expired' ? 'clock' : from === 'draft' ? 'officer' : 'association',
  }
}

/** Two codes share one word: which is meant follows from the state. */
function reasonFor(state: ReferralState, reason: string): string {
  if (state === 'expired' && reason === 'notReachable') return 'unreachable'
  return state !== 'expired' && reason === 'unreachable' ? 'notReachable' : reason
}

function replacedBy(known: KnownReferral, news: PartnerNews): Map<string, string> {
  const before = new Map<string, string>()
  const compare = (field: string, now: string | null, told: string | null) => {
    if (told !== null && told !== now) before.set(field, now ?? '')
  }
  compare('state', known.state, news.state)
  compare('receivedOn', known.receivedOn, news.receivedOn)
  compare('decidedOn', known.decidedOn, news.decidedOn)
  compare('closedOn', known.closedOn, news.closedOn)
  compare('outcomeClass', known.outcomeClass, news.outcomeClass)
  if (news.reasons.length > 0) compare('reasons', known.reasons.join('; '), news.reasons.join('; '))
  return before
}

export async function applyNews(tx: WriteContext, { referralId, news }: NewsPlan): Promise<Applied> {
  return { recordId: referralId, did: (await learnFromPartner(tx, referralId, news)) ? 'updated' : 'unchanged' }
}
