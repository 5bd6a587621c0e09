import { fold } from '../../../shared/rules/fold.ts'
import type { ReadContext, ReadDb } from '../../context.ts'
import type { Notes } from './notes.ts'
import { type Reading, textValue } from './reading.ts'

export interface NamedLandlord {
  readonly id: string
  readonly name: string
  readonly siren: string | null
}

/** The landlords of the base, by name and by SIREN: some hundreds at most. */
export interface Landlords {
  readonly byId: ReadonlyMap<string, NamedLandlord>
  readonly byName: ReadonlyMap<string, readonly NamedLandlord[]>
  readonly bySiren: ReadonlyMap<string, NamedLandlord>
  readonly own: string | null
}

export async function readLandlords(db: ReadDb, space: ReadContext['space']): Promise<Landlords> {
  const rows = await db
    .selectFrom('organisations')
    .select(['id', 'name', 'siren'])
    .where('kind', '=', 'landlord')
    .where('deletedAt', 'is', null)
    .execute()
  const byName = new Map<string, NamedLandlord[]>()
  for (const row of rows) byName.set(nameKeyOf(row.name), [...(byName.get(nameKeyOf(row.name)) ?? []), row])
  return {
    byId: new Map(rows.map((row) => [row.id, row])),
    byName,
    bySiren: new Map(rows.flatMap((row) => (row.siren ? [[row.siren, row] as const] : []))),
    own: space.kind === 'landlord' ? space.ownOrganisationId : null,
  }
}

/** A body's name without the form it takes: `S.A. UNICIL` and `Unicil` are one. */
export function nameKeyOf(name: string): string {
  const words = fold(name.replace(/(?<=\b\p{L})\.(?=\p{L}\b|\s|$)/gu, '')).split(' ')
  const bare = words.filter((word) => !/^(?:sa|sas|sarl|esh|hlm|oph|sem|saem|scp|sca|ste|societe|groupe)$/.test(word))
  return (bare.length > 0 ? bare : words).join('')
}

/**
 * The landlord a row names, by SIREN first. Null when it names none, or one that is not known; a name that several
 * bear is refused, because only a person can tell which is meant.
 */
export function landlordOf(landlords: Landlords, reading: Reading, notes: Notes): NamedLandlord | null {
  const siren = textValue(reading, 'landlordSiren')
  const bySiren = siren === undefined ? undefined : landlords.bySiren.get(siren)
  if (bySiren) return bySiren
  const name = textValue(reading, 'landlordName')
  if (name === undefined) {
    if (siren !== undefined) notes.flags.set('landlordSiren', 'leftOut')
    return null
  }
  const named = landlords.byName.get(nameKeyOf(name)) ?? []
  const exact = named.filter((landlord) => fold(landlord.name) === fold(name))
  const [found, ...others] = exact.length > 0 ? exact : named
  if (found && others.length === 0 && (siren === undefined || found.siren === null)) return found
  if (found && others.length > 0 && siren === undefined) notes.problems.set('landlordName', 'severalLandlords')
  else notes.flags.set('landlordName', 'leftOut')
  return null
}

export interface NamedResidence {
  readonly id: string
  readonly landlordId: string
  readonly code: string | null
  readonly name: string
}

export interface ResidencesAsked {
  readonly codes: readonly string[]
  readonly names: readonly string[]
}

/** The residences that the rows of a chunk may name. */
export async function readResidences(
  db: ReadDb,
  { codes, names }: ResidencesAsked,
): Promise<readonly NamedResidence[]> {
  const keys = names.map(fold)
  if (codes.length === 0 && keys.length === 0) return []
  return db
    .selectFrom('residences')
    .select(['id', 'landlordId', 'code', 'name'])
    .where('deletedAt', 'is', null)
    .where((eb) =>
      eb.or([
        ...(codes.length > 0 ? [eb('code', 'in', codes)] : []),
        ...(keys.length > 0 ? [eb('sortKey', 'in', keys)] : []),
      ]),
    )
    .execute()
}

/** The residence a row names, by the landlord's code first; its landlord must not be another. Of several, none is taken. */
export function residenceOf(
  residences: readonly NamedResidence[],
  landlord: NamedLandlord | null,
  reading: Reading,
  notes: Notes,
): NamedResidence | null {
  const code = textValue(reading, 'residenceCode')
  const name = textValue(reading, 'residenceName')
  const among = landlord ? residences.filter(({ landlordId }) => landlordId === landlord.id) : residences
  const byCode = code === undefined ? [] : among.filter((residence) => residence.code === code)
  const byName = name === undefined ? [] : among.filter((residence) => fold(residence.name) === fold(name))
  const found = byCode.length > 0 ? byCode : byName
  if (found.length === 1) return found[0] ?? null
  if (found.length > 1) {
    notes.problems.set(byCode.length > 0 ? 'residenceCode' : 'residenceName', 'severalResidences')
    return null
  }
  if (code !== undefined) notes.flags.set('residenceCode', 'leftOut')
  if (name !== undefined) notes.flags.set('residenceName', 'leftOut')
  return null
}
