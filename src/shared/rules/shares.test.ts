import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sharesProblem } from './shares.ts'

test.each([
  [[], null],
  [[100], null],
  [[60, 40], null],
  [[60, 41], 'total'],
  [[0], 'share'],
  [[101], 'share'],
  [[33.3], 'share'],
])('%j: %s', (shares, problem) => {
  expect(sharesProblem(shares)).toBe(problem)
})

test('shares that pass are each a part, and together no more than the whole, in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 110 }), { maxLength: 8 }), (shares) => {
      const problem = sharesProblem(shares)
      expect(sharesProblem(shares.toReversed())).toBe(problem)
      if (problem !== null) return
      expect(shares.every((share) => share >= 1 && share <= 100)).toBe(true)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(100)
    }),
  )
})
