import { isCedex } from '../../../shared/rules/identifiers.ts'
import { fold } from '../../../shared/rules/fold.ts'
import type { Landlords, NamedLandlord, NamedResidence } from './housing-names.ts'
import { landlordOf, residenceOf } from './housing-names.ts'
import { loadCommunes } from '../../reference/communes.ts'
import { resolveCommune } from '../../reference/resolve-commune.ts'
import type { PersonPatch } from '../people-write.ts'
import type { Notes } from './notes.ts'
import type { PlanContext } from './planned.ts'
import { type Reading, booleanValue, listValue, numberValue, textValue } from './reading.ts'

/** What a row says of a person, ready to be written. */
export interface PersonValues {
  readonly fields: PersonPatch
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly tags: readonly string[]
}

export interface Housing {
  readonly landlord: NamedLandlord | null
  readonly residence: NamedResidence | null
}

export function housingOf(
  landlords: Landlords,
  residences: readonly NamedResidence[],
  reading: Reading,
  notes: Notes,
): Housing {
  const named = landlordOf(landlords, reading, notes)
  const residence = residenceOf(residences, named ?? ownLandlord(landlords), reading, notes)
  return { landlord: named ?? (residence ? (landlords.byId.get(residence.landlordId) ?? null) : null), residence }
}

function ownLandlord(landlords: Landlords): NamedLandlord | null {
  return landlords.own === null ? null : (landlords.byId.get(landlords.own) ?? null)
}

/** The person of a row. What cannot be is noted, and nothing is supposed without a flag. */
export function personOf(context: PlanContext, reading: Reading, housing: Housing, notes: Notes): PersonValues {
  const names = namesOf(reading, notes)
  const fields: Record<string, unknown> = {
    ...names,
    ...birthOf(context.today, reading, notes),
    ...placeOf(context.resources, reading, notes),
    ...neighbourhoodOf(reading, notes),
    ...(housing.landlord ? { landlordId: housing.landlord.id } : {}),
    ...(housing.residence ? { residenceId: housing.residence.id } : {}),
  }
  for (const field of [
    'civility',
    'birthName',
    'gender',
    'contactPreference',
    'status',
    'education',
    'project',
    'projectStage',
    'note',
    'address',
    'addressExtra',
  ]) {
    const text = textValue(reading, field)
    if (text !== undefined) fields[field] = text
  }
  const languageHelp = booleanValue(reading, 'languageHelp')
  const bestTimes = listValue(reading, 'bestTimes')
  if (languageHelp !== undefined) fields['languageHelp'] = languageHelp
  if (bestTimes !== undefined) fields['bestTimes'] = bestTimes
  // every code was read from its closed list, every text held to its length
  return {
    fields: fields as PersonPatch,
    phones: unique(listValue(reading, 'phone')),
    emails: unique(listValue(reading, 'email')),
    tags: unique(listValue(reading, 'tags')),
  }
}

function unique(values: readonly string[] = []): readonly string[] {
  return [...new Map(values.map((value) => [value.toLowerCase(), value])).values()]
}

function namesOf(reading: Reading, notes: Notes): { readonly firstName?: string; readonly lastName?: string } {
  const lastName = textValue(reading, 'lastName')
  const firstName = textValue(reading, 'firstName')
  const full = textValue(reading, 'fullName')
  if (lastName === undefined && firstName === undefined && full !== undefined) return splitName(full)
  if (fold(`${lastName ?? ''}${firstName ?? ''}`) === '') notes.ofRow.add('nameMissing')
  return { ...(firstName === undefined ? {} : { firstName }), ...(lastName === undefined ? {} : { lastName }) }
}

/** `EL MESTOURI Hafida`: the words in capitals are the last name; without any, the first word is. */
export function splitName(full: string): { readonly firstName: string; readonly lastName: string } {
  const words = full.trim().split(/\s+/)
  const isCapital = (word: string) => word === word.toLocaleUpperCase('fr') && /\p{L}{2}|\p{L}['’]/u.test(word)
  const capitals = words.findIndex((word) => !isCapital(word))
  if (capitals > 0) return { lastName: words.slice(0, capitals).join(' '), firstName: words.slice(capitals).join(' ') }
  const fromEnd = words.length - [...words].reverse().findIndex((word) => !isCapital(word))
  if (capitals === 0 && fromEnd < words.length)
    return { firstName: words.slice(0, fromEnd).join(' '), lastName: words.slice(fromEnd).join(' ') }
  return { lastName: words[0] ?? '', firstName: words.slice(1).join(' ') }
}

function birthOf(
  today: string,
  reading: Reading,
  notes: Notes,
): { readonly birthDate?: string; readonly birthYear?: number } {
  const birthDate = textValue(reading, 'birthDate')
  const birthYear = numberValue(reading, 'birthYear')
  if (birthDate !== undefined) {
    if (birthDate > today) notes.problems.set('birthDate', 'futureDate')
    return { birthDate }
  }
  if (birthYear === undefined) return {}
  if (birthYear > Number(today.slice(0, 4))) notes.problems.set('birthYear', 'futureDate')
  else if (birthYear < 1900) notes.problems.set('birthYear', 'impossibleDay')
  return { birthYear }
}

/** The place as it is written. Where its commune is not certain it stays empty, and that is said. */
export function placeOf(
  resources: string,
  reading: Reading,
  notes: Notes,
): { readonly postcode?: string; readonly city?: string; readonly communeCode?: string } {
  const postcode = textValue(reading, 'postcode')
  const city = textValue(reading, 'city')
  const asked = textValue(reading, 'communeCode')
  const said = { ...(postcode === undefined ? {} : { postcode }), ...(city === undefined ? {} : { city }) }
  if (postcode === undefined && city === undefined && asked === undefined) return said
  const communes = loadCommunes(resources)
  if (asked !== undefined && communes.byCode.has(asked)) return { ...said, communeCode: asked }
  if (asked !== undefined) notes.flags.set('communeCode', 'leftOut')
  const shown = city === undefined ? 'postcode' : 'city'
  const written = reading.get('postcode')?.text ?? ''
  if (isCedex(city ?? '') || isCedex(written)) {
    notes.flags.set(shown, 'cedex')
    return said
  }
  if (reading.get('postcode')?.repaired === 'abroad') return said
  const { kind } = resolveCommune(communes, postcode ?? '', city ?? '')
  if (kind === 'cedex') notes.flags.set(shown, 'cedex')
  if (kind === 'several') notes.flags.set(shown, 'communeToChoose')
  if (kind === 'unknown') notes.flags.set(shown, 'communeUnknown')
  return said
}

/** A neighbourhood is believed when the file names it; « oui » alone leaves it to be checked. */
export function neighbourhoodOf(reading: Reading, notes: Notes): Pick<PersonPatch, 'qpvState' | 'qpvCode' | 'qpvHow'> {
  const state = textValue(reading, 'qpvState')
  const code = textValue(reading, 'qpvCode')
  if (state === 'out') return { qpvState: 'out', qpvCode: null, qpvHow: 'imported' }
  if (state === 'toCheck' || (state === undefined && code === undefined)) return {}
  if (code !== undefined) return { qpvState: 'in', qpvCode: code, qpvHow: 'imported' }
  notes.flags.set('qpvState', 'qpvWithoutCode')
  return {}
}
