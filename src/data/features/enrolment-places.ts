import type { CohortPlaces, EnrolmentRow } from '../../shared/features/enrolments.ts'
import { isOneOf, placedStages } from '../../shared/rules/enrolment-stages.ts'
import type { ReadContext } from '../context.ts'
import { quotasOf } from './cohort-filling.ts'
import { liveCohort } from './enrolment-row.ts'

/** What a cohort can hold and what is taken of it, whole and by quota, from the rows its board shows. */
export async function placesOf(
  context: ReadContext,
  cohortId: string,
  rows: readonly EnrolmentRow[],
): Promise<CohortPlaces> {
  const { capacity } = await liveCohort(context.db, cohortId)
  const quotas = await quotasOf(context, cohortId)
  return {
    capacity,
    taken: rows.filter(({ stage }) => isOneOf(placedStages, stage)).length,
    waiting: rows.filter(({ stage }) => stage === 'waitlisted').length,
    quotas: quotas.map(({ codeName, ...quota }) => ({ ...quota, label: quota.label ?? codeName })),
  }
}
