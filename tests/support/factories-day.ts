import { aPerson } from './factories.ts'
import type { TestApi } from './open-test-api.ts'
import { put, putAttendance } from './rows.ts'

/** Someone who can be called. */
export async function aCallablePerson({ api }: TestApi, lastName: string): Promise<string> {
  const contactPoints = [{ kind: 'phone' as const, value: '06 39 98 41 07' }]
  return (await api.people.create(aPerson({ firstName: 'Samira', lastName, contactPoints }))).id
}

/** The roll call of a person, one state a workshop. */
export async function markAll(
  test: TestApi,
  personId: string,
  workshopIds: readonly string[],
  states: readonly string[],
): Promise<void> {
  for (const [index, workshopId] of workshopIds.entries())
    await putAttendance(test, workshopId, personId, { state: states[index] ?? 'absent' })
}

/** Someone followed by whoever is at the keyboard. */
export function aFollowed(
  test: TestApi,
  personId: string,
  startedOn: string,
  said: { readonly endedOn?: string } = {},
): Promise<string> {
  return put(test, 'supports', { personId, coachId: test.memberId, startedOn, ...said })
}
