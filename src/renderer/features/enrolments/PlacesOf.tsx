import { useQuery } from '../../api'
import { Places } from './Places'
import './enrolments.css'

/** What is taken of a cohort's places, for a screen that decides about it. */
export function PlacesOf({ cohortId }: { cohortId: string }) {
  const cohort = useQuery('enrolments.ofCohort', { cohortId }, { keepPrevious: true }).data
  return cohort ? <Places places={cohort.places} /> : null
}
