import type { EntityName } from '../../src/shared/features/history.ts'
import type { NewRow } from '../../src/data/writer.ts'
import { aPerson } from './factories.ts'
import type { TestApi } from './open-test-api.ts'

/** A row of an entity, written as every command writes: what the day reads comes from many features. */
export function addRow<E extends EntityName>(
  { database }: Pick<TestApi, 'database'>,
  entity: E,
  row: NewRow<E>,
): Promise<string> {
  return database.command('test.row', (tx) => tx.write.insert(entity, row))
}

/** Someone who can be called. */
export async function aCallablePerson({ api }: TestApi, lastName: string): Promise<string> {
  const contactPoints = [{ kind: 'phone' as const, value: '06 39 98 41 07' }]
  return (await api.people.create(aPerson({ firstName: 'Samira', lastName, contactPoints }))).id
}

interface CohortSaid {
  readonly coordinatorId?: string | null
  readonly absencesAlert?: number
  readonly endsOn?: string
}

export async function aCohort(test: TestApi, said: CohortSaid = {}): Promise<string> {
  const programmeId = await addRow(test, 'programmes', { kind: 'accelerator', name: 'Tremplin', sortKey: 'tremplin' })
  return addRow(test, 'cohorts', { programmeId, name: 'Tremplin 2026', sortKey: 'tremplin 2026', ...said })
}

export function aWorkshop(test: TestApi, cohortId: string, heldOn: string, title = 'Fixer ses prix'): Promise<string> {
  return addRow(test, 'workshops', {
    cohortId,
    kind: 'workshop',
    title,
    heldOn,
    startTime: '09:30',
    endTime: '12:30',
    minutes: 180,
  })
}

export function anEnrolment(
  test: TestApi,
  cohortId: string,
  personId: string,
  stage: string,
  stageSince: string,
): Promise<string> {
  return addRow(test, 'enrolments', { cohortId, personId, stage, stageSince })
}

/** The roll call of a person, one state a workshop. */
export async function markAll(
  test: TestApi,
  personId: string,
  workshopIds: readonly string[],
  states: readonly string[],
): Promise<void> {
  for (const [index, workshopId] of workshopIds.entries())
    await addRow(test, 'attendances', { workshopId, personId, halfDay: 'morning', state: states[index] ?? 'absent' })
}

export function aSession(
  test: TestApi,
  personId: string,
  said: { readonly heldOn: string; readonly state: string; readonly startTime?: string; readonly writtenUpOn?: string },
  coachId = test.memberId,
): Promise<string> {
  return addRow(test, 'sessions', { personId, coachId, mode: 'inPerson', ...said })
}

export function aSupport(
  test: TestApi,
  personId: string,
  startedOn: string,
  said: { readonly endedOn?: string } = {},
): Promise<string> {
  return addRow(test, 'supports', { personId, coachId: test.memberId, startedOn, ...said })
}

export function aDocument(
  test: TestApi,
  owner: { readonly personId: string } | { readonly organisationId: string },
  said: { readonly expiresOn: string | null; readonly title?: string; readonly kind?: string },
): Promise<string> {
  return addRow(test, 'documents', {
    kind: 'insurance',
    title: 'Attestation d’assurance',
    fileName: 'attestation.pdf',
    mediaType: 'application/pdf',
    size: 1,
    sha256: 'none',
    ...owner,
    ...said,
  })
}
