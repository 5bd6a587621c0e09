import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, weekdayOf } from './days.ts'
import {
  addWorkingDays,
  easterSunday,
  holidayRegions,
  isWorkingDay,
  publicHolidays,
  workingDaysBetween,
} from './working-days.ts'

test.each([
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [1818, '1818-03-22'],
  [2000, '2000-04-23'],
])('Easter of %s', (year, day) => expect(easterSunday(year)).toBe(day))

test('the eleven days of 2026', () => {
  expect([...publicHolidays(2026, 'mainland')].sort()).toEqual([
    '2026-01-01',
    '2026-04-06',
    '2026-05-01',
    '2026-05-08',
    '2026-05-14',
    '2026-05-25',
    '2026-07-14',
    '2026-08-15',
    '2026-11-01',
    '2026-11-11',
    '2026-12-25',
  ])
})

test.each([
  ['alsaceMoselle', '2026-04-03'],
  ['alsaceMoselle', '2025-12-26'],
  ['guadeloupe', '2026-05-27'],
  ['martinique', '2026-05-22'],
  ['guyane', '2026-06-10'],
  ['reunion', '2027-12-20'],
  ['mayotte', '2026-04-27'],
  ['saintMartin', '2026-05-28'],
  ['saintBarthelemy', '2026-10-09'],
] as const)('%s does not work on %s, the mainland does', (region, day) => {
  expect(isWorkingDay(day, region)).toBe(false)
  expect(isWorkingDay(day)).toBe(true)
})

test.each([
  ['2026-11-20', 1, '2026-11-23'],
  ['2026-11-10', 2, '2026-11-13'],
  ['2026-11-23', 5, '2026-11-30'],
  ['2026-12-24', 1, '2026-12-28'],
  ['2026-11-22', 0, '2026-11-22'],
  ['2026-11-23', -1, '2026-11-20'],
  ['2026-11-12', -1, '2026-11-10'],
])('%s and %s working days: %s', (day, count, expected) => expect(addWorkingDays(day, count)).toBe(expected))

describe('properties', () => {
  const aDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days))
  const region = fc.constantFrom(...holidayRegions)

  test('the day reached is a working one, and counting back finds the same number', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 40 }), region, (day, count, place) => {
        const reached = addWorkingDays(day, count, place)
        return isWorkingDay(reached, place) && workingDaysBetween(day, reached, place) === count
      }),
    )
  })

  test('the order of the two days changes the sign alone', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 40 }), region, (day, count, place) => {
        const other = addDays(day, count)
        return workingDaysBetween(day, other, place) + workingDaysBetween(other, day, place) === 0
      }),
    )
  })

  test('Easter is a Sunday between 22 March and 25 April', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 4000 }), (year) => {
        const easter = easterSunday(year)
        return weekdayOf(easter) === 7 && easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25'
      }),
    )
  })
})
