import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Place, rankTaken, renumbered } from './waiting-list.ts'

test.each<[readonly [string, number | null][], number | null, Record<string, number>]>([
  [[], null, {}],
  [
    [
      ['a', 1],
      ['b', 2],
    ],
    null,
    {},
  ],
  [
    [
      ['a', 1],
      ['b', 3],
    ],
    null,
    { b: 2 },
  ],
  [
    [
      ['a', 1],
      ['b', 2],
    ],
    1,
    { a: 2, b: 3 },
  ],
  [
    [
      ['a', 1],
      ['b', 2],
    ],
    2,
    { b: 3 },
  ],
  [[['a', null]], null, { a: 1 }],
])('%j with %j kept free', (line, free, changed) => {
  const places = line.map(([id, rank]) => ({ id, rank }))
  expect(Object.fromEntries(renumbered(places, free).map(({ id, rank }) => [id, rank]))).toEqual(changed)
})

test('whoever comes, moves and goes, ranks are 1 to n', () => {
  const step = fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    wanted: fc.option(fc.integer({ min: 1, max: 9 })),
    leaves: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let ranks = new Map<string, number>()
      for (const { id, wanted, leaves } of steps) {
        const others: Place[] = [...ranks]
          .filter(([other]) => other !== id)
          .sort((left, right) => left[1] - right[1])
          .map(([other, rank]) => ({ id: other, rank }))
        const rank = leaves ? null : rankTaken(others, wanted)
        ranks = new Map(others.map((place) => [place.id, place.rank ?? 0]))
        for (const changed of renumbered(others, rank)) ranks.set(changed.id, changed.rank)
        if (rank !== null) ranks.set(id, rank)
        expect([...ranks.values()].sort((left, right) => left - right)).toEqual(
          [...ranks].map((_one, index) => index + 1),
        )
      }
    }),
  )
})
