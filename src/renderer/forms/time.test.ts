import { expect, test } from 'vitest'
import { readTime } from './time.ts'

test.each([
  ['14:30', '14:30'],
  ['9h30', '09:30'],
  ['9 h', '09:00'],
  ['9', '09:00'],
  ['930', '09:30'],
  ['0930', '09:30'],
  ['9 h 30', '09:30'],
  ['1430', '14:30'],
  ['14.30', '14:30'],
  ['24:00', null],
  ['12:75', null],
  ['midi', null],
  ['', null],
])('« %s » is %s', (text, expected) => {
  expect(readTime(text)).toBe(expected)
})
