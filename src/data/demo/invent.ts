import type * as z from 'zod'
import type { NewPerson } from '../../shared/features/people.ts'
import type { NewReferral } from '../../shared/features/referrals.ts'
import { addDays } from '../../shared/rules/days.ts'
import {
  bestTimes,
  contactPreferences,
  educationLevels,
  personStatuses,
  projectStages,
  type SpaceKind,
} from '../../shared/rules/values.ts'
import type { Chance } from './chance.ts'
import { firstNames, lastNames, notes, officers, places, projects, streets } from './invented.ts'

export interface Estate {
  readonly landlordId: string
  readonly landlordName: string
  readonly residences: readonly { readonly id: string; readonly place: (typeof places)[number] }[]
}
export function inventPerson(chance: Chance, estate: readonly Estate[], today: string, manyNames = false) {
  const { firstName, lastName, female } = inventName(chance, manyNames)
  const landlord = chance.happens(0.82) && estate.length > 0 ? chance.pick(estate) : null
  const residence = landlord && chance.happens(0.85) ? chance.pick(landlord.residences) : null
  const place = residence?.place ?? chance.pick(places)
  const birthYear = Number(today.slice(0, 4)) - 19 - chance.upTo(41)
  const inQpv = place.qpvs.length > 0 && chance.happens(0.6)
  const qpvState = inQpv ? 'in' : place.qpvs.length === 0 && chance.happens(0.8) ? 'out' : 'toCheck'
  const [project] = chance.pick(projects)
  const email = `${ascii(firstName)[0] ?? 'a'}.${ascii(lastName)}@exemple.fr`
  const person: z.output<typeof NewPerson> = {
    civility: chance.happens(0.9) ? (female ? 'madame' : 'monsieur') : null,
    gender: chance.happens(0.93) ? (female ? 'female' : 'male') : 'notGiven',
    firstName,
    lastName,
    birthYear,
    birthDate: chance.happens(0.6) ? `${birthYear}-${two(1 + chance.upTo(12))}-${two(1 + chance.upTo(28))}` : null,
    address: `${1 + chance.upTo(60)}, ${chance.pick(streets)}`,
    postcode: place.postcode,
    city: place.city,
    communeCode: place.commune,
    qpvState,
    qpvCode: inQpv ? chance.pick(place.qpvs) : null,
    qpvHow: qpvState === 'toCheck' ? null : chance.pick(['officialMap', 'personSaid'] as const),
    landlordId: landlord?.landlordId ?? null,
    residenceId: residence?.id ?? null,
    contactPreference: chance.pick(contactPreferences),
    bestTimes: chance.some(bestTimes, chance.upTo(3)),
    languageHelp: chance.happens(0.08),
    note: chance.pick(notes),
    status: chance.happens(0.7) ? 'jobseeker' : chance.pick(personStatuses),
    education: chance.pick(educationLevels),
    project,
    projectStage: chance.pick(projectStages),
    contactPoints: [
      { id: null, kind: 'phone', value: phone(chance), label: null, preferred: true },
      ...(chance.happens(0.7)
        ? [{ id: null, kind: 'email' as const, value: email, label: null, preferred: false }]
        : []),
    ],
    tags: chance.happens(0.25)
      ? [chance.pick(['Promotion 2026-A', 'Marché de Noël', 'Ambassadrice', 'Permis en cours', 'Mentorat souhaité'])]
      : [],
  }
  return { person, landlordId: landlord?.landlordId ?? null, residenceId: residence?.id ?? null }
}

export interface InventedReferral {
  readonly kind: SpaceKind
  readonly began: string
  readonly draft: boolean
  readonly assignedToId: string | null
}

export function inventReferral(
  chance: Chance,
  who: { readonly personId: string; readonly landlordId: string; readonly residenceId: string | null },
  what: InventedReferral,
): z.output<typeof NewReferral> {
  const [project, need] = chance.pick(projects)
  const officer = chance.pick(officers)
  return {
    personId: who.personId,
    person: null,
    landlordId: who.landlordId,
    residenceId: who.residenceId,
    officerName: officer,
    officerEmail: `${ascii(officer)}@exemple.fr`,
    motive: chance.pick([
      'businessCreation',
      'businessCreation',
      'businessCreation',
      'businessDevelopment',
      'employment',
      'networking',
    ] as const),
    needs: [need, ...chance.some(['confidence', 'network', 'training', 'childcare'] as const, chance.upTo(2))],
    project,
    projectStage: chance.pick(projectStages),
    goal: null,
    note: chance.pick(notes),
    contactPreference: chance.pick(contactPreferences),
    bestTimes: chance.some(bestTimes, 1),
    languageHelp: false,
    assignedToId: what.assignedToId,
    agreement: what.draft
      ? null
      : {
          how: chance.pick(['signedForm', 'oral', 'email'] as const),
          givenOn: addDays(what.began, -1),
          scope: chance.happens(0.85) ? ['contact', 'statusBack'] : ['contact'],
          wordingVersion: '2026-11',
          proof: null,
        },
    receivedOn: what.kind === 'association' ? what.began : null,
    sentOn: what.draft ? null : what.began,
    previousId: null,
    send: !what.draft && what.kind === 'landlord',
  }
}

export function inventName(
  chance: Chance,
  manyNames = false,
): { firstName: string; lastName: string; female: boolean } {
  const female = chance.happens(0.64)
  return {
    firstName: chance.pick(female ? firstNames.female : firstNames.male),
    lastName:
      manyNames && chance.happens(0.5) ? `${chance.pick(lastNames)}-${chance.pick(lastNames)}` : chance.pick(lastNames),
    female,
  }
}

/** The numbers kept for fiction: 06 39 98 00 00 to 06 39 98 99 99. */
export function phone(chance: Chance): string {
  return `063998${String(chance.upTo(10000)).padStart(4, '0')}`
}

export function street(chance: Chance): string {
  return `${1 + chance.upTo(40)}, ${chance.pick(streets)}`
}

/** A SIREN whose key is right and that no register holds: they begin with 000. */
export function siren(number: number): string {
  const body = `000${String(number * 37).padStart(5, '0')}`
  const sum = [...body].reduce((total, digit, index) => total + luhnTerm(Number(digit), index % 2 === 1), 0)
  return `${body}${(10 - (sum % 10)) % 10}`
}

function luhnTerm(digit: number, doubled: boolean): number {
  const value = doubled ? digit * 2 : digit
  return value > 9 ? value - 9 : value
}

export function ascii(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase()
}

export function two(value: number): string {
  return String(value).padStart(2, '0')
}

export function earliest(a: string, b: string): string {
  return a < b ? a : b
}
