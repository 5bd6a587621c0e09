import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, isIsoDay } from './days.ts'

test('months later, and as many months back, is never after the day one left', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: -60, max: 60 }), (number, months) => {
      const day = addDays('1990-01-01', number)
      const there = addMonths(day, months)
      expect([isIsoDay(there), addMonths(there, -months) <= day]).toEqual([true, true])
      expect(there.slice(8) === day.slice(8) || addDays(there, 1).slice(8) === '01').toBe(true)
    }),
  )
})
