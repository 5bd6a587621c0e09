import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, weekdayOf } from './days.ts'
import { calendarSpans, daysShown, mondayOf, movedBy, publicHolidayOn, weekNumberOf } from './calendar.ts'

const day = fc.integer({ min: 0, max: 20_000 }).map((count) => addDays('2000-01-01', count))

describe('the days on screen', () => {
  test('of November 2026 are six whole weeks, from Monday 26 October', () => {
    const shown = daysShown('month', '2026-11-23')
    expect([shown.length, shown[0], shown.at(-1)]).toEqual([42, '2026-10-26', '2026-12-06'])
  })

  test('hold the day itself, follow each other, and begin on a Monday', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...calendarSpans), (one, span) => {
        const shown = daysShown(span, one)
        expect(shown).toContain(one)
        expect(shown.slice(1)).toEqual(shown.slice(0, -1).map((before) => addDays(before, 1)))
        if (span === 'day') return
        expect(weekdayOf(shown[0] ?? '')).toBe(1)
        expect(shown.length % 7).toBe(0)
      }),
    )
  })

  test('of a month hold the whole month', () => {
    fc.assert(
      fc.property(day, (one) => {
        const month = one.slice(0, 7)
        const shown = daysShown('month', one)
        expect(addDays(shown[0] ?? '', -1).startsWith(month)).toBe(false)
        expect(addDays(shown.at(-1) ?? '', 1).startsWith(month)).toBe(false)
      }),
    )
  })
})

test.each([
  ['month', '2026-01-31', 1, '2026-02-28'],
  ['month', '2026-03-31', -1, '2026-02-28'],
  ['month', '2026-12-15', 1, '2027-01-15'],
  ['month', '2027-01-15', -1, '2026-12-15'],
  ['week', '2026-11-23', -1, '2026-11-16'],
  ['day', '2026-12-31', 1, '2027-01-01'],
] as const)('%s from %s by %i is %s', (span, from, step, expected) => {
  expect(movedBy(span, from, step)).toBe(expected)
})

test('the Monday of a Sunday is six days before', () => {
  expect(mondayOf('2026-11-29')).toBe('2026-11-23')
})

test.each([
  ['2026-11-23', 48],
  ['2026-01-01', 1],
  ['2025-12-29', 1],
  ['2027-01-01', 53],
  ['2027-01-04', 1],
])('%s is in week %i', (on, expected) => {
  expect(weekNumberOf(on)).toBe(expected)
})

test.each([
  ['2026-04-06', 'mainland', 'easterMonday'],
  ['2026-05-14', 'mainland', 'ascension'],
  ['2026-05-25', 'mainland', 'whitMonday'],
  ['2026-11-11', 'mainland', 'armistice'],
  ['2026-04-03', 'mainland', null],
  ['2026-04-03', 'alsaceMoselle', 'goodFriday'],
  ['2026-12-26', 'alsaceMoselle', 'saintStephen'],
  ['2026-12-20', 'reunion', 'abolition'],
  ['2026-11-23', 'mainland', null],
] as const)('%s in %s: %s', (on, region, expected) => {
  expect(publicHolidayOn(on, region)).toBe(expected)
})
