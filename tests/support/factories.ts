import type { Inputs } from '../../src/shared/contract.ts'

let counter = 0

function next(): number {
  counter += 1
  return counter
}

const firstNames = ['Fatoumata', 'Maëlle', 'Souad', 'Inès', 'Nolwenn', 'Lila', 'Yanis', 'Assa']
const lastNames = [
  'Diabango',
  'Le Gouallec',
  'Ben Hammar',
  'Carvalhal',
  'Guévenoux',
  'Aït-Meziane',
  'D’Hauteroche',
  'Coulibary',
]

/** Someone who can be created, other than all those made before. */
export function aPerson(said: Inputs['people']['create'] = {}): Inputs['people']['create'] {
  const number = next()
  return {
    firstName: firstNames[number % firstNames.length] ?? '',
    lastName: `${lastNames[number % lastNames.length] ?? ''} ${wordFor(number)}`,
    birthYear: 1970 + (number % 35),
    ...said,
  }
}

export function anOrganisation(
  said: Partial<Inputs['organisations']['create']> = {},
): Inputs['organisations']['create'] {
  return { kind: 'company', name: `Tissages ${wordFor(next())}`, ...said }
}

export function aLandlord(said: Partial<Inputs['organisations']['create']> = {}): Inputs['organisations']['create'] {
  return anOrganisation({ kind: 'landlord', name: `Habitat ${wordFor(next())}`, ...said })
}

export function aResidence(
  landlordId: string,
  said: Partial<Inputs['residences']['create']> = {},
): Inputs['residences']['create'] {
  const number = next()
  return { landlordId, name: `Résidence ${wordFor(number)}`, code: String(number).padStart(4, '0'), ...said }
}

/** A word of its own for each number, so that no two names are near. */
function wordFor(number: number): string {
  const syllables = ['ba', 'cro', 'dul', 'fen', 'gar', 'hil', 'jou', 'kem', 'lor', 'mip']
  const word = [...String(number).padStart(3, '0')].map((digit) => syllables[Number(digit)] ?? '').join('')
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`
}
