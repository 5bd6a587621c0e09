import type { ReadDb } from '../context.ts'

/**
 * People whose referral was accepted and led to no programme yet: they are proposed to every cohort, but for those
 * who are in it by another way.
 */
export function readCandidates(db: ReadDb, cohortId: string) {
  return db
    .selectFrom('referrals')
    .innerJoin('people', 'people.id', 'referrals.personId')
    .leftJoin('organisations', 'organisations.id', 'referrals.landlordId')
    .select([
      'referrals.id as referralId',
      'referrals.number',
      'referrals.decidedOn',
      'referrals.project',
      'organisations.name as landlordName',
      'referrals.personId',
      'people.firstName',
      'people.lastName',
    ])
    .where('referrals.state', '=', 'accepted')
    .where('referrals.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('enrolments')
            .select('enrolments.id')
            .where('enrolments.deletedAt', 'is', null)
            .where((inner) =>
              inner.or([
                inner('enrolments.referralId', '=', inner.ref('referrals.id')),
                inner.and([
                  inner('enrolments.cohortId', '=', cohortId),
                  inner('enrolments.personId', '=', inner.ref('referrals.personId')),
                ]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('referrals.decidedOn', 'desc')
    .orderBy('people.sortKey')
    .execute()
}
