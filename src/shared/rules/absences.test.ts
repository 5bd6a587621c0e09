import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AttendanceMark, absencesInARow } from './absences.ts'
import { addDays } from './days.ts'

/** One letter a workshop: P present, A absent, E excused, L late; two letters, two half-days. */
function marksOf(season: string): AttendanceMark[] {
  const states: Record<string, string> = { P: 'present', A: 'absent', E: 'excused', L: 'late' }
  return season.split(' ').flatMap((workshop, index) =>
    [...workshop].map((letter) => ({
      workshopId: `w${index}`,
      heldOn: addDays('2026-09-01', index),
      startTime: '09:30',
      state: states[letter] ?? '',
    })),
  )
}

test.each([
  ['A A A', { count: 3, since: '2026-09-01', until: '2026-09-03' }],
  ['P A A', { count: 2, since: '2026-09-02', until: '2026-09-03' }],
  ['A P A', { count: 1, since: '2026-09-03', until: '2026-09-03' }],
  ['A A P', null],
  ['A A E', null],
  ['A A L', null],
  ['A E A', { count: 1, since: '2026-09-03', until: '2026-09-03' }],
  ['P AA AA', { count: 2, since: '2026-09-02', until: '2026-09-03' }],
  ['A AP A', { count: 1, since: '2026-09-03', until: '2026-09-03' }],
])('%s', (season, expected) => expect(absencesInARow(marksOf(season))).toEqual(expected))

test('nobody was absent from what was not called', () => expect(absencesInARow([])).toBeNull())

test('the order in which marks are read changes nothing, and a presence at the end ends the row', () => {
  const season = fc.array(fc.constantFrom('P', 'A', 'E', 'L', 'AA', 'AP'), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(season, fc.infiniteStream(fc.double({ noNaN: true })), (workshops, places) => {
      const marks = marksOf(workshops.join(' '))
      const shuffled = marks
        .map((mark) => ({ mark, place: places.next().value }))
        .sort((a, b) => a.place - b.place)
        .map(({ mark }) => mark)
      expect(absencesInARow(shuffled)).toEqual(absencesInARow(marks))
      expect(absencesInARow(marksOf([...workshops, 'P'].join(' ')))).toBeNull()
      const before = absencesInARow(marks)?.count ?? 0
      expect(absencesInARow(marksOf([...workshops, 'A'].join(' ')))?.count).toBe(before + 1)
    }),
  )
})
