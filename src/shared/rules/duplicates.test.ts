import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockingKeys, compareForDuplicate, duplicateLevels, type DuplicateCandidate } from './duplicates.ts'

const nobody: DuplicateCandidate = {
  lastName: '',
  firstName: '',
  birthName: null,
  birthDate: null,
  birthYear: null,
  emails: [],
  phones: [],
  postcode: null,
}

function someone(known: Partial<DuplicateCandidate>): DuplicateCandidate {
  return { ...nobody, ...known }
}

const phone = '+33639983774'
const corine = someone({
  lastName: 'Vasselin',
  firstName: 'Corine',
  birthYear: 1981,
  phones: [phone],
  postcode: '44350',
})

describe('two records', () => {
  test.each<[string, Partial<DuplicateCandidate>, string, string[]]>([
    [
      'the picture of the design',
      { lastName: 'VASSELIN', firstName: 'Corinne', phones: [phone] },
      'likely',
      ['sameLastName', 'nearFirstName', 'samePhone'],
    ],
    ['a shared phone alone', { lastName: 'Martin', firstName: 'Paul', phones: [phone] }, 'hint', ['samePhone']],
    [
      'a son on the family phone',
      { lastName: 'Vasselin', firstName: 'Théo', phones: [phone], postcode: '44350' },
      'hint',
      ['sameLastName', 'samePhone', 'samePostcode'],
    ],
    [
      'same name, year and phone',
      { lastName: 'vasselin', firstName: 'CORINE', birthYear: 1981, phones: [phone] },
      'same',
      ['sameFullName', 'sameBirthYear', 'samePhone'],
    ],
    [
      'year told by the date',
      { lastName: 'Vasselin', firstName: 'Corine', birthDate: '1981-04-02', phones: [phone] },
      'same',
      ['sameFullName', 'sameBirthYear', 'samePhone'],
    ],
    [
      'names exchanged',
      { lastName: 'Corine', firstName: 'Vasselin', phones: [phone] },
      'likely',
      ['sameFullName', 'samePhone'],
    ],
    [
      'namesakes born another year',
      { lastName: 'Vasselin', firstName: 'Corine', birthYear: 1950 },
      'hint',
      ['sameFullName', 'differentBirth'],
    ],
    ['namesakes, nothing else', { lastName: 'Vasselin', firstName: 'Corine' }, 'hint', ['sameFullName']],
    [
      'under her birth name',
      { lastName: 'Dupont', firstName: 'Corine', birthName: 'Vasselin', birthYear: 1981 },
      'likely',
      ['sameFullName', 'sameBirthYear'],
    ],
    [
      'near name, same place',
      { lastName: 'Vaselin', firstName: 'Corine', postcode: '44350' },
      'hint',
      ['nearLastName', 'sameFirstName', 'samePostcode'],
    ],
    ['neighbours', { lastName: 'Martin', firstName: 'Anne', postcode: '44350', birthYear: 1981 }, 'none', []],
    ['near name born another year', { lastName: 'Vasselin', firstName: 'Corinne', birthYear: 1950 }, 'none', []],
  ])('%s', (_title, known, level, reasons) => {
    expect(compareForDuplicate(corine, someone(known))).toEqual({ level, reasons })
  })

  test('accents, hyphens, apostrophes and the case of an e-mail are ignored', () => {
    const left = someone({ lastName: "N'Diaye", firstName: 'Anne-Laure', emails: ['Anne@Example.org '] })
    const right = someone({ lastName: 'NDIAYE', firstName: 'anne laure', emails: ['anne@example.org'] })
    expect(compareForDuplicate(left, right).level).toBe('same')
  })

  test('a letter makes another person in a short name', () => {
    const lea = someone({ lastName: 'Roy', firstName: 'Léa', birthYear: 2001, postcode: '13001' })
    const leo = someone({ lastName: 'Roy', firstName: 'Léo', birthYear: 2001, postcode: '13001' })
    expect(compareForDuplicate(lea, leo).level).toBe('none')
  })

  test('people of whom nothing is known are not the same', () => {
    expect(compareForDuplicate(nobody, nobody).level).toBe('none')
    expect(blockingKeys(nobody)).toEqual([])
  })
})

const candidate: fc.Arbitrary<DuplicateCandidate> = fc.record({
  lastName: fc.constantFrom('', 'Vasselin', 'Vaselin', 'Martin', 'N’Diaye'),
  firstName: fc.constantFrom('', 'Corine', 'Corinne', 'Paul', 'Martin'),
  birthName: fc.constantFrom(null, 'Vasselin', 'Ndiaye'),
  birthDate: fc.constantFrom(null, '1981-04-02', '1981-05-25'),
  birthYear: fc.constantFrom(null, 1981, 1950),
  emails: fc.subarray(['a@example.org', 'B@example.org']),
  phones: fc.subarray([phone, '+33199001234']),
  postcode: fc.constantFrom(null, '44350', '13001'),
})

describe('for any two people', () => {
  test('the order does not matter', () => {
    fc.assert(
      fc.property(candidate, candidate, (left, right) => {
        const [there, back] = [compareForDuplicate(left, right), compareForDuplicate(right, left)]
        expect(there.level).toBe(back.level)
        expect(there.reasons.toSorted()).toEqual(back.reasons.toSorted())
      }),
      { numRuns: 1000 },
    )
  })

  test('a shared phone or e-mail alone never says more than a hint', () => {
    fc.assert(
      fc.property(candidate, (person) => {
        const stranger = { ...person, lastName: 'Bangouraud', firstName: 'Aïssatou', birthName: null }
        return duplicateLevels.indexOf(compareForDuplicate(person, stranger).level) <= duplicateLevels.indexOf('hint')
      }),
    )
  })

  test('those who are the same meet under a key, whenever a year, a postcode, a phone or an e-mail is common', () => {
    fc.assert(
      fc.property(candidate, candidate, (left, right) => {
        if (compareForDuplicate(left, right).level !== 'same') return
        const keys = new Set(blockingKeys(left))
        expect(blockingKeys(right).some((key) => keys.has(key))).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})
