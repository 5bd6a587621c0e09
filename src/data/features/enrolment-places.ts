import type { CohortPlaces, EnrolmentRow } from '../../shared/features/enrolments.ts'
import { isOneOf, placedStages } from '../../shared/rules/enrolment-stages.ts'
import { quotaTaken } from '../../shared/rules/quota.ts'
import type { ReadContext } from '../context.ts'
import { quotaCodeName } from './cohort-filling.ts'
import { liveCohort } from './enrolment-row.ts'

/** What a cohort can hold and what is taken of it, whole and by quota, from the rows its board shows. */
export async function placesOf(
  { db, resources }: ReadContext,
  cohortId: string,
  rows: readonly EnrolmentRow[],
): Promise<CohortPlaces> {
  const { capacity } = await liveCohort(db, cohortId)
  const quotas = await db
    .selectFrom('cohortQuotas')
    .select(['id', 'kind', 'code', 'label', 'places'])
    .where('cohortId', '=', cohortId)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const placed = rows.filter(({ stage }) => isOneOf(placedStages, stage))
  return {
    capacity,
    taken: placed.length,
    waiting: rows.filter(({ stage }) => stage === 'waitlisted').length,
    quotas: quotas.map((quota) => ({
      ...quota,
      label: quota.label ?? quotaCodeName(resources, quota),
      taken: quotaTaken(quota, placed),
    })),
  }
}
