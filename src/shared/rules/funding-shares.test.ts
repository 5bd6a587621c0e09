import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fundingProblem, shareLeft, totalShare } from './funding-shares.ts'

const action = (fundedActionId: string, share: number) => ({ fundedActionId, share })

test.each([
  [[], null],
  [[action('a', 60), action('b', 40)], null],
  [[action('a', 100)], null],
  [[action('a', 60), action('b', 41)], 'over100'],
  [[action('a', 0)], 'share'],
  [[action('a', 12.5)], 'share'],
  [[action('a', 101)], 'share'],
  [[action('a', 30), action('a', 30)], 'twice'],
] as const)('%j: %s', (shares, problem) => {
  expect(fundingProblem(shares)).toBe(problem)
})

test('what is accepted never makes more than 100 percent, and what is left can always be added', () => {
  const shares = fc.uniqueArray(fc.record({ fundedActionId: fc.string(), share: fc.integer({ min: -5, max: 120 }) }), {
    selector: ({ fundedActionId }) => fundedActionId,
    maxLength: 8,
  })
  fc.assert(
    fc.property(shares, (some) => {
      if (fundingProblem(some) !== null) return
      expect(totalShare(some)).toBeLessThanOrEqual(100)
      const left = shareLeft(some)
      const one = some.find(({ fundedActionId }) => fundedActionId === 'one more') === undefined
      if (left > 0 && one) expect(fundingProblem([...some, action('one more', left)])).toBeNull()
      if (one) expect(fundingProblem([...some, action('one more', left + 1)])).not.toBeNull()
    }),
  )
})
