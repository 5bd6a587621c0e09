import { dayDelays } from '../../../shared/rules/day.ts'
import { addDays } from '../../../shared/rules/days.ts'
import type { ReadContext } from '../../context.ts'
import { expiringPapers, ownerOf } from '../document-owners.ts'
import { type DaySource, isWanted, nothingSaid } from './source.ts'

/** Papers that expire soon, or have, and that no later one of the same kind and person replaces. */
export const expiries: DaySource = {
  reasons: ['expiry'],
  readsFrom: ['documents', 'people', 'organisations', 'referrals', 'programmes', 'cohorts', 'workshops'],
  async lines({ db }, { today, mine }) {
    const rows = await expiringPapers(db, addDays(today, dayDelays.expiry))
      .select(['documents.id', 'documents.personId', 'documents.expiresOn'])
      .where((eb) => isWanted(eb.ref('documents.addedById'), mine))
      .execute()
    return rows.map(({ id, personId, expiresOn }) => ({
      reason: 'expiry',
      recordId: id,
      personId,
      dueOn: expiresOn,
      dueTime: null,
    }))
  },
  async said({ db }, ids) {
    const rows = await documentsOf(db, ids)
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ...nothingSaid,
          title: row.title,
          about: row.organisation ?? row.programme ?? row.cohort ?? row.workshop ?? row.number,
          on: row.expiresOn,
          opens: ownerOf(row),
        },
      ]),
    )
  },
}

function documentsOf(db: ReadContext['db'], ids: readonly string[]) {
  return db
    .selectFrom('documents')
    .leftJoin('organisations', 'organisations.id', 'documents.organisationId')
    .leftJoin('referrals', 'referrals.id', 'documents.referralId')
    .leftJoin('programmes', 'programmes.id', 'documents.programmeId')
    .leftJoin('cohorts', 'cohorts.id', 'documents.cohortId')
    .leftJoin('workshops', 'workshops.id', 'documents.workshopId')
    .select([
      'documents.id',
      'documents.title',
      'documents.expiresOn',
      'documents.personId',
      'documents.organisationId',
      'documents.referralId',
      'documents.programmeId',
      'documents.cohortId',
      'documents.workshopId',
      'organisations.name as organisation',
      'programmes.name as programme',
      'cohorts.name as cohort',
      'workshops.title as workshop',
      'referrals.number',
    ])
    .where('documents.id', 'in', ids)
    .execute()
}
