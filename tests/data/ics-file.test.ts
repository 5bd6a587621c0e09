import fc from 'fast-check'
import { anyCharacter } from '../support/any-character.ts'
import { describe, expect, test } from 'vitest'
import { type IcsEvent, icsLines } from '../../src/data/files/ics-file.ts'

const now = new Date('2026-11-23T09:00:00.000Z')
const options = { name: 'Les Passerelles', now, region: 'mainland' as const }

function anEvent(event: Partial<IcsEvent> = {}): IcsEvent {
  return {
    uid: 'workshop-1@palier',
    day: '2026-11-24',
    startTime: '14:00',
    minutes: 180,
    summary: 'Fixer ses prix',
    category: 'Atelier',
    location: 'Salle des Aubiers',
    url: null,
    cancelled: false,
    ...event,
  }
}

/** The lines as another agenda reads them: unfolded, each a name and a value. */
function read(text: string): readonly string[] {
  return text.replaceAll('\r\n ', '').split('\r\n')
}

function valueOf(text: string, name: string): string {
  const line = read(text).find((one) => one.startsWith(`${name}:`)) ?? ''
  return line
    .slice(name.length + 1)
    .replaceAll(/\\([\\;,nN])/g, (_, code: string) => (code.toLowerCase() === 'n' ? '\n' : code))
}

describe('an iCalendar file', () => {
  test('says an hour by the clock of the territory, with its rules for summer time', () => {
    expect(read(icsLines([anEvent()], options))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Palier//Palier//FR',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Les Passerelles',
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Paris',
      'BEGIN:DAYLIGHT',
      'DTSTART:19960331T020000',
      'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
      'TZOFFSETFROM:+0100',
      'TZOFFSETTO:+0200',
      'TZNAME:CEST',
      'END:DAYLIGHT',
      'BEGIN:STANDARD',
      'DTSTART:19961027T030000',
      'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
      'TZOFFSETFROM:+0200',
      'TZOFFSETTO:+0100',
      'TZNAME:CET',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'UID:workshop-1@palier',
      'DTSTAMP:20261123T090000Z',
      'DTSTART;TZID=Europe/Paris:20261124T140000',
      'DTEND;TZID=Europe/Paris:20261124T170000',
      'SUMMARY:Fixer ses prix',
      'CATEGORIES:Atelier',
      'CLASS:PRIVATE',
      'LOCATION:Salle des Aubiers',
      'STATUS:CONFIRMED',
      'TRANSP:OPAQUE',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  test('says a whole day without an hour, and then carries no time zone', () => {
    const lines = read(icsLines([anEvent({ startTime: null, day: '2026-12-31', cancelled: true })], options))
    expect(lines).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20261231', 'DTEND;VALUE=DATE:20270101', 'TRANSP:TRANSPARENT']),
    )
    expect(lines).toContain('STATUS:CANCELLED')
    expect(lines).not.toContain('BEGIN:VTIMEZONE')
  })

  test('past midnight ends the next day; without a length lasts an hour', () => {
    const late = read(icsLines([anEvent({ startTime: '23:30', minutes: null })], options))
    expect(late).toContain('DTEND;TZID=Europe/Paris:20261125T003000')
  })

  test('overseas keeps one time all year', () => {
    const lines = read(icsLines([anEvent()], { ...options, region: 'reunion' }))
    expect(lines).toContain('DTSTART;TZID=Indian/Reunion:20261124T140000')
    expect(lines.filter((line) => line.startsWith('RRULE'))).toEqual([])
    expect(lines).toContain('TZOFFSETTO:+0400')
  })

  test('takes only an address of the web as one', () => {
    expect(icsLines([anEvent({ url: 'https://visio.exemple.fr/a?b=c' })], options)).toContain(
      'URL:https://visio.exemple.fr/a?b=c',
    )
    expect(icsLines([anEvent({ url: 'javascript:alert(1)' })], options)).not.toContain('URL:')
    expect(icsLines([anEvent({ url: 'https://x.fr\r\nATTENDEE:mailto:a@b.fr' })], options)).not.toContain('URL:')
  })

  const text = fc.string({ unit: anyCharacter, maxLength: 200 })
  test('gives back any text as it was, in lines of 75 bytes at most', () => {
    fc.assert(
      fc.property(text, (summary) => {
        // oxlint-disable-next-line no-control-regex -- what a text of the format cannot hold
        const kept = summary.replaceAll(/\r\n|\r/g, '\n').replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F]/g, '')
        const file = icsLines([anEvent({ summary, location: null })], options)
        expect(valueOf(file, 'SUMMARY')).toBe(kept)
        const lines = file.split('\r\n')
        for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(lines.filter((line) => line.startsWith('BEGIN:VEVENT'))).toHaveLength(1)
      }),
    )
  })
})
