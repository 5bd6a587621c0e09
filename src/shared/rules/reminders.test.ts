import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './days.ts'
import { datesToRemind, reminderFieldsFor, reminderKey, reminderPrefix } from './reminders.ts'

test.each([
  [{ dateField: 'documentExpiry' as const, offsetDays: -30 }, '2026-11-23', '2026-12-23'],
  [{ dateField: 'cohortEnd' as const, offsetDays: 7 }, '2026-10-17', '2026-11-16'],
  [{ dateField: 'lastContact' as const, offsetDays: 60 }, null, '2026-09-24'],
])('%j looks at dates from %s to %s', (rule, from, to) => {
  expect(datesToRemind(rule, '2026-11-23')).toEqual({ from, to })
})

test('a date is looked at on the day it is to be reminded of, and not the day before', () => {
  fc.assert(
    fc.property(fc.integer({ min: -365, max: 365 }), fc.integer({ min: 0, max: 3000 }), (offsetDays, count) => {
      const date = addDays('2020-01-01', count)
      const day = addDays(date, offsetDays)
      const rule = { dateField: 'supportStart' as const, offsetDays }
      expect(datesToRemind(rule, day).to).toBe(date)
      expect(datesToRemind(rule, addDays(day, -1)).to < date).toBe(true)
    }),
  )
})

test('the key of a reminder begins with its rule and its record', () => {
  const key = reminderKey('r1', 'p2', '2026-11-23')
  expect(key.startsWith(reminderPrefix('r1'))).toBe(true)
  expect(key.startsWith(reminderPrefix('r1', 'p2'))).toBe(true)
  expect(key.startsWith(reminderPrefix('r1', 'p'))).toBe(false)
})

test('a landlord has no cohort to be reminded of', () => {
  expect(reminderFieldsFor('landlord')).not.toContain('cohortStart')
  expect(reminderFieldsFor('association')).not.toContain('referralSent')
})
