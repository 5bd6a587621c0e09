import type { CohortPlaces, EnrolmentRow } from '../../../shared/features/enrolments'
import { type EnrolmentStage, isOneOf, placedStages } from '../../../shared/rules/enrolment-stages'
import { quotaTaken } from '../../../shared/rules/quota'

interface Cohort {
  readonly rows: readonly EnrolmentRow[]
  readonly places: CohortPlaces
}

/** The places of a cohort as they would be if these people moved to a stage. */
export function placesAfter({ rows, places }: Cohort, moved: ReadonlySet<string>, to: EnrolmentStage): CohortPlaces {
  const after = rows.map((row) => (moved.has(row.id) ? { ...row, stage: to } : row))
  const placed = after.filter(({ stage }) => isOneOf(placedStages, stage))
  return {
    ...places,
    taken: placed.length,
    waiting: after.filter(({ stage }) => stage === 'waitlisted').length,
    quotas: places.quotas.map((quota) => ({ ...quota, taken: quotaTaken(quota, placed) })),
  }
}
