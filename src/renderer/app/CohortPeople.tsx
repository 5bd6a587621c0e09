import { BulkDecision } from '../features/enrolments/BulkDecision'
import { CohortEnrolments } from '../features/enrolments/CohortEnrolments'
import { RecordHistory } from '../features/history/RecordHistory'
import { CohortSelection } from '../features/selection/CohortSelection'

/** The people of a cohort, with what was written of each. */
export function CohortPeople({ cohortId }: { cohortId: string }) {
  return <CohortEnrolments cohortId={cohortId} history={(id) => <RecordHistory entity="enrolments" id={id} />} />
}

/** How its applications are read, and the decision for the first ones, taken as it is from the board. */
export function CohortReading({ cohortId }: { cohortId: string }) {
  return (
    <CohortSelection
      cohortId={cohortId}
      decide={({ ids, to }, onClose) => <BulkDecision cohortId={cohortId} ids={ids} to={to} onClose={onClose} />}
    />
  )
}
