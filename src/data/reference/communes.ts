import { parseCityName, searchableName } from './city-names.ts'
import { loadedOnce, readRecords } from './files.ts'

/** A commune of INSEE's list, or an arrondissement of Paris, Lyon or Marseille. */
export interface Commune {
  /** INSEE's code, not the postcode. */
  readonly code: string
  readonly name: string
  readonly departmentCode: string
  readonly departmentName: string
  readonly postcodes: readonly string[]
  /** The city an arrondissement is part of. */
  readonly parentCode: string | null
}

export interface CommuneIndex {
  readonly all: readonly Listed[]
  readonly byCode: ReadonlyMap<string, Listed>
  /** The three others are made at their first use. */
  readonly byPostcode: () => ReadonlyMap<string, readonly Listed[]>
  /** Communes by the key of each name they bear or bore. */
  readonly byName: () => ReadonlyMap<string, readonly Named[]>
  /** Their names as they are searched while typing, the largest communes first. */
  readonly searchable: () => readonly Searchable[]
}

interface Listed extends Commune {
  readonly population: number
}

/** A name under which a commune is known: its own, one of a former commune, or one the post delivers to. */
interface Named {
  readonly commune: Listed
  readonly kind: 'own' | 'former' | 'delivery'
  readonly arrondissement: number | null
}

interface Searchable {
  readonly commune: Listed
  readonly words: string
  readonly formerName: string | null
}

function appendTo<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
  const items = map.get(key)
  if (items) items.push(item)
  else map.set(key, [item])
}

function departmentOf(code: string): string {
  return code.startsWith('97') || code.startsWith('98') ? code.slice(0, 3) : code.slice(0, 2)
}

function readCommunes(resourcesPath: string): readonly Listed[] {
  const departments = new Map(
    readRecords(resourcesPath, 'departments.tsv').map(([code = '', name = '']) => [code, name]),
  )
  return readRecords(resourcesPath, 'communes.tsv').map(
    ([code = '', name = '', postcodes = '', population = '', parent = '']) => {
      const departmentCode = departmentOf(code)
      return {
        code,
        name,
        departmentCode,
        departmentName: departments.get(departmentCode) ?? departmentCode,
        postcodes: postcodes === '' ? [] : postcodes.split(' '),
        population: Number(population),
        parentCode: parent === '' ? null : parent,
      }
    },
  )
}

interface OtherName {
  readonly commune: Listed
  readonly name: string
}

function readOtherNames(
  resourcesPath: string,
  file: string,
  byCode: ReadonlyMap<string, Listed>,
): readonly OtherName[] {
  return readRecords(resourcesPath, file).flatMap(([code = '', name = '']) => {
    const commune = byCode.get(code)
    return commune ? [{ commune, name }] : []
  })
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null
  return () => (made ??= { value: make() }).value
}

function namesByKey(
  all: readonly Listed[],
  former: readonly OtherName[],
  delivery: readonly OtherName[],
): ReadonlyMap<string, readonly Named[]> {
  const names = new Map<string, Named[]>()
  const add = (commune: Listed, name: string, kind: Named['kind']): void => {
    const { key, arrondissement } = parseCityName(name)
    appendTo(names, key, { commune, kind, arrondissement })
  }
  for (const commune of all) add(commune, commune.name, 'own')
  for (const { commune, name } of former) add(commune, name, 'former')
  for (const { commune, name } of delivery) add(commune, name, 'delivery')
  return names
}

/** A city divided into arrondissements gives way to them under a postcode: 13006 is the sixth of Marseille. */
function withoutDividedCities(communes: readonly Listed[]): readonly Listed[] {
  const divided = new Set(communes.map((commune) => commune.parentCode))
  return communes.filter((commune) => !divided.has(commune.code))
}

function communesByPostcode(all: readonly Listed[]): ReadonlyMap<string, readonly Listed[]> {
  const listed = new Map<string, Listed[]>()
  for (const commune of all) for (const postcode of commune.postcodes) appendTo(listed, postcode, commune)
  return new Map([...listed].map(([postcode, communes]) => [postcode, withoutDividedCities(communes)]))
}

/** The index of all communes, read at its first use and kept. */
export const loadCommunes = loadedOnce((resourcesPath): CommuneIndex => {
  const all = readCommunes(resourcesPath)
  const byCode = new Map(all.map((commune) => [commune.code, commune]))
  const former = lazily(() => readOtherNames(resourcesPath, 'former-communes.tsv', byCode))
  return {
    all,
    byCode,
    byPostcode: lazily(() => communesByPostcode(all)),
    byName: lazily(() => namesByKey(all, former(), readOtherNames(resourcesPath, 'delivery-names.tsv', byCode))),
    searchable: lazily(() =>
      [
        ...all.map((commune) => ({ commune, words: searchableName(commune.name), formerName: null })),
        ...former().map(({ commune, name }) => ({ commune, words: searchableName(name), formerName: name })),
      ].toSorted((left, right) => right.commune.population - left.commune.population),
    ),
  }
})

export function communeByCode(index: CommuneIndex, code: string): Commune | null {
  return index.byCode.get(code) ?? null
}

export interface CommuneSuggestion {
  readonly commune: Commune
  /** The name of a merged commune that was looked for, null when the commune's own name was. */
  readonly formerName: string | null
}

/** 0 the whole name, 1 its beginning, 2 the beginning of one of its words; null when it is elsewhere or not in it. */
function rankOf(words: string, typed: string): number | null {
  if (words === typed) return 0
  if (words.startsWith(typed)) return 1
  return words.includes(` ${typed}`) ? 2 : null
}

/**
 * Communes for a picker, from a name, a postcode, or both, as they are being typed: whole names first, then
 * beginnings, the largest communes first. Accents, hyphens and the abbreviation of saint do not matter.
 */
export function searchCommunes(index: CommuneIndex, text: string, limit: number): readonly CommuneSuggestion[] {
  const words = searchableName(text)
  const postcode = /^\d{2,5}$|^\d{5}(?= )/.exec(words)?.[0] ?? ''
  const typed = words.slice(postcode.length).trim()
  if (postcode === '' && typed === '') return []
  const ranks: Searchable[][] = [[], [], []]
  const seen = new Set<string>()
  for (const candidate of index.searchable()) {
    const { commune, words: name } = candidate
    const rank = typed === '' ? (candidate.formerName === null ? 0 : null) : rankOf(name, typed)
    if (rank === null || seen.has(commune.code)) continue
    if (postcode !== '' && !commune.postcodes.some((one) => one.startsWith(postcode))) continue
    seen.add(commune.code)
    ranks[rank]?.push(candidate)
  }
  const found = ranks.flat()
  const kept = postcode === '' ? null : new Set(withoutDividedCities(found.map(({ commune }) => commune)))
  return found
    .filter(({ commune }) => kept === null || kept.has(commune))
    .slice(0, limit)
    .map(({ commune, formerName }) => ({ commune, formerName }))
}
