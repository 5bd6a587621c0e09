import { type DuplicateCandidate, blockingKeys, compareForDuplicate } from '../../../shared/rules/duplicates.ts'
import { displayName } from '../../../shared/rules/fold.ts'
import type { Db, ReadDb } from '../../context.ts'
import { contactPointsOf } from '../contact-points.ts'
import { homonymKeys } from '../../derived.ts'
import type { Match, PlanContext } from './planned.ts'
import type { PersonValues } from './person-values.ts'

const mostForOneKey = 60 // a name or a switchboard that more than this share proves nothing

export interface PersonOfLine {
  readonly line: number
  readonly values: PersonValues
}

export function candidateOf({ fields, phones, emails }: PersonValues): DuplicateCandidate {
  const year = fields.birthYear ?? (fields.birthDate ? Number(fields.birthDate.slice(0, 4)) : null)
  return {
    lastName: fields.lastName ?? '',
    firstName: fields.firstName ?? '',
    birthName: fields.birthName ?? null,
    birthDate: fields.birthDate ?? null,
    birthYear: year,
    emails,
    phones,
    postcode: fields.postcode ?? null,
  }
}

export function keysOfPerson(values: PersonValues): readonly string[] {
  const candidate = candidateOf(values)
  return [...new Set([...blockingKeys(candidate), ...homonymKeys(candidate)])]
}

/** For each line, the people it may be about: of the base first, then of the lines before it. */
export async function matchPeople(
  { db: base, importId }: Pick<PlanContext, 'db' | 'importId'>,
  staging: Db,
  people: readonly PersonOfLine[],
): Promise<ReadonlyMap<number, readonly Match[]>> {
  const keys = [...new Set(people.flatMap(({ values }) => keysOfPerson(values)))]
  if (keys.length === 0) return new Map()
  const known = await knownUnder(base, keys)
  const lines = await linesUnder(staging, importId, keys, people)
  const candidates = await candidatesOf(base, [...new Set([...known.values()].flat())])
  const earlier = await earlierPeople(staging, importId, [...new Set([...lines.values()].flat())], people)
  return new Map(
    people.map(({ line, values }) => {
      const candidate = candidateOf(values)
      const own = keysOfPerson(values)
      const ids = new Set(own.flatMap((key) => known.get(key) ?? []))
      const before = new Set(own.flatMap((key) => lines.get(key) ?? []).filter((other) => other < line))
      const matches: Match[] = []
      for (const id of ids) addMatch(matches, candidate, candidates.get(id), { id, line: null })
      for (const other of before) addMatch(matches, candidate, earlier.get(other), { id: null, line: other })
      return [line, matches]
    }),
  )
}

function addMatch(
  matches: Match[],
  candidate: DuplicateCandidate,
  other: DuplicateCandidate | undefined,
  where: Pick<Match, 'id' | 'line'>,
): void {
  if (!other) return
  const { level, reasons } = compareForDuplicate(candidate, other)
  if (level === 'none') return
  matches.push({ ...where, level, reasons, label: displayName(other.lastName, other.firstName) })
}

function grouped<Item>(
  rows: readonly { readonly key: string; readonly item: Item }[],
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const { key, item } of rows) {
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return new Map([...groups].filter(([, items]) => items.length <= mostForOneKey))
}

async function knownUnder(db: ReadDb, keys: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('duplicateKeys')
    .select(['key', 'personId as item'])
    .where('key', 'in', keys)
    .execute()
  return grouped(rows)
}

/** Lines of before, and those planned together with this one. */
async function linesUnder(
  db: Db,
  importId: string,
  keys: readonly string[],
  here: readonly PersonOfLine[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const rows = await db
    .selectFrom('importKeys')
    .select(['key', 'line as item'])
    .where('importId', '=', importId)
    .where('key', 'in', keys)
    .execute()
  const own = new Set(here.map(({ line }) => line))
  const together = here.flatMap(({ line, values }) => keysOfPerson(values).map((key) => ({ key, item: line })))
  return grouped([...rows.filter(({ item }) => !own.has(item)), ...together])
}

async function candidatesOf(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, DuplicateCandidate>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('people')
    .select(['id', 'firstName', 'lastName', 'birthName', 'birthDate', 'birthYear', 'postcode'])
    .where('id', 'in', ids)
    .where('deletedAt', 'is', null)
    .execute()
  const points = await contactPointsOf(db, 'personId', ids)
  return new Map(
    rows.map((row) => {
      const own = points.get(row.id) ?? []
      const phones = own.filter(({ kind }) => kind === 'phone').map(({ value }) => value)
      const emails = own.filter(({ kind }) => kind === 'email').map(({ value }) => value)
      return [row.id, { ...row, phones, emails }]
    }),
  )
}

async function earlierPeople(
  db: Db,
  importId: string,
  lines: readonly number[],
  here: readonly PersonOfLine[],
): Promise<ReadonlyMap<number, DuplicateCandidate>> {
  const found = new Map(here.map(({ line, values }) => [line, candidateOf(values)]))
  const others = lines.filter((line) => !found.has(line))
  if (others.length === 0) return found
  const rows = await db
    .selectFrom('importRows')
    .select(['line', 'plan'])
    .where('importId', '=', importId)
    .where('line', 'in', others)
    .execute()
  for (const { line, plan } of rows) {
    const { values } = JSON.parse(plan ?? '{}') as { readonly values?: { readonly person?: PersonValues } }
    if (values?.person) found.set(line, candidateOf(values.person))
  }
  return found
}

/** A row that tells nothing but what is known of someone of that very name is about them. */
export function surely(matches: readonly Match[], isThem: (id: string) => boolean): readonly Match[] {
  const certain = matches.filter(
    ({ id, level, reasons }) => id !== null && (level === 'same' || reasons.includes('sameFullName')) && isThem(id),
  )
  const [only] = certain
  if (certain.length !== 1 || !only) return matches
  return matches.map((match) => (match === only ? { ...match, level: 'same' as const } : match))
}
