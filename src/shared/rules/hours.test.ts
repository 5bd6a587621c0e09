import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type HourLine,
  daysOfMonth,
  exitRates,
  peopleIn,
  provenRate,
  splitMinutes,
  sumOf,
  totalsBy,
  totalsByFunding,
} from './hours.ts'

const shares = fc.array(
  fc.record({ fundedActionId: fc.constantFrom('a', 'b', 'c', 'd'), share: fc.integer({ min: 1, max: 100 }) }),
  { maxLength: 5 },
)

describe('minutes among funders', () => {
  test.each([
    [60, [60], [36], 24],
    [100, [33, 33, 34], [33, 33, 34], 0],
    [1, [50, 50], [1, 0], 0],
    [60, [], [], 60],
    [60, [80, 80], [48, 12], 0], // shares that were let pass 100 give no minute twice
  ])('%i minutes at %j', (minutes, percents, expected, own) => {
    const split = splitMinutes(
      minutes,
      percents.map((share, at) => ({ fundedActionId: String(at), share })),
    )
    expect(split.funded.map((part) => part.minutes)).toEqual(expected)
    expect(split.own).toBe(own)
  })

  test('never give a minute twice, nor more than there are, whatever the shares', () => {
    fc.assert(
      fc.property(fc.nat(1440), shares, (minutes, some) => {
        const { funded, own } = splitMinutes(minutes, some)
        expect(funded.every((part) => part.minutes >= 0)).toBe(true)
        expect(own).toBeGreaterThanOrEqual(0)
        expect(funded.reduce((sum, part) => sum + part.minutes, own)).toBe(minutes)
      }),
    )
  })
})

describe('the hours of many lines', () => {
  const line = fc.record({
    kind: fc.constantFrom('individual' as const, 'group' as const),
    sourceId: fc.constantFrom('s1', 's2', 's3', 's4'),
    personId: fc.constantFrom('p1', 'p2', 'p3'),
    coachId: fc.constantFrom('c1', 'c2'),
    workshopId: fc.constant('w'),
    heldOn: fc.constant('2026-11-10'),
    minutes: fc.nat(480),
    proven: fc.boolean(),
    shares,
  })
  const lines = fc.uniqueArray(line, { selector: ({ kind, sourceId, personId }) => `${kind} ${sourceId} ${personId}` })
  const whole = (some: readonly HourLine[]) => sumOf(some, 'individual') + sumOf(some, 'group')
  const sum = (totals: Iterable<{ individual: number; group: number }>) =>
    [...totals].reduce((all, { individual, group }) => all + individual + group, 0)

  test('are the same whichever way they are counted', () => {
    fc.assert(
      fc.property(lines, (some) => {
        const { funded, own } = totalsByFunding(some)
        expect(sum(totalsBy(some, ({ personId }) => personId).values())).toBe(whole(some))
        expect(sum(totalsBy(some, ({ coachId }) => coachId).values())).toBe(whole(some))
        expect(sum([...funded.values(), own])).toBe(whole(some))
      }),
    )
  })

  test('are not counted twice when a line is read twice', () => {
    fc.assert(
      fc.property(lines, (some) => {
        const twice = [...some, ...some]
        expect(whole(twice)).toBe(whole(some))
        expect(totalsByFunding(twice)).toEqual(totalsByFunding(some))
        expect(provenRate(twice)).toEqual(provenRate(some))
        expect(peopleIn(twice)).toBe(peopleIn(some))
      }),
    )
  })

  test('are proved for no more than was attended in a group', () => {
    fc.assert(
      fc.property(lines, (some) => {
        const { numerator, denominator } = provenRate(some)
        expect(numerator).toBeLessThanOrEqual(denominator)
        expect(denominator).toBe(sumOf(some, 'group'))
      }),
    )
  })
})

test('exits are over those who entered, and nobody is in both', () => {
  const yes = { entered: true, completed: true, droppedOut: false }
  expect(
    exitRates([yes, { ...yes, droppedOut: true }, { ...yes, completed: false }, { ...yes, entered: false }]),
  ).toEqual({
    completed: { numerator: 2, denominator: 3 },
    droppedOut: { numerator: 0, denominator: 3 },
  })
})

test('a month has its days, February too', () => {
  expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  expect(daysOfMonth('2026-11')).toEqual({ from: '2026-11-01', to: '2026-11-30' })
})
