import { AppError } from '../../shared/errors.ts'
import type { Referral, ReferralFeedback } from '../../shared/features/referrals.ts'
import { agreedTo } from '../../shared/rules/consent.ts'
import { type ExpiryReason, type ReferralState, movesFrom } from '../../shared/rules/referral-transitions.ts'
import type { SpaceKind } from '../../shared/rules/values.ts'
import type { ReadContext, ReadDb } from '../context.ts'
import { frozenEntry } from './entry-situation.ts'
import { type MemberNames, memberNames, nameOf } from './member-names.ts'
import { agreementToShow, agreementsOf, confirmAgreementOn } from './referral-agreements.ts'
import { attemptsOf, deadlineToday, expiryToday } from './referral-clocks.ts'
import { saidOf } from './referral-fields.ts'

/** A whole referral, also from the trash. */
export async function readReferral(context: ReadContext, id: string): Promise<Referral> {
  const { db, space } = context
  const today = context.today()
  const levels = space.settings.serviceLevels
  const row = await readRow(db, id)
  const agreements = await agreementsOf(db, [id])
  const agreement = agreementToShow(agreements, today)
  const attempts = await attemptsOf(db, [id])
  const proposal = expiryToday(row, attempts, today, levels)
  const names = await memberNames(db)
  const state = row.state as ReferralState
  return {
    ...saidOf(row),
    assignedToId: row.assignedToId,
    id,
    version: row.version,
    number: row.number,
    state,
    stateSince: row.stateSince,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    deletedAt: row.deletedAt,
    sentOn: row.sentOn,
    receivedOn: row.receivedOn,
    decidedOn: row.decidedOn,
    closedOn: row.closedOn,
    personId: row.personId,
    firstName: row.firstName,
    lastName: row.lastName,
    phone: await contactOf(db, row.personId, 'phone'),
    email: await contactOf(db, row.personId, 'email'),
    city: row.city,
    birthYear: row.birthYear,
    landlordName: row.landlordName,
    residenceName: row.residenceName,
    residenceCode: row.residenceCode,
    assignedTo: row.assignedToId === null ? null : (names.get(row.assignedToId) ?? null),
    reasons: JSON.parse(row.reasons) as Referral['reasons'],
    rank: row.rank,
    outcomeClass: row.outcomeClass as Referral['outcomeClass'],
    otherSchemeName: row.otherSchemeName,
    redirectKind: row.redirectKind as Referral['redirectKind'],
    redirectedTo: row.redirectName,
    redirectedToId: row.redirectOrganisationId,
    threadId: row.threadId,
    previousId: row.previousId,
    nextId: await nextOf(db, id),
    deadline: deadlineToday(row, today, levels),
    agreement: agreement === null ? null : withoutReferral(agreement),
    confirmAgreementOn: agreement === null ? null : confirmAgreementOn(context, agreement, state),
    feedbackAllowed: agreedTo(agreements, 'statusBack', today),
    expiryProposal: proposal,
    entry: frozenEntry(row),
    moves: await movesOf(db, id, names),
    attempts: attempts.map(({ id: attemptId, at, channel, result, note, memberId }) => ({
      id: attemptId,
      at,
      channel: channel as Referral['attempts'][number]['channel'],
      result: result as Referral['attempts'][number]['result'],
      note,
      by: nameOf(names, memberId),
    })),
    feedbacks: await feedbacksOf(db, id, names),
    nextStates: nextStatesOf(state, space.kind, proposal),
  }
}

/** Where a member of this space may move it; to `expired` only when the clock proposes it. */
export function nextStatesOf(state: ReferralState, kind: SpaceKind, proposal: ExpiryReason | null): ReferralState[] {
  return movesFrom(state, kind)
    .map((rule) => rule.to)
    .filter((to) => to !== 'expired' || proposal !== null)
}

async function readRow(db: ReadDb, id: string) {
  const row = await db
    .selectFrom('referrals')
    .innerJoin('people', 'people.id', 'referrals.personId')
    .leftJoin('organisations', 'organisations.id', 'referrals.landlordId')
    .leftJoin('residences', 'residences.id', 'referrals.residenceId')
    .selectAll('referrals')
    .select(['people.firstName', 'people.lastName', 'people.city', 'people.birthYear'])
    .select([
      'organisations.name as landlordName',
      'residences.name as residenceName',
      'residences.code as residenceCode',
    ])
    .where('referrals.id', '=', id)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'referrals', id })
  return row
}

async function contactOf(db: ReadDb, personId: string, kind: 'phone' | 'email'): Promise<string | null> {
  const point = await db
    .selectFrom('contactPoints')
    .select('value')
    .where('personId', '=', personId)
    .where('kind', '=', kind)
    .where('deletedAt', 'is', null)
    .orderBy('preferred', 'desc')
    .orderBy('position')
    .executeTakeFirst()
  return point?.value ?? null
}

async function nextOf(db: ReadDb, id: string): Promise<string | null> {
  const next = await db
    .selectFrom('referrals')
    .select('id')
    .where('previousId', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  return next?.id ?? null
}

async function movesOf(db: ReadDb, id: string, names: MemberNames): Promise<Referral['moves']> {
  const rows = await db
    .selectFrom('referralMoves')
    .selectAll()
    .where('referralId', '=', id)
    .where('deletedAt', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    from: row.fromState as ReferralState | null,
    to: row.toState as ReferralState,
    on: row.movedOn,
    at: row.at,
    mover: row.mover as Referral['moves'][number]['mover'],
    by: row.byName ?? nameOf(names, row.memberId),
    reasons: JSON.parse(row.reasons) as string[],
    note: row.note,
  }))
}

async function feedbacksOf(db: ReadDb, id: string, names: MemberNames): Promise<ReferralFeedback[]> {
  const rows = await db
    .selectFrom('referralFeedbacks')
    .selectAll()
    .where('referralId', '=', id)
    .where('deletedAt', 'is', null)
    .orderBy('happenedOn')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    occasion: row.occasion as ReferralFeedback['occasion'],
    happenedOn: row.happenedOn,
    dueOn: row.dueOn,
    sentOn: row.sentOn,
    channel: row.channel,
    message: row.message,
    by: nameOf(names, row.memberId),
  }))
}

function withoutReferral({ referralId: _referralId, ...agreement }: Awaited<ReturnType<typeof agreementsOf>>[number]) {
  return agreement
}
