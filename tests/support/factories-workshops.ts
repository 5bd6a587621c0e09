import type { WriteContext } from '../../src/data/context.ts'
import type { NewRow } from '../../src/data/writer.ts'
import type { OpenDatabase } from '../../src/data/open-database.ts'
import { createPerson } from '../../src/data/features/people-write.ts'
import { NewPerson } from '../../src/shared/features/people.ts'
import { aPerson } from './factories.ts'

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

export async function aCohort(
  test: { readonly database: Pick<OpenDatabase, 'command'>; readonly memberId: string },
  { people = 3, cohort = {} }: { people?: number; cohort?: Partial<NewRow<'cohorts'>> } = {},
): Promise<CohortWorld> {
  const write = <T>(work: (tx: WriteContext) => Promise<T>) => test.database.command('space.seed', work)
  const { programmeId, cohortId } = await write(async (tx) => {
    const programme = { kind: 'accelerator', name: 'Lance ta boîte', sortKey: 'lance ta boite' }
    const parent = await tx.write.insert('programmes', programme)
    const made = { programmeId: parent, name: 'Automne 2026', sortKey: 'automne 2026', startsOn: '2026-09-01' }
    return { programmeId: parent, cohortId: await tx.write.insert('cohorts', { ...made, ...cohort }) }
  })
  const enrol = (personId: string, stage = 'active', endedOn?: string) =>
    write((tx) =>
      tx.write.insert('enrolments', {
        cohortId,
        personId,
        stage,
        stageSince: '2026-09-01',
        enrolledOn: '2026-09-01',
        endedOn: endedOn ?? null,
        reasons: '[]',
        entryQpvState: 'toCheck',
      }),
    )
  const ids: string[] = []
  const enrolments: string[] = []
  for (let index = 0; index < people; index += 1) {
    const phone = { kind: 'phone' as const, value: `06399${String(81300 + index)}` }
    const person = NewPerson.parse(aPerson({ contactPoints: [phone] }))
    const id = await write((tx) => createPerson(tx, person))
    ids.push(id)
    enrolments.push(await enrol(id))
  }
  return {
    programmeId,
    cohortId,
    people: ids,
    enrolments,
    enrol,
    workshop: (said = {}) =>
      write((tx) =>
        tx.write.insert('workshops', {
          cohortId,
          kind: 'workshop',
          title: 'Fixer ses prix',
          heldOn: '2026-11-10',
          startTime: '09:30',
          endTime: '12:30',
          minutes: 180,
          compulsory: 0,
          position: 0,
          ...said,
        }),
      ),
    session: (said) =>
      write((tx) =>
        tx.write.insert('sessions', {
          coachId: test.memberId,
          state: 'held',
          heldOn: '2026-11-12',
          minutes: 60,
          mode: 'inPerson',
          themes: '[]',
          ...said,
        }),
      ),
    document: (workshopId) =>
      write((tx) =>
        tx.write.insert('documents', {
          workshopId,
          kind: 'attendanceSheet',
          title: 'Feuille',
          fileName: 'feuille.pdf',
          mediaType: 'application/pdf',
          size: 10,
          sha256: 'a'.repeat(64),
        }),
      ),
    funding: ({ workshopId, sessionId, share, title = 'Entreprendre en QPV' }) =>
      write(async (tx) => {
        const organisation = { kind: 'fund', name: `Fonds ${title}`, sortKey: title }
        const funderId = await tx.write.insert('organisations', organisation)
        const fundedActionId = await tx.write.insert('fundedActions', { programmeId, funderId, title, currency: 'EUR' })
        if (workshopId) await tx.write.insert('workshopFundings', { workshopId, fundedActionId, share })
        if (sessionId) await tx.write.insert('sessionFundings', { sessionId, fundedActionId, share })
        return fundedActionId
      }),
  }
}
