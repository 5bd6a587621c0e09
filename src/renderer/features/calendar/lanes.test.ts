import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inLanes } from './lanes.ts'

const lanesOf = (...items: readonly (readonly [number, number])[]) =>
  inLanes(items.map(([start, end]) => ({ start, end }))).map(({ start, lane, lanes }) => [start, lane, lanes])

test('what follows keeps the whole width, what overlaps shares it', () => {
  expect(lanesOf([0, 60], [60, 120])).toEqual([
    [0, 0, 1],
    [60, 0, 1],
  ])
  expect(lanesOf([0, 90], [30, 60], [60, 120])).toEqual([
    [0, 0, 2],
    [30, 1, 2],
    [60, 1, 2],
  ])
})

const timed = fc
  .tuple(fc.integer({ min: 0, max: 1300 }), fc.integer({ min: 1, max: 200 }))
  .map(([start, length]) => ({ start, end: start + length }))

test('what has nobody at its right goes on to the edge', () => {
  const spans = inLanes([
    { start: 0, end: 60 },
    { start: 0, end: 60 },
    { start: 30, end: 90 },
    { start: 60, end: 120 },
    { start: 90, end: 120 },
  ]).map(({ start, lane, span }) => [start, lane, span])
  expect(spans).toEqual([
    [0, 0, 1],
    [0, 1, 1],
    [30, 2, 1],
    [60, 0, 1],
    [90, 1, 2],
  ])
})

test('nothing is lost, and no two things stand on each other', () => {
  fc.assert(
    fc.property(fc.array(timed, { maxLength: 20 }), (items) => {
      const placed = inLanes(items)
      expect(placed).toHaveLength(items.length)
      for (const [index, one] of placed.entries()) {
        expect(one.lane).toBeLessThan(one.lanes)
        for (const other of placed.slice(index + 1)) {
          const overlap = one.start < other.end && other.start < one.end
          if (!overlap) continue
          const apart = one.lane + one.span <= other.lane || other.lane + other.span <= one.lane
          expect([apart, one.lanes]).toEqual([true, other.lanes])
        }
      }
    }),
  )
})
