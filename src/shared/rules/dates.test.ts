import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { columnDateOrder, formatDate, parseDate, type DateReading } from './dates.ts'
import { addDays, ageOn, dayOf, daysBetween, isIsoDay, localDay, weekdayOf } from './days.ts'

const aDay = fc.integer({ min: 0, max: 73_000 }).map((days) => addDays('1900-01-01', days))

describe('a date as people write it', () => {
  test.each([
    ['25/05/1998', '1998-05-25'],
    ['25-05-1998', '1998-05-25'],
    ['25.05.1998', '1998-05-25'],
    ['25 05 1998', '1998-05-25'],
    ['5/5/1998', '1998-05-05'],
    ['1998-05-25', '1998-05-25'],
    ['1998/05/25', '1998-05-25'],
    ['1998-05-25 00:00:00.0', '1998-05-25'],
    ['1998-05-25T23:30:00Z', '1998-05-25'],
    ['1998-05-25T00:30:00+02:00', '1998-05-25'],
    ['25/05/1998 14:30', '1998-05-25'],
    ['35940', '1998-05-25'],
    ['35940.75', '1998-05-25'],
    ['35940,75', '1998-05-25'],
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['61', '1900-03-01'],
    ['19980525', '1998-05-25'],
    ['25051998', '1998-05-25'],
    ['25 mai 1998', '1998-05-25'],
    ['1er août 2026', '2026-08-01'],
    ['lundi 23 novembre 2026', '2026-11-23'],
    ['29/02/2024', '2024-02-29'],
  ])('%s → %s', (typed, day) => expect(parseDate(typed)).toEqual({ ok: true, value: day }))

  test.each([
    ['', 'empty'],
    ['NR', 'empty'],
    ['25/05/98', 'twoDigitYear'],
    ['25 mai 98', 'twoDigitYear'],
    ['1981', 'yearOnly'],
    ['31/04/2026', 'impossibleDay'],
    ['29/02/2025', 'impossibleDay'],
    ['02/23/2026', 'impossibleDay'],
    ['25/05/1098', 'impossibleDay'],
    ['60', 'impossibleDay'],
    ['99999', 'impossibleDay'],
    ['mai 1998', 'wrongForm'],
    ['bientôt', 'wrongForm'],
  ])('%s is refused: %s', (typed, reason) => expect(parseDate(typed)).toEqual({ ok: false, reason }))

  test('the order and the epoch of the file are obeyed', () => {
    const american: DateReading = { order: 'mdy', epoch: 1900 }
    const macintosh: DateReading = { order: 'dmy', epoch: 1904 }
    expect(parseDate('02/03/2026', american)).toEqual({ ok: true, value: '2026-02-03' })
    expect(parseDate('34478', macintosh)).toEqual({ ok: true, value: '1998-05-25' })
  })

  test('any day, shown in either language, reads back as itself', () => {
    fc.assert(
      fc.property(aDay, fc.constantFrom('fr' as const, 'en' as const), (day, locale) => {
        const read = parseDate(formatDate(day, locale))
        return read.ok && read.value === day
      }),
    )
  })

  test('nothing makes it throw', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof parseDate(text).ok === 'boolean'))
  })
})

test('a column tells its order', () => {
  expect(columnDateOrder(['23/02/2026', '01/02/2026'])).toBe('dmy')
  expect(columnDateOrder(['02/23/2026', '01/02/2026'])).toBe('mdy')
  expect(columnDateOrder(['23/02/2026', '02/23/2026'])).toBe('mixed')
  expect(columnDateOrder(['01/02/2026', '03/04/98'])).toBe('ambiguous')
  expect(columnDateOrder(['05/05/2026', '2026-02-03', '35940', ''])).toBe('dmy')
  expect(columnDateOrder(['02/23/2026 00:00:00'])).toBe('mdy')
})

test('days are shown in the language of the reader', () => {
  expect(formatDate('1998-05-05', 'fr')).toBe('05/05/1998')
  expect(formatDate('1998-05-05', 'en')).toBe('5 May 1998')
})

describe('days', () => {
  test('the calendar decides what a day is', () => {
    expect(dayOf(2024, 2, 29)).toBe('2024-02-29')
    expect(dayOf(2025, 2, 29)).toBeNull()
    expect(dayOf(2026, 13, 1)).toBeNull()
    expect(isIsoDay('2026-11-31')).toBe(false)
    expect(isIsoDay('2026-1-3')).toBe(false)
  })

  test('adding and counting agree', () => {
    fc.assert(
      fc.property(
        aDay,
        fc.integer({ min: -5000, max: 5000 }),
        (day, count) => daysBetween(day, addDays(day, count)) === count,
      ),
    )
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30')
  })

  test('weekdays', () => {
    expect(weekdayOf('2026-11-23')).toBe(1)
    expect(weekdayOf('1969-12-28')).toBe(7)
  })

  test('age', () => {
    expect(ageOn('1981-11-24', '2026-11-23')).toBe(44)
    expect(ageOn('1981-11-23', '2026-11-23')).toBe(45)
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
    expect(ageOn('2027-01-01', '2026-11-23')).toBeNull()
  })

  test('the day of an instant is that of the place', () => {
    expect(localDay('2026-11-23T23:30:00Z')).toBe('2026-11-24')
    expect(localDay('2026-07-01T22:30:00Z')).toBe('2026-07-02')
    expect(localDay('2026-11-23T23:30:00Z', 'America/Martinique')).toBe('2026-11-23')
  })
})
