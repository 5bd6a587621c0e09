import type { EntityName } from '../../src/shared/features/history.ts'
import { sortKey } from '../../src/shared/rules/fold.ts'
import type { OpenDatabase } from '../../src/data/open-database.ts'
import type { NewRow } from '../../src/data/writer.ts'

// Rows written beneath the feature whose they are, for the tests of those that read them. Each gives its id.

interface Space {
  readonly database: Pick<OpenDatabase, 'command'>
}

/** A row of any entity, with its history; as all that was there at first, it is out of reach of undo. */
export function put<E extends EntityName>({ database }: Space, entity: E, row: NewRow<E>): Promise<string> {
  return database.command('space.seed', (tx) => tx.write.insert(entity, row))
}

interface CohortSaid extends Partial<NewRow<'cohorts'>> {
  readonly programmeName?: string
  readonly programmeKind?: string
}

/** A cohort, of a programme of its own unless one is said: written at once. */
export function putCohort({ database }: Space, said: CohortSaid = {}): Promise<string> {
  const { programmeName = 'Lance ta boîte', programmeKind = 'accelerator', ...cohort } = said
  const programme = { kind: programmeKind, name: programmeName, sortKey: sortKey(programmeName, '') }
  const name = cohort.name ?? 'Automne 2026'
  return database.command('space.seed', async ({ write }) => {
    const programmeId = cohort.programmeId ?? (await write.insert('programmes', programme))
    return write.insert('cohorts', { name, sortKey: sortKey(name, ''), ...cohort, programmeId })
  })
}

/** A workshop of a morning. */
export function putWorkshop(
  space: Space,
  cohortId: string,
  workshop: Partial<NewRow<'workshops'>> = {},
): Promise<string> {
  return put(space, 'workshops', {
    cohortId,
    kind: 'workshop',
    title: 'Fixer ses prix',
    heldOn: '2026-11-10',
    startTime: '09:30',
    endTime: '12:30',
    minutes: 180,
    ...workshop,
  })
}

/** Someone in a cohort, who attends unless another stage is said. */
export function putEnrolment(
  space: Space,
  cohortId: string,
  personId: string,
  enrolment: Partial<NewRow<'enrolments'>> = {},
): Promise<string> {
  return put(space, 'enrolments', { cohortId, personId, stage: 'active', stageSince: '2026-09-01', ...enrolment })
}

/** A half-day on the roll call: present that morning, unless said otherwise. */
export function putAttendance(
  space: Space,
  workshopId: string,
  personId: string,
  attendance: Partial<NewRow<'attendances'>> = {},
): Promise<string> {
  return put(space, 'attendances', { workshopId, personId, halfDay: 'morning', state: 'present', ...attendance })
}

/** A session with whoever is at the keyboard. */
export function putSession(
  space: Space & { readonly memberId: string },
  personId: string,
  session: Partial<NewRow<'sessions'>> & { readonly heldOn: string },
): Promise<string> {
  return put(space, 'sessions', { personId, coachId: space.memberId, state: 'held', mode: 'inPerson', ...session })
}

/** A paper without its file. */
export function putDocument(space: Space, document: Partial<NewRow<'documents'>>): Promise<string> {
  return put(space, 'documents', {
    kind: 'insurance',
    title: 'Attestation d’assurance',
    fileName: 'attestation.pdf',
    mediaType: 'application/pdf',
    size: 1,
    sha256: 'none',
    ...document,
  })
}
