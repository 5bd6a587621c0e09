/**
 * Days without hours: a day is the text `YYYY-MM-DD`, so no time zone can move it. Arithmetic goes through
 * UTC midnight, which has neither summer time nor gaps.
 */
export type IsoDay = string

const millisecondsPerDay = 86_400_000

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

/** The day of these numbers, or null when the calendar has no such day (31/04, 29/02/2025). */
export function dayOf(year: number, month: number, day: number): IsoDay | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : text
}

export function isIsoDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return parts !== null && dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null
}

/** Whole days since 1970-01-01. The caller gives a day of the calendar; anything else is a mistake of ours. */
function dayNumber(day: IsoDay): number {
  const time = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(time)) throw new RangeError('a day must read YYYY-MM-DD')
  return time / millisecondsPerDay
}

export function addDays(day: IsoDay, count: number): IsoDay {
  return new Date((dayNumber(day) + count) * millisecondsPerDay).toISOString().slice(0, 10)
}

/** The same day of a month before or after; where that month has no such day, its last one. */
export function addMonths(day: IsoDay, count: number): IsoDay {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  const wanted = Number(day.slice(8))
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(Math.min(wanted, last), 2)}`
}

/** Days from `from` to `to`: 0 the same day, negative when `to` is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return dayNumber(to) - dayNumber(from)
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: IsoDay): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

/**
 * Age in whole years on a day. Someone born on 29 February is a year older on 1 March of common years, as
 * French law counts. Null when the birth date is after that day.
 */
export function ageOn(birthDate: IsoDay, day: IsoDay): number | null {
  if (birthDate > day) return null
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** The day it is at an instant (ISO UTC) for people of a time zone, Paris unless said otherwise. */
export function localDay(instant: string, timeZone = 'Europe/Paris'): IsoDay {
  const format = formats.get(timeZone) ?? formatIn(timeZone)
  const parts = new Map(format.formatToParts(new Date(instant)).map((part) => [part.type, part.value]))
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
}

/** Made once for each time zone: to make one costs ten times what it does. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const format = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, format)
  return format
}
