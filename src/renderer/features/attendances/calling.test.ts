import { expect, test } from 'vitest'
import type { RollCallPerson } from '../../../shared/features/attendances'
import { countsOf, firstCalled, isCalled, neighbour, nextUncalled, withSaid } from './calling'

const person = (personId: string, lastName: string, firstName: string): RollCallPerson => ({
  personId,
  enrolmentId: personId,
  lastName,
  firstName,
  phone: null,
  walkIn: false,
  marks: [],
})
const people = [
  person('1', 'Aït-Meziane', 'Lila'),
  person('2', 'D’Hauteroche', 'Inès'),
  person('3', 'Le Gouallec', 'Maëlle'),
  person('4', 'Legrand', 'Ines'),
]

test.each([
  ['ait', ['1']],
  ['lé', ['3', '4']],
  ['legou', ['3']],
  ['ines le', ['4']],
  ['dhaut', ['2']],
  ['maellele', ['3']],
  ['inès', ['2', '4']],
  ['', ['1', '2', '3', '4']],
  ['zz', []],
])('« %s » finds %j', (typed, ids) => {
  expect(people.filter((one) => isCalled(one, typed)).map(({ personId }) => personId)).toEqual(ids)
})

test('the first not called yet is meant, and the next one follows, round the list', () => {
  const said = [{ personId: '3', halfDay: 'morning', state: 'present', minutes: 180 } as const]
  const after = withSaid(people, said)
  expect(firstCalled(people, 'le', 'morning')).toBe('3')
  expect(firstCalled(after, 'le', 'morning')).toBe('4')
  expect(firstCalled(after, 'legou', 'morning')).toBe('3')
  expect(firstCalled(after, 'zz', 'morning')).toBeNull()
  expect(nextUncalled(after, '2', 'morning')).toBe('4')
  expect(nextUncalled(after, '4', 'morning')).toBe('1')
  expect(nextUncalled(after, '3', 'afternoon')).toBe('4')
  expect(neighbour(after, '4', 1)).toBe('4')
  expect(neighbour(after, '2', -1)).toBe('1')
})

test('what was said is shown before it is written, and taken away as well', () => {
  const said = [
    { personId: '1', halfDay: 'afternoon', state: 'late', minutes: 165 },
    { personId: '1', halfDay: 'morning', state: 'present', minutes: 180 },
  ] as const
  const after = withSaid(people, said)
  expect(after[0]?.marks.map(({ halfDay }) => halfDay)).toEqual(['morning', 'afternoon'])
  expect(countsOf(after, 'morning')).toEqual({ present: 1, late: 0, excused: 0, absent: 0, uncalled: 3 })
  const taken = withSaid(after, [{ personId: '1', halfDay: 'morning', state: null, minutes: 0 }])
  expect(countsOf(taken, 'morning').uncalled).toBe(4)
})
