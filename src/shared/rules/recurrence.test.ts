import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, weekdayOf } from './days.ts'
import { isHoliday, longestSeries, occurrencesOf, shiftedDay, weeksShift } from './recurrence.ts'

const day = fc.integer({ min: 0, max: 3000 }).map((number) => addDays('2024-01-01', number))

describe('the days of a series', () => {
  test('come back each week, public holidays shown and not counted', () => {
    const found = occurrencesOf({ firstDay: '2026-10-26', everyWeeks: 1, weekdays: [3], end: { count: 3 } })
    expect(found).toEqual([
      { day: '2026-10-28', holiday: false },
      { day: '2026-11-04', holiday: false },
      { day: '2026-11-11', holiday: true },
      { day: '2026-11-18', holiday: false },
    ])
  })

  test('come back every two weeks on several weekdays, until a day that is included', () => {
    const end = { day: '2026-12-03' }
    const found = occurrencesOf({ firstDay: '2026-11-03', everyWeeks: 2, weekdays: [4, 2], end })
    expect(found.map((one) => one.day)).toEqual([
      '2026-11-03',
      '2026-11-05',
      '2026-11-17',
      '2026-11-19',
      '2026-12-01',
      '2026-12-03',
    ])
  })

  test('follow the holidays of the region', () => {
    const saintStephen = { firstDay: '2028-12-26', everyWeeks: 1, weekdays: [2], end: { count: 1 } }
    expect(occurrencesOf(saintStephen)).toEqual([{ day: '2028-12-26', holiday: false }])
    expect(occurrencesOf(saintStephen, 'alsaceMoselle').map(({ holiday }) => holiday)).toEqual([true, false])
  })

  test.each([
    { firstDay: '2026-11-03', everyWeeks: 1, weekdays: [], end: { count: 3 } },
    { firstDay: '2026-11-03', everyWeeks: 1, weekdays: [9], end: { count: 3 } },
    { firstDay: '2026-11-03', everyWeeks: 1, weekdays: [2], end: { day: '2026-11-02' } },
  ])('are none for %j', (recurrence) => {
    expect(occurrencesOf(recurrence)).toEqual([])
  })

  test('are in order, on their weekdays, as many as asked', () => {
    const asked = fc.record({
      firstDay: day,
      everyWeeks: fc.integer({ min: 1, max: 8 }),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      end: fc.record({ count: fc.integer({ min: 1, max: longestSeries + 10 }) }),
    })
    fc.assert(
      fc.property(asked, (recurrence) => {
        const found = occurrencesOf(recurrence)
        const days = found.map((one) => one.day)
        expect(days).toEqual([...new Set(days)].sort())
        expect(days.every((one) => recurrence.weekdays.includes(weekdayOf(one)) && one >= recurrence.firstDay)).toBe(
          true,
        )
        expect(found.filter(({ holiday }) => !holiday)).toHaveLength(Math.min(recurrence.end.count, longestSeries))
        expect(found.every((one) => one.holiday === isHoliday(one.day))).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('the next edition', () => {
  test.each([
    ['2026-09-07', '2027-09-06', 364],
    ['2026-09-07', '2027-09-08', 364],
    ['2026-09-07', '2026-09-07', 0],
    ['2026-09-07', '2026-03-02', -189],
  ])('from %s to %s moves by %i days', (from, to, shift) => {
    expect(weeksShift(from, to)).toBe(shift)
  })

  test('begins no earlier than it says', () => {
    expect(weeksShift('2026-09-07', '2027-09-08', ['2026-09-07'])).toBe(371)
    expect(weeksShift('2026-09-07', '2027-09-08', ['2026-09-09'])).toBe(364)
  })

  test('a day that falls on a public holiday goes to the next working day', () => {
    expect(shiftedDay('2026-10-28', 14)).toBe('2026-11-12')
    expect(shiftedDay('2027-04-24', 7)).toBe('2027-05-03') // Saturday 1 May
    expect(shiftedDay('2026-11-15', 7)).toBe('2026-11-22') // a Sunday that was chosen stays one
  })

  test('keeps weekdays where no holiday is in the way, and never falls on one', () => {
    fc.assert(
      fc.property(day, day, day, (from, to, held) => {
        const days = held >= from ? [held] : []
        const shift = weeksShift(from, to, days)
        const moved = shiftedDay(held, shift)
        expect(Math.abs(shift % 7)).toBe(0)
        expect(isHoliday(moved)).toBe(false)
        if (!isHoliday(addDays(held, shift))) expect(weekdayOf(moved)).toBe(weekdayOf(held))
        if (days.length > 0) expect(moved >= to).toBe(true)
      }),
    )
  })
})
