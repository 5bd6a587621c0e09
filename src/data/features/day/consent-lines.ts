import type { ExpressionBuilder } from 'kysely'
import { askedPurposes } from '../../../shared/features/agreements.ts'
import { confirmAgainOn } from '../../../shared/rules/consent.ts'
import { dayDelays } from '../../../shared/rules/day.ts'
import { type IsoDay, addDays, addMonths } from '../../../shared/rules/days.ts'
import { openReferralStates } from '../../../shared/rules/referral-transitions.ts'
import type { ReadContext, ReadDb } from '../../context.ts'
import type { Schema } from '../../schema.ts'
import { lastAnswer, lastOfTheirs, workedWithStates } from '../referral-agreements.ts'
import { type DaySource, type Said, isWanted, nothingSaid } from './source.ts'

/**
 * Agreements to ask for again: of referrals that are not over, and those that need none. The last one of each, unless
 * it was withdrawn.
 */
export const consentsToRenew: DaySource = {
  reasons: ['consentRenewal'],
  readsFrom: ['consents', 'referrals', 'people', 'supports', 'settings'],
  async lines({ db, space }, { today, mine }) {
    const months = space.settings.consentMonths
    if (space.kind !== 'association' || months === 0) return []
    const told = addDays(today, dayDelays.consentRenewal)
    // a month before may have fewer days: what this lets through too early is left out below
    const givenBy = addDays(addMonths(told, -months), 3)
    const rows = [...(await ofReferrals(db, givenBy, mine)), ...(await ofPeople(db, givenBy, mine))]
    return rows.flatMap(({ id, personId, givenOn }) => {
      const dueOn = confirmAgainOn(givenOn, months)
      if (dueOn === null || dueOn > told) return []
      return [{ reason: 'consentRenewal', recordId: id, personId, dueOn, dueTime: null }]
    })
  },
  async said({ db }, ids) {
    const rows = await db
      .selectFrom('consents')
      .leftJoin('referrals', 'referrals.id', 'consents.referralId')
      .leftJoin('organisations', 'organisations.id', 'referrals.landlordId')
      .select([
        'consents.id',
        'consents.personId',
        'consents.givenOn',
        'consents.purpose',
        'consents.referralId',
        'project',
        'organisations.name as by',
      ])
      .where('consents.id', 'in', ids)
      .execute()
    return new Map(
      rows.map(({ id, personId, givenOn: on, purpose, referralId, project: about, by }): [string, Said] => {
        if (referralId === null)
          return [id, { ...nothingSaid, on, code: purpose, opens: { entity: 'people', id: personId } }]
        return [id, { ...nothingSaid, on, about, by, opens: { entity: 'referrals', id: referralId } }]
      }),
    )
  },
}

/** Read in this order: few agreements are that old, and many referrals are open. */
function ofReferrals(db: ReadDb, givenBy: IsoDay, mine: string | null) {
  return inForce(db, givenBy)
    .crossJoin('referrals')
    .crossJoin('people')
    .select(['consents.id', 'referrals.personId', 'consents.givenOn'])
    .whereRef('referrals.id', '=', 'consents.referralId')
    .whereRef('people.id', '=', 'referrals.personId')
    .where('consents.purpose', '=', 'referral')
    .where('referrals.state', 'in', workedWithStates)
    .where('referrals.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .where(lastOfTheirs)
    .where((eb) => isWanted(eb.ref('referrals.assignedToId'), mine))
    .execute()
}

/** Without a referral, it is asked by the coach of the person, and by anyone where there is none. */
function ofPeople(db: ReadDb, givenBy: IsoDay, mine: string | null) {
  return inForce(db, givenBy)
    .crossJoin('people')
    .select(['consents.id', 'consents.personId', 'consents.givenOn'])
    .whereRef('people.id', '=', 'consents.personId')
    .where('consents.referralId', 'is', null)
    .where('consents.purpose', 'in', askedPurposes)
    .where('consents.refused', '=', 0)
    .where('people.deletedAt', 'is', null)
    .where(lastAnswer)
    .where((eb) => isWanted(coachOf(eb), mine))
    .execute()
}

function inForce(db: ReadDb, givenBy: IsoDay) {
  return db
    .selectFrom('consents')
    .where('consents.givenOn', '<=', givenBy)
    .where('consents.withdrawnOn', 'is', null)
    .where('consents.deletedAt', 'is', null)
}

/** Who follows them; of several, the one who has for longest. */
function coachOf(eb: ExpressionBuilder<Schema, 'consents'>) {
  return eb
    .selectFrom('supports')
    .select('supports.coachId')
    .whereRef('supports.personId', '=', 'consents.personId')
    .where('supports.endedOn', 'is', null)
    .where('supports.deletedAt', 'is', null)
    .orderBy('supports.startedOn')
    .orderBy('supports.id')
    .limit(1)
    .$asScalar()
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
