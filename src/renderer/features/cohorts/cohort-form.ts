import * as z from 'zod'
import type { Cohort, CohortFields } from '../../../shared/features/cohorts'
import { filled } from '../../forms/place'

/** All that is said of a cohort, as a form holds it. */
export const CohortFormShape = z.object({
  name: z.string(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  place: z.string(),
  capacity: z.number().nullable(),
  coordinatorId: z.string().nullable(),
  callOpensOn: z.string().nullable(),
  callClosesOn: z.string().nullable(),
  completionShare: z.number().nullable(),
  absencesAlert: z.number().nullable(),
  note: z.string(),
})
export type CohortForm = z.infer<typeof CohortFormShape>

export function cohortFormOf(cohort: Cohort | null): CohortForm {
  return {
    name: cohort?.name ?? '',
    startsOn: cohort?.startsOn ?? null,
    endsOn: cohort?.endsOn ?? null,
    place: cohort?.place ?? '',
    capacity: cohort?.capacity ?? null,
    coordinatorId: cohort?.coordinatorId ?? null,
    callOpensOn: cohort?.callOpensOn ?? null,
    callClosesOn: cohort?.callClosesOn ?? null,
    completionShare: cohort?.completionShare ?? null,
    absencesAlert: cohort?.absencesAlert ?? null,
    note: cohort?.note ?? '',
  }
}

export function cohortFieldsOf(form: CohortForm): CohortFields {
  return { ...form, name: form.name.trim(), place: filled(form.place), note: filled(form.note) }
}

/** What keeps the form from being saved. */
export function cohortProblem(form: CohortForm): 'name' | 'endsOn' | 'callClosesOn' | null {
  if (form.name.trim() === '') return 'name'
  if (isBackwards(form.startsOn, form.endsOn)) return 'endsOn'
  return isBackwards(form.callOpensOn, form.callClosesOn) ? 'callClosesOn' : null
}

function isBackwards(from: string | null, to: string | null): boolean {
  return from !== null && to !== null && to < from
}
