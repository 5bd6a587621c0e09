import { dayDelays } from '../../../shared/rules/day.ts'
import { addDays } from '../../../shared/rules/days.ts'
import type { DayRecord } from '../../../shared/features/day.ts'
import type { ReadContext } from '../../context.ts'
import { type DaySource, isWanted, nothingSaid } from './source.ts'

/** Papers that expire soon, or have, and that no later one of the same kind and person replaces. */
export const expiries: DaySource = {
  reasons: ['expiry'],
  readsFrom: ['documents', 'people', 'organisations', 'referrals', 'programmes', 'cohorts', 'workshops'],
  async lines({ db }, { today, mine }) {
    const rows = await db
      .selectFrom('documents')
      .leftJoin('people', 'people.id', 'documents.personId')
      .leftJoin('organisations', 'organisations.id', 'documents.organisationId')
      .leftJoin('referrals', 'referrals.id', 'documents.referralId')
      .leftJoin('programmes', 'programmes.id', 'documents.programmeId')
      .leftJoin('cohorts', 'cohorts.id', 'documents.cohortId')
      .leftJoin('workshops', 'workshops.id', 'documents.workshopId')
      .select(['documents.id', 'documents.personId', 'documents.expiresOn'])
      .where('documents.expiresOn', '<=', addDays(today, dayDelays.expiry))
      .where('documents.deletedAt', 'is', null)
      // a record in the trash, and the papers with it
      .where('people.deletedAt', 'is', null)
      .where('organisations.deletedAt', 'is', null)
      .where('referrals.deletedAt', 'is', null)
      .where('programmes.deletedAt', 'is', null)
      .where('cohorts.deletedAt', 'is', null)
      .where('workshops.deletedAt', 'is', null)
      .where((eb) => isWanted(eb.ref('documents.addedById'), mine))
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('documents as later')
              .select('later.id')
              .whereRef('later.personId', '=', 'documents.personId')
              .whereRef('later.kind', '=', 'documents.kind')
              .where('later.kind', '<>', 'other') // of any kind: one says nothing of another
              .whereRef('later.id', '<>', 'documents.id')
              .where('later.deletedAt', 'is', null)
              .where((inner) =>
                inner.or([
                  inner('later.expiresOn', 'is', null),
                  inner('later.expiresOn', '>', inner.ref('documents.expiresOn')),
                ]),
              )
              .whereRef('later.createdAt', '>=', 'documents.createdAt'),
          ),
        ),
      )
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

/** A paper belongs to one record. */
function ownerOf(row: Awaited<ReturnType<typeof documentsOf>>[number]): DayRecord | null {
  const { personId, organisationId, referralId, programmeId, cohortId, workshopId } = row
  if (personId !== null) return { entity: 'people', id: personId }
  if (organisationId !== null) return { entity: 'organisations', id: organisationId }
  if (referralId !== null) return { entity: 'referrals', id: referralId }
  if (programmeId !== null) return { entity: 'programmes', id: programmeId }
  if (cohortId !== null) return { entity: 'cohorts', id: cohortId }
  return workshopId === null ? null : { entity: 'workshops', id: workshopId }
}
