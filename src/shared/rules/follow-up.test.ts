import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './days.ts'
import { followUpMonths, openWave } from './follow-up.ts'

test.each([
  ['2026-08-24', '2026-11-08', null], // a day too soon
  ['2026-08-24', '2026-11-09', { months: 3, on: '2026-11-24', opens: '2026-11-09' }],
  ['2026-08-24', '2027-01-08', { months: 3, on: '2026-11-24', opens: '2026-11-09' }],
  ['2026-08-24', '2027-01-09', null], // not reached, and the next one is to come
  ['2025-11-30', '2026-11-26', { months: 12, on: '2026-11-30', opens: '2026-11-15' }],
  ['2024-11-30', '2026-11-26', { months: 24, on: '2026-11-30', opens: '2026-11-15' }],
  ['2024-08-31', '2026-11-26', null], // all four are past
])('who left on %s is asked on %s', (leftOn, today, wave) => {
  expect(openWave(leftOn, today)).toEqual(wave)
})

test('over two years and a half each wave opens once, in order, and two never at once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), (start) => {
      const leftOn = addDays('2020-01-01', start)
      const seen = Array.from({ length: 920 }, (_, day) => openWave(leftOn, addDays(leftOn, day))?.months ?? null)
      const waves = seen.filter((months, day) => months !== null && months !== seen[day - 1])
      expect(waves).toEqual([...followUpMonths])
    }),
    { numRuns: 30 },
  )
})
