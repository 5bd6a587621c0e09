import type { NewRow } from '../../src/data/writer.ts'
import type { OpenDatabase } from '../../src/data/open-database.ts'
import { createPerson } from '../../src/data/features/people-write.ts'
import { NewPerson } from '../../src/shared/features/people.ts'
import { aPerson } from './factories.ts'
import { put, putCohort, putDocument, putEnrolment, putSession, putWorkshop } from './rows.ts'

/** A cohort with people enrolled and the means to add workshops and sessions, written beneath their own features. */
export interface CohortWorld {
  readonly programmeId: string
  readonly cohortId: string
  readonly people: readonly string[]
  readonly enrolments: readonly string[]
  readonly workshop: (said?: Partial<NewRow<'workshops'>>) => Promise<string>
  readonly session: (said: Partial<NewRow<'sessions'>> & { personId: string }) => Promise<string>
  readonly document: (workshopId: string) => Promise<string>
  readonly funding: (said: {
    workshopId?: string
    sessionId?: string
    share: number
    title?: string
  }) => Promise<string>
  readonly enrol: (personId: string, stage?: string, endedOn?: string) => Promise<string>
}

export async function aFilledCohort(
  test: { readonly database: Pick<OpenDatabase, 'command'>; readonly memberId: string },
  { people = 3, cohort = {} }: { people?: number; cohort?: Partial<NewRow<'cohorts'>> } = {},
): Promise<CohortWorld> {
  const programme = { kind: 'accelerator', name: 'Lance ta boîte', sortKey: 'lance ta boite' }
  const programmeId = await put(test, 'programmes', programme)
  const cohortId = await putCohort(test, { programmeId, startsOn: '2026-09-01', ...cohort })
  const enrol = (personId: string, stage = 'active', endedOn?: string) =>
    putEnrolment(test, cohortId, personId, { stage, enrolledOn: '2026-09-01', endedOn: endedOn ?? null })
  const ids: string[] = []
  const enrolments: string[] = []
  for (let index = 0; index < people; index += 1) {
    const phone = { kind: 'phone' as const, value: `06399${String(81300 + index)}` }
    const person = NewPerson.parse(aPerson({ contactPoints: [phone] }))
    const id = await test.database.command('space.seed', (tx) => createPerson(tx, person))
    ids.push(id)
    enrolments.push(await enrol(id))
  }
  return {
    programmeId,
    cohortId,
    people: ids,
    enrolments,
    enrol,
    workshop: (said) => putWorkshop(test, cohortId, said),
    session: ({ personId, ...said }) => putSession(test, personId, { heldOn: '2026-11-12', minutes: 60, ...said }),
    document: (workshopId) => putDocument(test, { workshopId, kind: 'attendanceSheet', title: 'Feuille' }),
    async funding({ workshopId, sessionId, share, title = 'Entreprendre en QPV' }) {
      const funderId = await put(test, 'organisations', { kind: 'fund', name: `Fonds ${title}`, sortKey: title })
      const fundedActionId = await put(test, 'fundedActions', { programmeId, funderId, title, currency: 'EUR' })
      if (workshopId) await put(test, 'workshopFundings', { workshopId, fundedActionId, share })
      if (sessionId) await put(test, 'sessionFundings', { sessionId, fundedActionId, share })
      return fundedActionId
    },
  }
}
