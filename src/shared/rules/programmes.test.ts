import { expect, test } from 'vitest'
import { minutesBetween, periodState } from './programmes.ts'

test.each([
  ['09:00', '12:30', 210],
  ['00:00', '23:59', 1439],
  ['12:00', '12:00', null],
  ['14:00', '09:00', null],
  ['9:00', '12:00', null],
  ['09:00', '24:00', null],
  ['', '12:00', null],
])('from %s to %s: %s', (start, end, minutes) => {
  expect(minutesBetween(start, end)).toBe(minutes)
})

test.each([
  [null, null, 'running'],
  ['2026-11-23', '2026-11-23', 'running'],
  ['2026-11-24', null, 'coming'],
  [null, '2026-11-22', 'over'],
  ['2027-01-01', '2027-12-31', 'coming'],
] as const)('from %s to %s is %s', (startsOn, endsOn, state) => {
  expect(periodState({ startsOn, endsOn }, '2026-11-23')).toBe(state)
})
