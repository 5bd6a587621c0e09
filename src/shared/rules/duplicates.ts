import type { IsoDay } from './days.ts'
import { foldTight, nameKey, withinOneLetter } from './fold.ts'

/**
 * Whether two records may be one person. A family shares its phone, its e-mail and its address: alone, each
 * is only a hint. Two birth dates that differ speak against everything else.
 */
export interface DuplicateCandidate {
  readonly lastName: string
  readonly firstName: string
  readonly birthName: string | null
  readonly birthDate: IsoDay | null
  readonly birthYear: number | null
  readonly emails: readonly string[]
  /** E.164. */
  readonly phones: readonly string[]
  readonly postcode: string | null
}

export const duplicateLevels = ['none', 'hint', 'likely', 'same'] as const
export type DuplicateLevel = (typeof duplicateLevels)[number]

export const duplicateReasons = [
  'sameFullName',
  'sameLastName',
  'sameFirstName',
  'nearLastName',
  'nearFirstName',
  'sameBirthDate',
  'sameBirthYear',
  'differentBirth',
  'sameEmail',
  'samePhone',
  'samePostcode',
] as const
export type DuplicateReason = (typeof duplicateReasons)[number]

export interface DuplicateVerdict {
  readonly level: DuplicateLevel
  readonly reasons: readonly DuplicateReason[]
}

function yearOf(person: DuplicateCandidate): number | null {
  return person.birthDate === null ? person.birthYear : Number(person.birthDate.slice(0, 4))
}

function lastNamesOf(person: DuplicateCandidate): readonly string[] {
  return [person.lastName, person.birthName ?? ''].filter((name) => foldTight(name) !== '')
}

function emailKey(email: string): string {
  return email.trim().toLowerCase()
}

/**
 * Keys under which two records that may be one meet, so that all pairs need never be compared: full name with
 * birth year, or with postcode; each e-mail; each phone. Names count under the used and the birth name.
 */
export function blockingKeys(person: DuplicateCandidate): readonly string[] {
  const names = [person.lastName, ...lastNamesOf(person)]
    .map((lastName) => nameKey(lastName, person.firstName))
    .filter((name) => name !== '')
  const year = yearOf(person)
  return [
    ...new Set([
      ...names.map((name) => (year === null ? null : `name:${name}|year:${year}`)),
      ...names.map((name) => (person.postcode ? `name:${name}|postcode:${person.postcode}` : null)),
      ...person.emails.map((email) => `email:${emailKey(email)}`),
      ...person.phones.map((phone) => `phone:${phone}`),
    ]),
  ].filter((key) => key !== null)
}

/** One letter apart, in names long enough for a letter to be a slip: `Léa` and `Léo` are two people. */
function isNear(left: string, right: string): boolean {
  return Math.min(left.length, right.length) >= 4 && withinOneLetter(left, right)
}

type Likeness = 'same' | 'near' | 'other'

function likenessOf(left: string, right: string): Likeness {
  if (left === '' || right === '') return 'other'
  if (left === right) return 'same'
  return isNear(left, right) ? 'near' : 'other'
}

function bestLikeness(left: readonly string[], right: readonly string[]): Likeness {
  const all = left.flatMap((one) => right.map((other) => likenessOf(foldTight(one), foldTight(other))))
  if (all.includes('same')) return 'same'
  return all.includes('near') ? 'near' : 'other'
}

type NameLikeness = 'full' | 'near' | 'last' | 'other'

function compareNames(
  left: DuplicateCandidate,
  right: DuplicateCandidate,
): { likeness: NameLikeness; reasons: DuplicateReason[] } {
  const exchanged = nameKey(left.lastName, left.firstName)
  if (exchanged !== '' && exchanged === nameKey(right.lastName, right.firstName)) {
    return { likeness: 'full', reasons: ['sameFullName'] }
  }
  const last = bestLikeness(lastNamesOf(left), lastNamesOf(right))
  const first = likenessOf(foldTight(left.firstName), foldTight(right.firstName))
  if (last === 'same' && first === 'same') return { likeness: 'full', reasons: ['sameFullName'] }
  if (last === 'same' && first === 'near') return { likeness: 'near', reasons: ['sameLastName', 'nearFirstName'] }
  if (last === 'near' && first === 'same') return { likeness: 'near', reasons: ['nearLastName', 'sameFirstName'] }
  return last === 'same' ? { likeness: 'last', reasons: ['sameLastName'] } : { likeness: 'other', reasons: [] }
}

function shareOne(left: readonly string[], right: readonly string[]): boolean {
  return left.some((value) => value !== '' && right.includes(value))
}

type BirthLikeness = 'date' | 'year' | 'different' | 'unknown'

function compareBirths(left: DuplicateCandidate, right: DuplicateCandidate): BirthLikeness {
  if (left.birthDate !== null && right.birthDate !== null) {
    return left.birthDate === right.birthDate ? 'date' : 'different'
  }
  const [leftYear, rightYear] = [yearOf(left), yearOf(right)]
  if (leftYear === null || rightYear === null) return 'unknown'
  return leftYear === rightYear ? 'year' : 'different'
}

interface Evidence {
  readonly name: NameLikeness
  readonly birth: BirthLikeness
  readonly email: boolean
  readonly phone: boolean
  readonly postcode: boolean
}

/** A full name with a proof is the same person; with a clue, or nearly the name with a proof, likely. */
function levelOf({ name, birth, email, phone, postcode }: Evidence): DuplicateLevel {
  const reach = email || phone
  if (birth === 'different') return name === 'full' || reach ? 'hint' : 'none'
  if (name === 'full') {
    if (birth === 'date' || email || (birth === 'year' && phone)) return 'same'
    return birth === 'year' || phone || postcode ? 'likely' : 'hint'
  }
  if (name === 'near') {
    if (reach || birth === 'date' || (birth === 'year' && postcode)) return 'likely'
    return birth === 'year' || postcode ? 'hint' : 'none'
  }
  if (reach) return 'hint'
  return name === 'last' && birth === 'date' ? 'hint' : 'none'
}

const birthReasons: Readonly<Record<BirthLikeness, readonly DuplicateReason[]>> = {
  date: ['sameBirthDate'],
  year: ['sameBirthYear'],
  different: ['differentBirth'],
  unknown: [],
}

/** How likely two records are one person, and why. It does not matter which comes first. */
export function compareForDuplicate(left: DuplicateCandidate, right: DuplicateCandidate): DuplicateVerdict {
  const names = compareNames(left, right)
  const evidence: Evidence = {
    name: names.likeness,
    birth: compareBirths(left, right),
    email: shareOne(left.emails.map(emailKey), right.emails.map(emailKey)),
    phone: shareOne(left.phones, right.phones),
    postcode: left.postcode !== null && left.postcode !== '' && left.postcode === right.postcode,
  }
  const level = levelOf(evidence)
  if (level === 'none') return { level, reasons: [] }
  return {
    level,
    reasons: [
      ...names.reasons,
      ...birthReasons[evidence.birth],
      ...(evidence.email ? ['sameEmail' as const] : []),
      ...(evidence.phone ? ['samePhone' as const] : []),
      ...(evidence.postcode ? ['samePostcode' as const] : []),
    ],
  }
}
