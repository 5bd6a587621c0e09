import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  formatSiret,
  isCedex,
  parseActivityCode,
  parseCommuneCode,
  parseFranceTravailNumber,
  parsePostcode,
  parseQpvCode,
  parseResidenceCode,
  parseRna,
  parseSiren,
  parseSiret,
} from './identifiers.ts'
import { hasLostDigits, isBlank, type Parsed } from './parsed.ts'

type Row = readonly [string, Parsed<string>]

function good(typed: string, value: string): Row {
  return [typed, { ok: true, value }]
}

function mended(typed: string, value: string): Row {
  return [typed, { ok: true, value, repaired: 'leadingZero' }]
}

function bad(typed: string, reason: Extract<Parsed<string>, { ok: false }>['reason']): Row {
  return [typed, { ok: false, reason }]
}

describe.each([
  [
    'SIREN',
    parseSiren,
    [
      good('782 855 696', '782855696'),
      good('552.046.484', '552046484'),
      good('356000000', '356000000'),
      mended('58811670', '058811670'),
      mended('54803770.0', '054803770'),
      bad('782855697', 'wrongKey'),
      bad('58811671', 'wrongLength'),
      bad('000000000', 'wrongKey'),
      bad('7,82856E+08', 'lostDigits'),
      bad('78285569A', 'wrongForm'),
      bad('NC', 'empty'),
    ],
  ],
  [
    'SIRET',
    parseSiret,
    [
      good('78285569600020', '78285569600020'),
      good('782 855 696 00020', '78285569600020'),
      good('35600000000048', '35600000000048'),
      good('35600000049837', '35600000049837'),
      mended('5881167000015', '05881167000015'),
      mended('558011300032', '00558011300032'),
      bad('6.04876E+13', 'lostDigits'),
      bad('6,04876E+13', 'lostDigits'),
      bad('78285569600021', 'wrongKey'),
      bad('35600000049838', 'wrongKey'),
      bad('5881167000016', 'wrongLength'),
      bad('782855696', 'wrongLength'),
      bad('00000000000000', 'wrongKey'),
    ],
  ],
  [
    'RNA',
    parseRna,
    [good('w131 000 123', 'W131000123'), good('W9B1000123', 'W9B1000123'), bad('131000123', 'wrongForm')],
  ],
  ['activity', parseActivityCode, [good('4791b', '47.91B'), good('47.91 B', '47.91B'), bad('4791', 'wrongForm')]],
  [
    'QPV',
    parseQpvCode,
    [
      good('QN00101M', 'QN00101M'),
      good('qn02a01i', 'QN02A01I'),
      good('QN97403N', 'QN97403N'),
      bad('QP006005', 'formerCode'),
      bad('QP02A001', 'formerCode'),
      bad('QN0101M', 'wrongForm'),
      bad('', 'empty'),
    ],
  ],
  [
    'commune',
    parseCommuneCode,
    [
      good('13055', '13055'),
      good('2a004', '2A004'),
      good('97411', '97411'),
      mended('1053', '01053'),
      bad('20004', 'wrongForm'),
      bad('96001', 'wrongForm'),
      bad('131', 'wrongForm'),
    ],
  ],
  [
    'postcode',
    parsePostcode,
    [
      good('13006', '13006'),
      good('13 006', '13006'),
      good('F-13006', '13006'),
      good('75725 CEDEX 15', '75725'),
      good('13006.0', '13006'),
      mended('1400', '01400'),
      bad('140', 'wrongLength'),
      bad('00123', 'wrongForm'),
      bad('SW1A 1AA', 'wrongForm'),
    ],
  ],
  [
    'France Travail',
    parseFranceTravailNumber,
    [good('1234567a', '1234567A'), good('12345678901', '12345678901'), bad('1234567', 'wrongForm')],
  ],
  [
    'residence',
    parseResidenceCode,
    [
      good(' 0417-B ', '0417-B'),
      good('000012', '000012'),
      good('A  12', 'A 12'),
      bad('4,17E+09', 'lostDigits'),
      bad(' ', 'empty'),
    ],
  ],
] as const)('%s', (_name, parse, rows) => {
  test.each(rows)('%s', (typed, expected) => expect(parse(typed)).toEqual(expected))
})

test('a wrong figure anywhere in a SIREN is noticed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
      const digits = [...'782855696']
      digits[place] = String((Number(digits[place]) + shift) % 10)
      return !parseSiren(digits.join('')).ok
    }),
  )
})

test('whatever is given, a verdict comes back', () => {
  const parsers = [parseSiren, parseSiret, parseRna, parseActivityCode, parseQpvCode, parseCommuneCode, parsePostcode]
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...parsers), (text, parse) => {
      const read = parse(text)
      return read.ok ? parse(read.value).ok : read.reason.length > 0
    }),
  )
})

test('shown as printed', () => {
  expect(formatSiret('78285569600020')).toBe('782 855 696 00020')
  expect(formatSiret('782855696')).toBe('782 855 696')
})

test('CEDEX is told from a city', () => {
  expect(isCedex('AIX EN PROVENCE CEDEX 2')).toBe(true)
  expect(isCedex('Marseille Cedex  04')).toBe(true)
  expect(isCedex('MARTIGUES')).toBe(false)
})

test('words for nothing are nothing', () => {
  for (const word of ['', '  ', 'NULL', 'NR', 'Non renseigné', 'non renseignée', '-', '—', 'N/A', '?'])
    expect(isBlank(word)).toBe(true)
  for (const word of ['0', 'Nora', 'Inconnu Robert', '-5']) expect(isBlank(word)).toBe(false)
  expect(hasLostDigits('6,39998E+08')).toBe(true)
  expect(hasLostDigits('639998')).toBe(false)
})
