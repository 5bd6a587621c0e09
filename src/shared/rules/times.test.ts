import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTime } from './times.ts'

test.each([
  ['9', '09:00'],
  ['9h', '09:00'],
  ['14 h', '14:00'],
  ['9h30', '09:30'],
  ['9 h 30', '09:30'],
  ['09:05', '09:05'],
  ['17.45', '17:45'],
  ['930', '09:30'],
  ['1745', '17:45'],
  [' 00:00 ', '00:00'],
])('%s reads %s', (text, time) => {
  expect(parseTime(text)).toEqual({ ok: true, value: time })
})

test.each(['24:00', '9h60', '12345', 'midi', '9h3', '-1', '9:30 pm'])('%s is not a time', (text) => {
  expect(parseTime(text)).toEqual({ ok: false, reason: 'wrongForm' })
})

test('nothing typed is empty', () => {
  expect(parseTime('  ')).toEqual({ ok: false, reason: 'empty' })
})

test('what was read is read again as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789:h. ') }), (text) => {
      const read = parseTime(text)
      if (read.ok) expect(parseTime(read.value)).toEqual(read)
    }),
  )
})
