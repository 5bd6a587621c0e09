import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPhone, parsePhone, parsePhones, phoneSearchDigits } from './phone.ts'

describe('a phone in any usual writing', () => {
  test.each([
    ['06 39 98 37 74', '+33639983774'],
    ['06.39.98.37.74', '+33639983774'],
    ['06-39-98-37-74', '+33639983774'],
    ['0639983774', '+33639983774'],
    ['06\u00a039\u202f98 37 74', '+33639983774'],
    ['+33 6 39 98 37 74', '+33639983774'],
    ['+33(0)6 39 98 37 74', '+33639983774'],
    ['+33 06 39 98 37 74', '+33639983774'],
    ['0033 6 39 98 37 74', '+33639983774'],
    ['Tél. : 01 99 00 12 34', '+33199001234'],
    ['06 39 98 37 74 (mère)', '+33639983774'],
    ['0690 12 34 56', '+590690123456'],
    ['06 92 12 34 56', '+262692123456'],
    ['0639 12 34 56', '+262639123456'],
    ['0262 12 34 56', '+262262123456'],
    ['0694123456', '+594694123456'],
    ['0596 12 34 56', '+596596123456'],
    ['+262 692 12 34 56', '+262692123456'],
    ['+33 690 12 34 56', '+590690123456'],
    ['+32 470 12 34 56', '+32470123456'],
    ['0044 20 7946 0958', '+442079460958'],
  ])('%s → %s', (typed, e164) => expect(parsePhone(typed)).toEqual({ ok: true, value: e164 }))

  test.each([
    ['639983774', '+33639983774', 'leadingZero'],
    ['639983774.0', '+33639983774', 'leadingZero'],
    ['690123456', '+590690123456', 'leadingZero'],
    ['33639983774', '+33639983774', 'plusSign'],
  ])('%s is repaired and flagged', (typed, e164, repaired) => {
    expect(parsePhone(typed)).toEqual({ ok: true, value: e164, repaired })
  })

  test.each([
    ['6,39998E+08', 'lostDigits'],
    ['6.39998E+08', 'lostDigits'],
    ['', 'empty'],
    ['NR', 'empty'],
    ['Non renseigné', 'empty'],
    ['-', 'empty'],
    ['06 39 98', 'wrongLength'],
    ['061234567', 'wrongLength'],
    ['3949', 'wrongLength'],
    ['+33 6 39', 'wrongLength'],
    ['demander à sa fille', 'wrongForm'],
    ['06 39 98 37 74 / 01 99 00 12 34', 'severalValues'],
  ])('%s is refused: %s', (typed, reason) => expect(parsePhone(typed)).toEqual({ ok: false, reason }))
})

describe('several phones in a cell', () => {
  test.each([
    ['06 39 98 37 74 / 01 99 00 12 34'],
    ['06 39 98 37 74;0199001234'],
    ['06.39.98.37.74 ou 01.99.00.12.34'],
    ['06 39 98 37 74 - 01 99 00 12 34'],
    ['06 39 98 37 74\n01 99 00 12 34'],
    ['06 39 98 37 74 01 99 00 12 34'],
    ['06399837740199001234'],
    ['06 39 98 37 74/01 99 00 12 34'],
  ])('%s', (cell) => {
    expect(parsePhones(cell)).toEqual([
      { ok: true, value: '+33639983774' },
      { ok: true, value: '+33199001234' },
    ])
  })

  test('one that cannot be read does not spoil the other', () => {
    expect(parsePhones('0639983774 / 019900123456')).toEqual([
      { ok: true, value: '+33639983774' },
      { ok: false, reason: 'wrongLength' },
    ])
  })

  test('one phone, or none', () => {
    expect(parsePhones('06/39/98/37/74')).toEqual([{ ok: true, value: '+33639983774' }])
    expect(parsePhones(' NULL ')).toEqual([])
  })
})

test.each([
  ['+33639983774', '06 39 98 37 74'],
  ['+590690123456', '0690 12 34 56'],
  ['+262692123456', '0692 12 34 56'],
  ['+32470123456', '+32 470 12 34 56'],
])('%s is shown %s', (e164, shown) => expect(formatPhone(e164)).toBe(shown))

const frenchNumber = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 99_999_999 }))
  .map(([first, rest]) => `0${first}${String(rest).padStart(8, '0')}`)

test('what is shown reads back as what is stored', () => {
  fc.assert(
    fc.property(frenchNumber, (typed) => {
      const stored = parsePhone(typed)
      return (
        stored.ok && parsePhone(formatPhone(stored.value)).ok && formatPhone(stored.value).replaceAll(' ', '') === typed
      )
    }),
  )
})

describe('search', () => {
  test.each([
    ['06.39', '0639'],
    ['+33 6 39', '0639'],
    ['+33(0)6 39', '0639'],
    ['0033639', '0639'],
    ['+590 690 12', '069012'],
    ['639983774', '0639983774'],
    ['+32 470', '32470'],
    ['vasselin', ''],
  ])('%s looks for %s', (typed, digits) => expect(phoneSearchDigits(typed)).toBe(digits))

  test('every beginning of a number, in both forms, is a beginning of its stored digits', () => {
    fc.assert(
      fc.property(frenchNumber, fc.integer({ min: 1, max: 8 }), (typed, length) => {
        const stored = parsePhone(typed)
        if (!stored.ok) return false
        const whole = phoneSearchDigits(stored.value)
        const international = `+33 ${typed.slice(1, length + 1)}`
        return (
          whole.startsWith(phoneSearchDigits(typed.slice(0, length))) &&
          (!stored.value.startsWith('+33') || whole.startsWith(phoneSearchDigits(international)))
        )
      }),
    )
  })
})
