import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countedMinutes, isToWriteUp, mayBeInState, scaleDifference, scaleMoments, sessionStates } from './coaching.ts'

const today = '2026-11-23'

describe('a session', () => {
  test.each([
    ['held', '2026-11-23', null, true],
    ['held', '2026-11-20', '2026-11-21', false],
    ['planned', '2026-11-22', null, true],
    ['planned', '2026-11-23', null, false],
    ['noShow', '2026-11-20', null, false],
    ['cancelled', '2026-11-20', null, false],
  ] as const)('%s on %s, written up on %s: to write up %s', (state, heldOn, writtenUpOn, expected) => {
    expect(isToWriteUp({ state, heldOn, writtenUpOn }, today)).toBe(expected)
  })

  test('has no outcome before its day', () => {
    const allowed = sessionStates.filter((state) => mayBeInState(state, '2026-11-24', today))
    expect(allowed).toEqual(['planned', 'cancelled'])
    expect(sessionStates.every((state) => mayBeInState(state, today, today))).toBe(true)
  })

  test('counts only when it was held', () => {
    expect(sessionStates.map((state) => countedMinutes({ state, minutes: 60 }))).toEqual([0, 60, 0, 0, 0])
  })
})

describe('the difference of a scale', () => {
  test('needs two moments', () => {
    expect(scaleDifference([])).toBeNull()
    expect(scaleDifference([{ moment: 'entry', score: 4 }])).toBeNull()
    expect(
      scaleDifference([
        { moment: 'exit', score: 7 },
        { moment: 'entry', score: 4 },
      ]),
    ).toBe(3)
  })

  test('is that of the last moment and the first, whatever the order they were noted in', () => {
    const ratings = fc.uniqueArray(
      fc.record({ moment: fc.constantFrom(...scaleMoments), score: fc.integer({ min: 0, max: 10 }) }),
      { selector: ({ moment }) => moment },
    )
    fc.assert(
      fc.property(ratings, (given) => {
        expect(scaleDifference(given.toReversed())).toBe(scaleDifference(given))
      }),
    )
  })
})
