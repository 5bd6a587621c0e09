import { dayDelays } from '../../../shared/rules/day.ts'
import { addDays, localDay } from '../../../shared/rules/days.ts'
import type { DeadlineRule } from '../../../shared/rules/referral-clock.ts'
import type { ReadContext, ReadDb } from '../../context.ts'
import { attemptsOf, attemptsThatCount, expiryToday } from '../referral-clocks.ts'
import { owedFeedbacks } from '../referral-feedback.ts'
import { type DaySource, type Said, dayOfInstants, isWanted, nothingSaid, oncePerDay } from './source.ts'

/** Referrals whose clock runs. Nobody with one is in the trash: that is refused while a partner waits. */
export const clocks: DaySource = {
  reasons: ['acknowledge', 'firstContact', 'contactAttempts', 'decision', 'waitlistReview'],
  readsFrom: ['referrals'],
  async lines({ db }, { mine }) {
    const rows = await db
      .selectFrom('referrals')
      .select(['id', 'personId', 'dueOn', 'dueRule'])
      .where('dueOn', '>', '')
      .where('deletedAt', 'is', null)
      .where((eb) => isWanted(eb.ref('assignedToId'), mine))
      .execute()
    return rows.map(({ id, personId, dueOn, dueRule }) => ({
      reason: dueRule as Exclude<DeadlineRule, 'feedback'>,
      recordId: id,
      personId,
      dueOn,
      dueTime: null,
    }))
  },
  async said(context, ids) {
    const { db, space } = context
    const attempts = await attemptsOf(db, ids)
    return saidOf(context, await referralsOf(db, ids), (row) => {
      const tried = attempts.filter(({ referralId }) => referralId === row.id)
      return {
        on: row.receivedOn ?? row.sentOn,
        count: attemptsThatCount(tried, row.clockFrom).length,
        code: expiryToday(row, tried, context.today(), space.settings.serviceLevels),
      }
    })
  },
}

/** What the landlord is to be told, where the person agreed to it. */
export const feedbacks: DaySource = {
  reasons: ['feedback'],
  readsFrom: ['referralFeedbacks', 'referrals', 'consents'],
  async lines({ db, space }, { today, mine }) {
    if (space.kind !== 'association') return []
    const rows = await owedFeedbacks(db, today)
      .select(['referralFeedbacks.id', 'referrals.personId', 'referralFeedbacks.dueOn'])
      .where((eb) => isWanted(eb.ref('referrals.assignedToId'), mine))
      .execute()
    return rows.map(({ id, personId, dueOn }) => ({
      reason: 'feedback',
      recordId: id,
      personId,
      dueOn,
      dueTime: null,
    }))
  },
  async said(context, ids) {
    const { db } = context
    const owed = await db
      .selectFrom('referralFeedbacks')
      .select(['id', 'referralId', 'occasion', 'happenedOn'])
      .where('id', 'in', ids)
      .execute()
    const referrals = await referralsOf(
      db,
      owed.map(({ referralId }) => referralId),
    )
    const byReferral = saidOf(context, referrals, ({ officerPhone }) => ({ otherPhone: officerPhone }))
    return new Map(
      owed.map(({ id, referralId, occasion, happenedOn }) => {
        const said = byReferral.get(referralId) ?? nothingSaid
        return [id, { ...said, on: happenedOn, code: occasion }]
      }),
    )
  },
}

/** What a landlord's officer began and has not sent. */
export const drafts: DaySource = {
  reasons: ['draftReferral'],
  readsFrom: ['referrals'],
  async lines({ db, space }, { mine }) {
    if (space.kind !== 'landlord') return []
    const dayOf = dayOfInstants()
    const due = oncePerDay((day) => addDays(day, dayDelays.draft))
    const rows = await db
      .selectFrom('referrals')
      .select(['id', 'personId', 'createdAt'])
      .where('state', '=', 'draft')
      .where('deletedAt', 'is', null)
      .where((eb) => isWanted(eb.ref('assignedToId'), mine))
      .execute()
    return rows.map(({ id, personId, createdAt }) => ({
      reason: 'draftReferral',
      recordId: id,
      personId,
      dueOn: due(dayOf(createdAt)),
      dueTime: null,
    }))
  },
  async said(context, ids) {
    return saidOf(context, await referralsOf(context.db, ids), ({ createdAt }) => ({ on: localDay(createdAt) }))
  },
}

function referralsOf(db: ReadDb, ids: readonly string[]) {
  return db
    .selectFrom('referrals')
    .leftJoin('organisations', 'organisations.id', 'referrals.landlordId')
    .select([
      'referrals.id',
      'referrals.state',
      'referrals.stateSince',
      'referrals.clockFrom',
      'referrals.sentOn',
      'referrals.receivedOn',
      'referrals.createdAt',
      'referrals.project',
      'referrals.officerPhone',
      'organisations.name as landlordName',
    ])
    .where('referrals.id', 'in', ids)
    .execute()
}
type ReferralSaid = Awaited<ReturnType<typeof referralsOf>>[number]

/** In a landlord's space its own name says nothing. */
function saidOf(
  { space }: ReadContext,
  rows: readonly ReferralSaid[],
  more: (row: ReferralSaid) => Partial<Said>,
): ReadonlyMap<string, Said> {
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...nothingSaid,
        about: row.project,
        by: space.kind === 'landlord' ? null : row.landlordName,
        opens: { entity: 'referrals', id: row.id },
        ...more(row),
      },
    ]),
  )
}
