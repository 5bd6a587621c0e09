import { describe, expect, test } from 'vitest'
import { fileWords, partnerColumns } from '../../src/data/features/exporting/file-words.ts'
import { guessMapping } from '../../src/data/features/importing/guess-mapping.ts'
import { splitName } from '../../src/data/features/importing/person-values.ts'
import type { ImportKind, SourceColumn } from '../../src/shared/features/imports.ts'

function columnsOf(headers: readonly string[], samples: readonly string[] = []): SourceColumn[] {
  return headers.map((header, index) => ({
    index,
    header,
    samples: [...samples],
    distinct: samples.length,
    empty: 0,
    refused: null,
  }))
}

function fieldsOf(kind: ImportKind, headers: readonly string[], samples: readonly string[] = []) {
  return guessMapping(kind, columnsOf(headers, samples), {}).map(({ field }) => field)
}

describe('columns are guessed', () => {
  test.each(['fr', 'en'] as const)('from every title of the files two spaces exchange, in %s', (locale) => {
    const headers = partnerColumns.map((column) => fileWords[locale].columns[column])
    expect(fieldsOf('referrals', headers)).toEqual([...partnerColumns])
  })

  test.each<[ImportKind, readonly string[], readonly (string | null)[]]>([
    [
      'people',
      ['NOM *', 'Prénom *', 'Tél. portable', 'E-mail', 'CP', 'Commune', 'Né(e) le', 'Sexe'],
      ['lastName', 'firstName', 'phone', 'email', 'postcode', 'city', 'birthDate', 'gender'],
    ],
    [
      'people',
      ['Nom de famille', 'Prénom', 'Téléphone 1', 'Téléphone 2', 'Date\nde naissance', 'Niveau d’études'],
      ['lastName', 'firstName', 'phone', 'phone', 'birthDate', 'education'],
    ],
    [
      'people',
      ['Surname', 'First name', 'Mobile', 'E-mail address', 'Zip code', 'Town', 'Date of birth'],
      ['lastName', 'firstName', 'phone', 'email', 'postcode', 'city', 'birthDate'],
    ],
    [
      'organisations',
      ['Raison sociale', 'N° SIRET', 'Type de structure', 'Site internet'],
      ['name', 'siret', 'kind', 'website'],
    ],
    [
      'residences',
      ['Code résidence', 'Nom de la résidence', 'Bailleur', 'Quartier prioritaire (QPV)'],
      ['code', 'name', 'landlordName', 'qpvState'],
    ],
    [
      'referrals',
      ['N°', 'Prescripteur', 'Motif de l’orientation', 'Consentement le', 'Observations', 'Humeur'],
      ['number', 'officerName', 'motive', 'agreementOn', 'note', null],
    ],
  ])('for %s, from %j', (kind, headers, expected) => {
    expect(fieldsOf(kind, headers)).toEqual(expected)
  })

  test('from the values where a title says nothing', () => {
    expect(fieldsOf('people', ['Colonne 1'], ['prisca@exemple.fr', 'jo@exemple.fr'])).toEqual(['email'])
    expect(fieldsOf('people', ['Colonne 1'], ['0639983774', '06 39 98 29 50'])).toEqual(['phone'])
    expect(fieldsOf('organisations', ['Colonne 1'], ['78267888200021'])).toEqual(['siret'])
  })

  test('a lone « Nom » that holds whole names is the whole name', () => {
    expect(fieldsOf('people', ['Nom'], ['MAKIESE Prisca', 'ROUX Al'])).toEqual(['fullName'])
    expect(fieldsOf('people', ['Nom', 'Prénom'], ['LE GOFF', 'ROUX'])).toEqual(['lastName', 'firstName'])
  })
})

test.each([
  ['EL MESTOURI Hafida', 'EL MESTOURI', 'Hafida'],
  ['Jean-Luc DE LA TOUR', 'DE LA TOUR', 'Jean-Luc'],
  ['N’DIAYE Awa Marie', 'N’DIAYE', 'Awa Marie'],
  ['Makiese Prisca', 'Makiese', 'Prisca'],
  ['KERVADÉ', 'KERVADÉ', ''],
])('« %s » is %s, %s', (full, lastName, firstName) => {
  expect(splitName(full)).toEqual({ lastName, firstName })
})
