import { addDays, dayOf, type IsoDay } from './days.ts'
import { fold } from './fold.ts'
import { isBlank, parsed, refused, type Parsed } from './parsed.ts'

/**
 * Dates as people and spreadsheets write them. A date of two meanings is never settled here: a column says
 * its own order (`columnDateOrder`), and whoever imports it settles the rest.
 */
export type DateOrder = 'dmy' | 'mdy'

/** How a workbook counts its days: from 1900 (with a 29 February 1900 that never was) or from 1904. */
export type SerialEpoch = 1900 | 1904

export interface DateReading {
  readonly order: DateOrder
  readonly epoch: SerialEpoch
}

const usual: DateReading = { order: 'dmy', epoch: 1900 }

/** Years a date in this domain can have; outside, a figure was misread. */
function plausibleDay(year: number, month: number, day: number): Parsed<IsoDay> {
  const read = year >= 1900 && year <= 2100 ? dayOf(year, month, day) : null
  return read === null ? refused('impossibleDay') : parsed(read)
}

/** Day of a spreadsheet's serial number; the time of day in its decimals is dropped. */
function fromSerial(serial: number, epoch: SerialEpoch): Parsed<IsoDay> {
  const days = Math.floor(serial)
  if (days > 73_050) return refused('impossibleDay')
  if (epoch === 1904) return parsed(addDays('1904-01-01', days))
  if (days === 60) return refused('impossibleDay')
  return parsed(addDays(days < 60 ? '1899-12-31' : '1899-12-30', days))
}

const monthBeginnings = [
  ['janv', 'jan'],
  ['fevr', 'fev', 'feb'],
  ['mars', 'mar'],
  ['avr', 'apr'],
  ['mai', 'may'],
  ['juin', 'jun'],
  ['juil', 'jul'],
  ['aou', 'aug'],
  ['sept', 'sep'],
  ['oct'],
  ['nov'],
  ['dec'],
]

function monthOfWord(word: string): number {
  return monthBeginnings.findIndex((beginnings) => beginnings.some((beginning) => word.startsWith(beginning))) + 1
}

/** `25 mai 1998`, `1er août 2026`, `Monday 25 May 1998`. */
function fromWords(text: string): Parsed<IsoDay> | null {
  const [, day, word, year] = /(?:^| )(\d{1,2})(?:er|st|nd|rd|th)? ([a-z]{3,10}) (\d{2,4})$/.exec(fold(text)) ?? []
  if (!day || !word || !year) return null
  const month = monthOfWord(word)
  if (month === 0) return null
  return year.length === 4 ? plausibleDay(Number(year), month, Number(day)) : refused('twoDigitYear')
}

/** A time of day, perhaps with its zone, as databases write after a date. */
const timeOfDay = /[T\s]+\d{1,2}[:h]\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?$/i

const numericDate = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{2}|\d{4})$/

/** Eight digits without marks: the reading, of the two, that is a plausible day. */
function fromEightDigits(digits: string): Parsed<IsoDay> {
  const part = (from: number, to: number): number => Number(digits.slice(from, to))
  const yearFirst = plausibleDay(part(0, 4), part(4, 6), part(6, 8))
  return yearFirst.ok ? yearFirst : plausibleDay(part(4, 8), part(2, 4), part(0, 2))
}

/** One date. A text that is a year alone, or whose year has two digits, is refused with that reason. */
export function parseDate(text: string, reading: DateReading = usual): Parsed<IsoDay> {
  if (isBlank(text)) return refused('empty')
  const bare = text.normalize('NFKC').trim().replace(timeOfDay, '')
  const [, isoYear, isoMonth, isoDay] = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/.exec(bare) ?? []
  if (isoYear) return plausibleDay(Number(isoYear), Number(isoMonth), Number(isoDay))
  const [, first, second, year] = numericDate.exec(bare) ?? []
  if (first && second && year) {
    if (year.length === 2) return refused('twoDigitYear')
    const [day, month] = reading.order === 'dmy' ? [first, second] : [second, first]
    return plausibleDay(Number(year), Number(month), Number(day))
  }
  if (/^(?:19|20)\d{2}$/.test(bare)) return refused('yearOnly')
  if (/^\d{8}$/.test(bare)) return fromEightDigits(bare)
  if (/^\d{1,5}(?:[.,]\d+)?$/.test(bare)) return fromSerial(Number(bare.replace(',', '.')), reading.epoch)
  return fromWords(bare) ?? refused('wrongForm')
}

/**
 * What the dates of a column say of their order: `mixed` when both orders occur, which blocks the column;
 * `ambiguous` when every one could be read both ways; `dmy` also when nothing is in doubt.
 */
export function columnDateOrder(values: readonly string[]): DateOrder | 'ambiguous' | 'mixed' {
  const pairs = values.flatMap((value) => {
    const [, first, second] = numericDate.exec(value.normalize('NFKC').trim().replace(timeOfDay, '')) ?? []
    return first && second && first !== second ? [[Number(first), Number(second)] as const] : []
  })
  const dayFirst = pairs.some(([first, second]) => first > 12 && second <= 12)
  const monthFirst = pairs.some(([first, second]) => second > 12 && first <= 12)
  if (dayFirst && monthFirst) return 'mixed'
  if (dayFirst || pairs.length === 0) return 'dmy'
  return monthFirst ? 'mdy' : 'ambiguous'
}

const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `25/05/1998` in French; `25 May 1998` in English, where figures alone could be read both ways. */
export function formatDate(day: IsoDay, locale: 'fr' | 'en'): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return locale === 'fr'
    ? `${date}/${month}/${year}`
    : `${Number(date)} ${englishMonths[Number(month) - 1] ?? month} ${year}`
}
