import type { Inputs } from '../../src/shared/contract.ts'

let counter = 0

function next(): number {
  counter += 1
  return counter
}

export function aProgramme(said: Partial<Inputs['programmes']['create']> = {}): Inputs['programmes']['create'] {
  return { kind: 'accelerator', name: `Incubateur ${next()}`, startsOn: '2026-09-01', endsOn: '2027-06-30', ...said }
}

export function aCohort(
  programmeId: string,
  said: Partial<Inputs['cohorts']['create']> = {},
): Inputs['cohorts']['create'] {
  return {
    programmeId,
    name: `Promotion ${next()}`,
    startsOn: '2026-09-07',
    endsOn: '2027-02-26',
    capacity: 40,
    ...said,
  }
}

export function aWorkshop(
  cohortId: string,
  said: Partial<Inputs['workshops']['create']> = {},
): Inputs['workshops']['create'] {
  return {
    cohortId,
    kind: 'workshop',
    title: `Atelier ${next()}`,
    heldOn: '2026-10-05',
    startTime: '09:00',
    endTime: '12:00',
    ...said,
  }
}

/** Of someone who entered a cohort: their enrolment, as it was frozen that day. */
export const entered = { stage: 'enrolled', stageSince: '2026-09-07', entryOn: '2026-09-07' } as const
