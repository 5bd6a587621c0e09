import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completionOf } from './completion.ts'

const three = [
  { id: 'a', minutes: 180, compulsory: true, cancelled: false },
  { id: 'b', minutes: 180, compulsory: false, cancelled: false },
  { id: 'c', minutes: 240, compulsory: false, cancelled: true },
]

test.each([
  ['every hour', { a: 180, b: 180 }, 100, true, []],
  ['exactly the share asked for', { a: 180, b: 108 }, 80, true, []],
  ['a minute too few', { a: 180, b: 107 }, 79, false, []],
  ['enough hours without the compulsory one', { b: 360 }, 50, false, ['a']],
  ['nothing', {}, 0, false, ['a']],
  ['hours of what was cancelled', { a: 180, c: 240 }, 50, false, []],
])('%s', (_, attended, share, completed, missedCompulsory) => {
  const found = completionOf(three, new Map(Object.entries(attended as Record<string, number>)), 80)
  expect(found).toMatchObject({ share, completed, missedCompulsory })
})

test('a cohort without workshops is completed by nobody', () => {
  expect(completionOf([], new Map(), 0).completed).toBe(false)
})

test('attending more never takes a completion away, and the share never passes 100', () => {
  const workshop = fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    minutes: fc.integer({ min: 1, max: 480 }),
    compulsory: fc.boolean(),
    cancelled: fc.boolean(),
  })
  const workshops = fc.uniqueArray(workshop, { selector: ({ id }) => id, maxLength: 8 })
  fc.assert(
    fc.property(workshops, fc.array(fc.nat(600)), fc.nat(100), (planned, minutes, needed) => {
      const some = new Map(planned.map(({ id }, at) => [id, minutes[at] ?? 0]))
      const more = new Map([...some].map(([id, value]) => [id, value + 30]))
      const before = completionOf(planned, some, needed)
      const after = completionOf(planned, more, needed)
      expect(before.share).toBeLessThanOrEqual(100)
      if (before.completed) expect(after.completed).toBe(true)
    }),
  )
})
