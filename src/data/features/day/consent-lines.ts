import type { ExpressionBuilder } from 'kysely'
import { confirmAgainOn } from '../../../shared/rules/consent.ts'
import { dayDelays } from '../../../shared/rules/day.ts'
import { type IsoDay, addDays, addMonths } from '../../../shared/rules/days.ts'
import { openReferralStates } from '../../../shared/rules/referral-transitions.ts'
import type { ReadContext } from '../../context.ts'
import type { Schema } from '../../schema.ts'
import { lastOfTheirs, workedWithStates } from '../referral-agreements.ts'
import { type DaySource, isWanted, nothingSaid } from './source.ts'

/** Agreements to ask for again, of referrals that are not over: the last one of each, unless it was withdrawn. */
export const consentsToRenew: DaySource = {
  reasons: ['consentRenewal'],
  readsFrom: ['consents', 'referrals', 'people', 'settings'],
  async lines({ db, space }, { today, mine }) {
    const months = space.settings.consentMonths
    if (space.kind !== 'association' || months === 0) return []
    const told = addDays(today, dayDelays.consentRenewal)
    const rows = await db
      .selectFrom('consents')
      // read in this order: few agreements are that old, and many referrals are open
      .crossJoin('referrals')
      .crossJoin('people')
      .select(['consents.id', 'referrals.personId', 'consents.givenOn'])
      .whereRef('referrals.id', '=', 'consents.referralId')
      .whereRef('people.id', '=', 'referrals.personId')
      // a month before may have fewer days: what this lets through too early is left out below
      .where('consents.givenOn', '<=', addDays(addMonths(told, -months), 3))
      .where('consents.purpose', '=', 'referral')
      .where('consents.withdrawnOn', 'is', null)
      .where('consents.deletedAt', 'is', null)
      .where('referrals.state', 'in', workedWithStates)
      .where('referrals.deletedAt', 'is', null)
      .where('people.deletedAt', 'is', null)
      .where(lastOfTheirs)
      .where((eb) => isWanted(eb.ref('referrals.assignedToId'), mine))
      .execute()
    return rows.flatMap(({ id, personId, givenOn }) => {
      const dueOn = confirmAgainOn(givenOn, months)
      if (dueOn === null || dueOn > told) return []
      return [{ reason: 'consentRenewal', recordId: id, personId, dueOn, dueTime: null }]
    })
  },
  async said({ db }, ids) {
    const rows = await db
      .selectFrom('consents')
      .innerJoin('referrals', 'referrals.id', 'consents.referralId')
      .leftJoin('organisations', 'organisations.id', 'referrals.landlordId')
      .select(['consents.id', 'consents.givenOn', 'referrals.id as referralId', 'project', 'organisations.name as by'])
      .where('consents.id', 'in', ids)
      .execute()
    return new Map(
      rows.map(({ id, givenOn, referralId, project, by }) => [
        id,
        { ...nothingSaid, on: givenOn, about: project, by, opens: { entity: 'referrals', id: referralId } as const },
      ]),
    )
  },
}

/** Referrals to decide without the person's agreement: it was withdrawn, or was never noted. */
export const consentsMissing: DaySource = {
  reasons: ['consentMissing'],
  readsFrom: ['consents', 'referrals', 'people'],
  async lines(context, { today, mine }) {
    if (context.space.kind !== 'association') return []
    const rows = await withoutAgreement(context, today)
      .where((eb) => isWanted(eb.ref('referrals.assignedToId'), mine))
      .execute()
    return rows.map(({ id, personId, withdrawnOn, receivedOn, stateSince }) => ({
      reason: 'consentMissing',
      recordId: id,
      personId,
      dueOn: withdrawnOn ?? receivedOn ?? stateSince,
      dueTime: null,
    }))
  },
  async said(context, ids) {
    const rows = await withoutAgreement(context, context.today())
      .leftJoin('organisations', 'organisations.id', 'referrals.landlordId')
      .select(['project', 'organisations.name as by'])
      .where('referrals.id', 'in', ids)
      .execute()
    return new Map(
      rows.map(({ id, withdrawnOn, receivedOn, project, by }) => {
        const code = withdrawnOn === null ? 'never' : 'withdrawn'
        const opens = { entity: 'referrals', id } as const
        return [id, { ...nothingSaid, on: withdrawnOn ?? receivedOn, code, about: project, by, opens }]
      }),
    )
  },
}

function withoutAgreement({ db }: ReadContext, today: IsoDay) {
  return db
    .selectFrom('referrals')
    .innerJoin('people', 'people.id', 'referrals.personId')
    .select((eb) => [
      'referrals.id',
      'referrals.personId',
      'referrals.receivedOn',
      'referrals.stateSince',
      noted(eb)
        .select((inner) => inner.fn.max('consents.withdrawnOn').as('withdrawnOn'))
        .as('withdrawnOn'),
    ])
    .where('referrals.state', 'in', openReferralStates)
    .where('referrals.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          noted(eb)
            .select('consents.id')
            .where('consents.givenOn', '<=', today)
            .where((inner) =>
              inner.or([inner('consents.withdrawnOn', 'is', null), inner('consents.withdrawnOn', '>', today)]),
            ),
        ),
      ),
    )
}

function noted(eb: ExpressionBuilder<Schema, 'referrals' | 'people'>) {
  return eb
    .selectFrom('consents')
    .whereRef('consents.referralId', '=', 'referrals.id')
    .where('consents.purpose', '=', 'referral')
    .where('consents.deletedAt', 'is', null)
}
