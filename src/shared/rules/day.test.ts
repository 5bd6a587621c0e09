import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DayLine, dayGroups, dayReasons, groupsOf, keyOf, orderedDay, snoozedTo } from './day.ts'
import { addDays, weekdayOf } from './days.ts'

const monday = '2026-11-23'

function aLine(line: Partial<DayLine> = {}): DayLine {
  return { reason: 'task', recordId: 'r1', personId: null, dueOn: monday, dueTime: null, ...line }
}

test.each([
  ['2026-11-22', 'late'],
  ['2026-11-23', 'today'],
  ['2026-11-24', 'week'],
  ['2026-11-29', 'week'],
  ['2026-11-30', 'later'],
  [null, 'later'],
])('what is due on %s is %s', (dueOn, group) => expect(groupsOf(monday)(dueOn)).toBe(group))

test('on a Sunday nothing is left of the week', () => {
  expect(groupsOf('2026-11-29')('2026-11-30')).toBe('later')
})

test.each([
  ['tomorrow', '2026-11-27'],
  ['inThreeDays', '2026-11-29'],
  ['nextMonday', '2026-11-30'],
] as const)('put off to %s on a Thursday: %s', (choice, day) => expect(snoozedTo(choice, '2026-11-26')).toBe(day))

test('the hour settles a day, and what has no hour comes after', () => {
  const lines = [
    aLine({ recordId: 'any' }),
    aLine({ recordId: 'two', dueTime: '14:00' }),
    aLine({ recordId: 'nine', dueTime: '09:00' }),
  ]
  expect(orderedDay(lines, monday, new Map()).map(({ recordId }) => recordId)).toEqual(['nine', 'two', 'any'])
})

test('one line for a person and a reason: the earliest, which says how many stand behind it', () => {
  const lines = [
    aLine({ reason: 'sessionToWrite', recordId: 's2', personId: 'p', dueOn: '2026-11-20' }),
    aLine({ reason: 'sessionToWrite', recordId: 's1', personId: 'p', dueOn: '2026-11-10' }),
    aLine({ reason: 'noNews', recordId: 'u', personId: 'p' }),
    aLine({ recordId: 't1', personId: 'p' }),
    aLine({ recordId: 't2', personId: 'p' }),
  ]
  const day = orderedDay(lines, monday, new Map())
  expect(day.map(({ key, others }) => [key, others])).toEqual([
    ['sessionToWrite:s1', 1],
    ['noNews:u', 0],
    ['task:t1', 0],
    ['task:t2', 0],
  ])
})

test('what was put off hides those behind it too, until its day', () => {
  const lines = [
    aLine({ reason: 'sessionToWrite', recordId: 's1', personId: 'p', dueOn: '2026-11-10' }),
    aLine({ reason: 'sessionToWrite', recordId: 's2', personId: 'p', dueOn: '2026-11-20' }),
  ]
  const snoozes = new Map([['sessionToWrite:s1', '2026-11-25']])
  expect(orderedDay(lines, monday, snoozes).map(({ key, group }) => [key, group])).toEqual([
    ['sessionToWrite:s1', 'snoozed'],
  ])
  expect(orderedDay(lines, '2026-11-25', snoozes).map(({ group }) => group)).toEqual(['late'])
})

describe('for any lines', () => {
  const aDay = fc.integer({ min: -40, max: 40 }).map((days) => addDays(monday, days))
  const lines = fc.uniqueArray(
    fc.record({
      reason: fc.constantFrom(...dayReasons),
      recordId: fc.string({ minLength: 1, maxLength: 3 }),
      personId: fc.option(fc.constantFrom('p1', 'p2', 'p3')),
      dueOn: fc.option(aDay),
      dueTime: fc.option(fc.constantFrom('08:00', '14:30')),
    }),
    { selector: keyOf, maxLength: 40 },
  )
  const snoozes = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 39 }), aDay), { maxLength: 10 })
    .map(
      (chosen) => (all: readonly DayLine[]) =>
        new Map(chosen.flatMap(([index, until]) => (all[index] ? [[keyOf(all[index]), until] as const] : []))),
    )

  test('groups follow one another, and the most late come first', () => {
    fc.assert(
      fc.property(lines, snoozes, (all, of) => {
        const day = orderedDay(all, monday, of(all))
        const places = day.map(({ group }) => dayGroups.indexOf(group))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
        const due = day.filter(({ group }) => group !== 'snoozed').map(({ dueOn }) => dueOn ?? '9999')
        expect(due).toEqual(due.toSorted())
      }),
    )
  })

  test('nothing is lost and nothing is said twice', () => {
    fc.assert(
      fc.property(lines, snoozes, (all, of) => {
        const day = orderedDay(all, monday, of(all))
        expect(day.reduce((count, { others }) => count + 1 + others, 0)).toBe(all.length)
        const said = day
          .filter(({ personId, reason }) => personId !== null && reason !== 'task' && reason !== 'expiry')
          .map(({ personId, reason }) => `${personId} ${reason}`)
        expect(new Set(said).size).toBe(said.length)
      }),
    )
  })

  test('the order in which they are read changes nothing', () => {
    fc.assert(
      fc.property(lines, snoozes, (all, of) => {
        const chosen = of(all)
        expect(orderedDay(all.toReversed(), monday, chosen)).toEqual(orderedDay(all, monday, chosen))
      }),
    )
  })

  test('a day to come back is always one to come, and the Monday is one', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        expect(snoozedTo('tomorrow', day) > day && snoozedTo('inThreeDays', day) > day).toBe(true)
        expect([snoozedTo('nextMonday', day) > day, weekdayOf(snoozedTo('nextMonday', day))]).toEqual([true, 1])
      }),
    )
  })
})
