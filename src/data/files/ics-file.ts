import type { HolidayRegion } from '../../shared/rules/working-days.ts'

/** One thing of an agenda, by the clock on the wall; without a time it takes the whole day. */
export interface IcsEvent {
  /** The same at each export, so that another agenda replaces what it has rather than adding to it. */
  readonly uid: string
  readonly day: string
  readonly startTime: string | null
  readonly minutes: number | null
  readonly summary: string
  readonly category: string
  readonly location: string | null
  readonly url: string | null
  readonly cancelled: boolean
}

interface IcsOptions {
  readonly name: string
  readonly now: Date
  readonly region: HolidayRegion
}

/**
 * An iCalendar file (RFC 5545): lines end with CRLF and are folded at 75 bytes, hours are those of the territory,
 * whose rules for summer time the file carries, so that a workshop at 10 stays at 10 after the clocks change.
 */
export function icsLines(events: readonly IcsEvent[], { name, now, region }: IcsOptions): string {
  const zone = zones[region]
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Palier//Palier//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    ...(events.some(({ startTime }) => startTime !== null) ? timeZone(zone) : []),
    ...events.flatMap((event) => eventLines(event, zone, stamp(now))),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: IcsEvent, zone: Zone, stamped: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${stamped}`,
    ...when(event, zone),
    `SUMMARY:${escaped(event.summary)}`,
    `CATEGORIES:${escaped(event.category)}`,
    'CLASS:PRIVATE',
    ...(event.location === null ? [] : [`LOCATION:${escaped(event.location)}`]),
    ...(event.url === null || !isUri(event.url) ? [] : [`URL:${event.url}`]),
    `STATUS:${event.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // a day that something is due leaves one free; an hour does not
    `TRANSP:${event.startTime === null ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ]
}

const defaultMinutes = 60

function when({ day, startTime, minutes }: IcsEvent, zone: Zone): string[] {
  if (startTime === null) return [`DTSTART;VALUE=DATE:${compact(day)}`, `DTEND;VALUE=DATE:${compact(dayAfter(day))}`]
  const start = new Date(`${day}T${startTime}:00Z`) // the wall's clock, counted as if it were UTC
  const end = new Date(start.getTime() + (minutes ?? defaultMinutes) * 60_000)
  const wall = (at: Date) => compact(at.toISOString().slice(0, 19))
  return [`DTSTART;TZID=${zone.id}:${wall(start)}`, `DTEND;TZID=${zone.id}:${wall(end)}`]
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

function compact(text: string): string {
  return text.replaceAll(/[-:]/g, '')
}

function stamp(at: Date): string {
  return `${compact(at.toISOString().slice(0, 19))}Z`
}

/** A value of type text: what would end it, or its line, is written otherwise. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(control, '')
}

// oxlint-disable-next-line no-control-regex -- these are the characters that such a text may not hold
const control = /[\u0000-\u0008\u000B-\u001F\u007F]/g

function isUri(text: string): boolean {
  return /^https?:\/\/[^\s]+$/.test(text) && URL.canParse(text)
}

const mostBytes = 75
const encoder = new TextEncoder()

/** No line over 75 bytes, none cut inside a character: the next one begins with a space that does not count. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (bytes + size > mostBytes) {
      parts.push(part)
      part = ' '
      bytes = 1
    }
    part += character
    bytes += size
  }
  return [...parts, part].join('\r\n')
}

interface Zone {
  readonly id: string
  readonly offset: string
  readonly name: string
  /** The offset in summer, where there is one. */
  readonly summer?: string
}

const paris: Zone = { id: 'Europe/Paris', offset: '+0100', name: 'CET', summer: '+0200' }
const zones: Readonly<Record<HolidayRegion, Zone>> = {
  mainland: paris,
  alsaceMoselle: paris,
  guadeloupe: { id: 'America/Guadeloupe', offset: '-0400', name: 'AST' },
  martinique: { id: 'America/Martinique', offset: '-0400', name: 'AST' },
  guyane: { id: 'America/Cayenne', offset: '-0300', name: 'GFT' },
  reunion: { id: 'Indian/Reunion', offset: '+0400', name: 'RET' },
  mayotte: { id: 'Indian/Mayotte', offset: '+0300', name: 'EAT' },
  saintMartin: { id: 'America/Marigot', offset: '-0400', name: 'AST' },
  saintBarthelemy: { id: 'America/St_Barthelemy', offset: '-0400', name: 'AST' },
}

/** Since 1996 France changes its clocks on the last Sundays of March and October; overseas it does not. */
function timeZone({ id, offset, name, summer }: Zone): string[] {
  if (summer === undefined)
    return ['BEGIN:VTIMEZONE', `TZID:${id}`, ...observance('STANDARD', offset, offset, name), 'END:VTIMEZONE']
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${id}`,
    ...observance('DAYLIGHT', offset, summer, 'CEST', '19960331T020000', 3),
    ...observance('STANDARD', summer, offset, name, '19961027T030000', 10),
    'END:VTIMEZONE',
  ]
}

function observance(
  kind: 'STANDARD' | 'DAYLIGHT',
  from: string,
  to: string,
  name: string,
  since = '19700101T000000',
  month: number | null = null,
): string[] {
  return [
    `BEGIN:${kind}`,
    `DTSTART:${since}`,
    ...(month === null ? [] : [`RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`]),
    `TZOFFSETFROM:${from}`,
    `TZOFFSETTO:${to}`,
    `TZNAME:${name}`,
    `END:${kind}`,
  ]
}
