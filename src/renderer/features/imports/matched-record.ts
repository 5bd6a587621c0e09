import type { ImportKind } from '../../../shared/features/imports'
import { type OutputOf, ask } from '../../api'

/** The values of a record, under the names an import gives its fields. */
export type RecordValues = Readonly<Record<string, string>>

/**
 * The record a row may be the same as. A row of referrals is compared by its person; when it is known which referral it
 * tells of, also by what that referral says, which comes before what is said of the person.
 */
export async function readMatched(kind: ImportKind, id: string, referralId: string | null): Promise<RecordValues> {
  if (kind === 'organisations') return organisation(await ask('organisations.get', { id }))
  if (kind === 'residences') return plain(await ask('residences.get', { id }))
  const matched = person(await ask('people.get', { id }))
  return kind === 'referrals' && referralId !== null
    ? { ...matched, ...referral(await ask('referrals.get', { id: referralId })) }
    : matched
}

function referral(found: OutputOf<'referrals.get'>): RecordValues {
  const { project, projectStage, goal, note, contactPreference, needs, bestTimes } = found
  const said = { project, projectStage, goal, note, contactPreference }
  return {
    ...plain(found),
    ...Object.fromEntries(Object.entries(said).map(([field, value]) => [field, value ?? ''])),
    needs: needs.join('; '),
    bestTimes: bestTimes.join('; '),
  }
}

function person(found: OutputOf<'people.get'>): RecordValues {
  return {
    ...plain(found),
    ...contacts(found.contactPoints),
    fullName: `${found.lastName} ${found.firstName}`.trim(),
    birthYear: String(found.birthYear ?? found.birthDate?.slice(0, 4) ?? ''),
    tags: found.tags.map(({ name }) => name).join('; '),
  }
}

function organisation(found: OutputOf<'organisations.get'>): RecordValues {
  return { ...plain(found), ...contacts(found.contactPoints) }
}

function contacts(points: OutputOf<'people.get'>['contactPoints']): RecordValues {
  const of = (kind: 'phone' | 'email') =>
    points
      .filter((point) => point.kind === kind)
      .map(({ value }) => value)
      .join('; ')
  return { phone: of('phone'), email: of('email') }
}

function plain(found: object): RecordValues {
  return Object.fromEntries(
    Object.entries(found).flatMap(([field, value]: [string, unknown]) =>
      typeof value === 'string' || typeof value === 'number' ? [[field, String(value)] as const] : [],
    ),
  )
}
