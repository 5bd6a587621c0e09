import { isCedex, parsePostcode } from '../../shared/rules/identifiers.ts'
import { parseCityName, type CityName } from './city-names.ts'
import type { Commune, CommuneIndex } from './communes.ts'

/**
 * What a postcode and a city, as a file gives them, say of the commune. `several`: a person must choose.
 * `cedex`: a business delivery code, which belongs to no commune; the proposals are the communes of that name
 * around it. `unknown`: nothing is recognised. None of the four is an error.
 */
export type CommuneResolution =
  | { readonly kind: 'one'; readonly commune: Commune }
  | { readonly kind: 'several'; readonly communes: readonly Commune[] }
  | { readonly kind: 'cedex'; readonly communes: readonly Commune[] }
  | { readonly kind: 'unknown' }

/** The part of a postcode that tells the area: two figures, three overseas. */
function areaOf(postcode: string): string {
  return postcode.startsWith('97') || postcode.startsWith('98') ? postcode.slice(0, 3) : postcode.slice(0, 2)
}

function unique(communes: readonly Commune[]): readonly Commune[] {
  return [...new Map(communes.map((commune) => [commune.code, commune])).values()]
}

/**
 * Communes that bear a name, or failing that bore it or receive mail under it. A number after the name picks
 * the arrondissement; without one the whole city is meant.
 */
function named(index: CommuneIndex, city: CityName, among: (commune: Commune) => boolean): readonly Commune[] {
  const bearers = (index.byName().get(city.key) ?? []).filter((bearer) => among(bearer.commune))
  const own = bearers.filter((bearer) => bearer.kind === 'own')
  const numbered = own.filter(
    (bearer) => bearer.arrondissement !== null && bearer.arrondissement === city.arrondissement,
  )
  if (numbered.length > 0) return unique(numbered.map((bearer) => bearer.commune))
  const whole = own.filter((bearer) => bearer.arrondissement === null)
  const others = bearers.filter((bearer) => bearer.kind !== 'own')
  const parts = city.arrondissement === null ? own : []
  const best = [whole, parts, others].find((found) => found.length > 0) ?? []
  return unique(best.map((bearer) => bearer.commune))
}

function among(communes: readonly Commune[]): CommuneResolution {
  const [first] = communes
  if (first === undefined) return { kind: 'unknown' }
  return communes.length === 1 ? { kind: 'one', commune: first } : { kind: 'several', communes }
}

export function resolveCommune(index: CommuneIndex, postcode: string, city: string): CommuneResolution {
  const read = parsePostcode(postcode)
  const name = parseCityName(city)
  if (!read.ok) {
    if (isCedex(city)) return { kind: 'cedex', communes: named(index, name, () => true) }
    return name.key === '' ? { kind: 'unknown' } : among(named(index, name, () => true))
  }
  const area = areaOf(read.value)
  const isNear = (commune: Commune): boolean => commune.postcodes.some((one) => one.startsWith(area))
  const near = name.key === '' ? [] : named(index, name, isNear)
  if (isCedex(city) || isCedex(postcode)) return { kind: 'cedex', communes: near }
  const here = index.byPostcode().get(read.value)
  if (here === undefined) {
    // 75000, 69000 and 13000 are no postcodes of the list: people write them for the whole city.
    if (read.value.endsWith('000')) return among(near)
    return near.length > 0 ? { kind: 'cedex', communes: near } : { kind: 'unknown' }
  }
  const agreeing = name.key === '' ? [] : named(index, name, (commune) => here.some((one) => one.code === commune.code))
  if (agreeing.length > 0) return among(agreeing)
  // The name contradicts the postcode: both are shown. A hamlet, which no list knows, contradicts nothing.
  return among(unique([...here, ...near]))
}
