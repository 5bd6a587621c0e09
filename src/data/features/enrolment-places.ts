import type { CohortPlaces, EnrolmentRow } from '../../shared/features/enrolments.ts'
import { isOneOf, placedStages } from '../../shared/rules/enrolment-stages.ts'
import { quotaTaken } from '../../shared/rules/quota.ts'
import type { ReadDb } from '../context.ts'
import { liveCohort } from './enrolment-row.ts'

/** What a cohort can hold and what is taken of it, whole and by quota, from the rows its board shows. */
export async function placesOf(db: ReadDb, cohortId: string, rows: readonly EnrolmentRow[]): Promise<CohortPlaces> {
  const { capacity } = await liveCohort(db, cohortId)
  const quotas = await db
    .selectFrom('cohortQuotas')
    .select(['id', 'kind', 'code', 'label', 'places'])
    .where('cohortId', '=', cohortId)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const situations = await situationsOf(db, cohortId)
  const placed = rows.filter(({ stage }) => isOneOf(placedStages, stage))
  return {
    capacity,
    taken: placed.length,
    waiting: rows.filter(({ stage }) => stage === 'waitlisted').length,
    quotas: quotas.map((quota) => ({
      ...quota,
      taken: quotaTaken(
        quota,
        placed.map((row) => ({ ...row, ...(situations.get(row.id) ?? nothingKnown) })),
      ),
    })),
  }
}

const nothingKnown = { communeCode: null, frrStatus: null }

/** Commune and countryside, at entry where they are frozen. */
async function situationsOf(db: ReadDb, cohortId: string) {
  const rows = await db
    .selectFrom('enrolments')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .select([
      'enrolments.id',
      'entryOn',
      'entryCommuneCode',
      'entryFrrStatus',
      'people.communeCode',
      'people.frrStatus',
    ])
    .where('cohortId', '=', cohortId)
    .where('enrolments.deletedAt', 'is', null)
    .execute()
  return new Map(
    rows.map((row) => {
      const frozen = row.entryOn !== null
      return [
        row.id,
        {
          communeCode: frozen ? row.entryCommuneCode : row.communeCode,
          frrStatus: frozen ? row.entryFrrStatus : row.frrStatus,
        },
      ]
    }),
  )
}
