import fc from 'fast-check'
import { expect, test } from 'vitest'
import { headHeight, layOut, linesBetween, rowHeight, topOf } from './day-layout'

const counts = { late: 2, today: 0, week: 3, later: 1000, snoozed: 1 }

test('what is closed has its head alone', () => {
  const { blocks, height, lines } = layOut(counts, new Set())
  expect(blocks.map(({ group, top, open }) => [group, top, open])).toEqual([
    ['late', 0, true],
    ['week', headHeight + 2 * rowHeight, true],
    ['later', 2 * headHeight + 5 * rowHeight, false],
    ['snoozed', 3 * headHeight + 5 * rowHeight, false],
  ])
  expect([height, lines]).toEqual([4 * headHeight + 5 * rowHeight, 5])
})

test('every line in sight is among those drawn', () => {
  const { blocks, height, lines } = layOut(counts, new Set(['later', 'snoozed']))
  fc.assert(
    fc.property(fc.integer({ min: 0, max: height }), fc.integer({ min: 1, max: 2000 }), (from, tall) => {
      const [start, end] = linesBetween(blocks, from, from + tall)
      expect(end).toBeLessThanOrEqual(lines)
      for (let index = 0; index < lines; index += 1) {
        const top = topOf(blocks, index)
        if (top + rowHeight > from && top < from + tall) expect(index >= start && index < end).toBe(true)
      }
      expect(end - start).toBeLessThanOrEqual(tall / rowHeight + 2)
    }),
    { numRuns: 50 },
  )
})
