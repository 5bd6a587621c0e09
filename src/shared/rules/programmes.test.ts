import { expect, test } from 'vitest'
import { minutesBetween } from './programmes.ts'

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
