import type { Inputs } from '../../src/shared/contract.ts'
import type { TestApi } from './open-test-api.ts'

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

interface Enrolled {
  readonly personId: string
  readonly stage?: string
  readonly gender?: string | null
  readonly qpvState?: string
  readonly qpvCode?: string | null
  readonly communeCode?: string | null
  readonly age?: number | null
  readonly status?: string | null
}

/** Someone in a cohort, as they were on the day of entry: written as any row is, so that it can be undone. */
export async function enrolFor(database: TestApi['database'], cohortId: string, who: Enrolled): Promise<string> {
  return database.command('enrolments.create', (tx) =>
    tx.write.insert('enrolments', {
      cohortId,
      personId: who.personId,
      referralId: null,
      stage: who.stage ?? 'enrolled',
      stageSince: '2026-09-07',
      reasons: '[]',
      entryOn: '2026-09-07',
      entryQpvState: who.qpvState ?? 'toCheck',
      entryQpvCode: who.qpvCode ?? null,
      entryCommuneCode: who.communeCode ?? null,
      entryGender: who.gender ?? null,
      entryAge: who.age ?? null,
      entryStatus: who.status ?? null,
    }),
  )
}

/** A presence of a half-day, noted or not in minutes. */
export async function attend(
  database: TestApi['database'],
  workshopId: string,
  personId: string,
  said: { readonly halfDay?: string; readonly state?: string; readonly minutes?: number | null } = {},
): Promise<string> {
  return database.command('attendances.create', (tx) =>
    tx.write.insert('attendances', {
      workshopId,
      personId,
      halfDay: said.halfDay ?? 'morning',
      state: said.state ?? 'present',
      minutes: said.minutes === undefined ? 180 : said.minutes,
      walkIn: 0,
    }),
  )
}
