import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, weekdayOf } from './days.ts'
import { type TaskRecurrence, nextDue, postponedTo, taskRecurrences } from './tasks.ts'
import { isWorkingDay } from './working-days.ts'

describe('what comes back', () => {
  test.each<[TaskRecurrence, string, string, string]>([
    ['daily', '2026-11-23', '2026-11-23', '2026-11-24'],
    ['daily', '2026-11-10', '2026-11-23', '2026-11-24'], // done late: the days between are not owed
    ['weekdays', '2026-11-20', '2026-11-20', '2026-11-23'],
    ['weekdays', '2026-12-24', '2026-12-24', '2026-12-28'], // Christmas, then a weekend
    ['weekly', '2026-11-23', '2026-11-20', '2026-11-30'], // done early: it is the next one all the same
    ['weekly', '2026-11-23', '2026-11-30', '2026-12-07'],
    ['everyThreeWeeks', '2026-11-23', '2026-11-24', '2026-12-14'],
    ['monthly', '2026-12-15', '2026-12-15', '2027-01-15'],
    ['monthly', '2026-01-31', '2026-01-31', '2026-02-28'],
    ['monthly', '2026-02-28', '2026-02-28', '2026-03-31'],
    ['monthly', '2026-01-30', '2026-01-30', '2026-02-28'],
    ['monthly', '2028-01-31', '2028-01-31', '2028-02-29'],
  ])('%s, due %s, done %s: %s', (recurrence, dueOn, doneOn, expected) => {
    expect(nextDue(recurrence, dueOn, doneOn, 'mainland')).toBe(expected)
  })

  const day = fc.integer({ min: 0, max: 7000 }).map((count) => addDays('2020-01-01', count))
  test('is after what was due and after the day it was done, and never skips a turn still to come', () => {
    fc.assert(
      fc.property(fc.constantFrom(...taskRecurrences), day, fc.nat(90), (recurrence, dueOn, late) => {
        const doneOn = addDays(dueOn, late)
        const next = nextDue(recurrence, dueOn, doneOn, 'mainland')
        expect(next > doneOn).toBe(true)
        expect(daysBetween(doneOn, next)).toBeLessThanOrEqual(56)
        if (recurrence === 'weekdays') expect(isWorkingDay(next)).toBe(true)
        if (recurrence.endsWith('eeks') || recurrence === 'weekly') expect(weekdayOf(next)).toBe(weekdayOf(dueOn))
      }),
    )
  })
})

test.each([
  [null, { workingDays: 1 }, '2026-11-24'],
  ['2026-11-02', { workingDays: 3 }, '2026-11-26'], // late: counted from today
  ['2026-11-27', { workingDays: 1 }, '2026-11-30'],
  ['2026-11-02', { on: '2026-12-01' }, '2026-12-01'],
])('due %s, put off by %j: %s', (dueOn, by, expected) => {
  expect(postponedTo(dueOn, '2026-11-23', by, 'mainland')).toBe(expected)
})
