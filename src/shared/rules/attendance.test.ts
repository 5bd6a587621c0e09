import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { absencesInRow, attendanceStates, halfDaysOf, minutesFor, presenceRate } from './attendance.ts'

describe('the half-days of a workshop', () => {
  test.each([
    ['09:30', '12:30', 180, [['morning', 180]]],
    ['09:00', '13:00', 240, [['morning', 240]]],
    ['12:00', '14:00', 120, [['afternoon', 120]]],
    ['18:00', '20:00', 120, [['afternoon', 120]]],
    [
      '09:00',
      '17:00',
      420,
      [
        ['morning', 180],
        ['afternoon', 240],
      ],
    ],
    [
      '10:00',
      '16:00',
      360,
      [
        ['morning', 120],
        ['afternoon', 240],
      ],
    ],
    [
      '09:00',
      '17:00',
      60,
      [
        ['morning', 23],
        ['afternoon', 37],
      ],
    ],
  ])('%s to %s for %i minutes', (startTime, endTime, minutes, expected) => {
    expect(halfDaysOf({ startTime, endTime, minutes }).map((half) => [half.halfDay, half.minutes])).toEqual(expected)
  })

  const times = fc
    .record({ start: fc.integer({ min: 0, max: 1438 }), length: fc.integer({ min: 1, max: 1439 }) })
    .map(({ start, length }) => ({ start, end: Math.min(1439, start + length) }))
  const written = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

  test('always add up to the minutes of the workshop, none below zero', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: 0, max: 1440 }), ({ start, end }, minutes) => {
        const halves = halfDaysOf({ startTime: written(start), endTime: written(end), minutes })
        expect(halves.reduce((sum, half) => sum + half.minutes, 0)).toBe(minutes)
        expect(halves.every((half) => half.minutes >= 0)).toBe(true)
        expect(new Set(halves.map(({ halfDay }) => halfDay)).size).toBe(halves.length)
      }),
    )
  })
})

test('a mark counts for the half-day, less the delay; an absence for nothing', () => {
  expect(attendanceStates.map((state) => minutesFor(state, 180))).toEqual([180, 165, 0, 0])
  expect(minutesFor('late', 180, 40)).toBe(140)
  expect(minutesFor('late', 10)).toBe(0)
})

describe('absences in a row', () => {
  const state = fc.constantFrom(...attendanceStates)
  const mark = fc.record({
    heldOn: fc.constantFrom('2026-11-01', '2026-11-08'),
    cancelled: fc.boolean(),
    states: fc.array(state, { maxLength: 2 }),
  })
  const absent = { heldOn: '2026-11-20', cancelled: false, states: ['absent'] } as const

  test('stop at a presence, at an excuse, and at the first of two half-days that was not missed', () => {
    const before = [absent, absent]
    for (const states of [['present'], ['late'], ['excused'], ['absent', 'present']] as const) {
      const stop = { heldOn: '2026-11-10', cancelled: false, states: [...states] }
      expect(absencesInRow([...before, stop, absent])).toEqual({ count: 1, since: '2026-11-20', until: '2026-11-20' })
    }
    expect(absencesInRow([])).toEqual({ count: 0, since: null, until: null })
  })

  test('are not changed by what was cancelled or not called, wherever it stands', () => {
    const silent = fc.oneof(
      mark.map((one) => ({ ...one, cancelled: true })),
      mark.map((one) => ({ ...one, states: [] })),
    )
    fc.assert(
      fc.property(fc.array(mark), silent, fc.nat(20), (marks, nothing, at) => {
        const place = at % (marks.length + 1)
        expect(absencesInRow(marks.toSpliced(place, 0, nothing))).toEqual(absencesInRow(marks))
      }),
    )
  })

  test('are one more after each absence, and none after a presence', () => {
    fc.assert(
      fc.property(fc.array(mark), (marks) => {
        expect(absencesInRow([...marks, absent]).count).toBe(absencesInRow(marks).count + 1)
        expect(absencesInRow([...marks, { ...absent, states: ['late'] }]).count).toBe(0)
      }),
    )
  })

  test('the rate of presence never passes one, and leaves out what was cancelled', () => {
    fc.assert(
      fc.property(fc.array(mark), (marks) => {
        const { numerator, denominator } = presenceRate(marks)
        expect(numerator).toBeLessThanOrEqual(denominator)
        expect(presenceRate(marks.filter(({ cancelled }) => !cancelled))).toEqual({ numerator, denominator })
      }),
    )
  })
})
