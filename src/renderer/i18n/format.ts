import { formatDate } from '../../shared/rules/dates'
import { type Language, usePreferences } from '../theme/preferences'

/** How this language writes numbers, days and lists. Days are ISO text (`2026-11-23`), instants ISO UTC. */
export interface Format {
  number(value: number): string
  /** `23/11/2026`; in English `23 Nov 2026`, where figures alone could be read both ways. */
  day(isoDay: string): string
  /** Without its year when that is the current one: `23/11`, `23 Nov`. */
  shortDay(isoDay: string): string
  /** `aujourd’hui, 10:12`, `hier, 17:40`, else `12/11/2026, 17:40`. */
  instant(isoInstant: string): string
  time(isoInstant: string): string
  /** `novembre 2026`, for the headings of a timeline. */
  month(isoDay: string): string
  /** `A, B et C` */
  list(names: readonly string[]): string
  /** `A, B ou C` */
  either(names: readonly string[]): string
  size(bytes: number): string
}

const formats = new Map<Language, Format>()

/** One for each language, whoever asks: what it is made of costs more than all that one cell draws. */
export function useFormat(): Format {
  return formatIn(usePreferences().language)
}

export function formatIn(language: Language): Format {
  const format = formats.get(language) ?? formatFor(language)
  formats.set(language, format)
  return format
}

export function formatFor(language: Language, now: () => Date = () => new Date()): Format {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  // each costs milliseconds to make, and few screens need them all
  const numbers = once(() => new Intl.NumberFormat(locale))
  const times = once(() => new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }))
  const months = once(() => new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }))
  const near = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  const all = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }))
  const any = once(() => new Intl.ListFormat(locale, { type: 'disjunction' }))

  function instant(iso: string): string {
    const at = new Date(iso)
    const days = daysBetween(now(), at)
    const day =
      Math.abs(days) <= 1 ? near().format(days, 'day').replaceAll("'", '’') : formatDate(localDay(at), language)
    return `${day}, ${times().format(at)}`
  }

  return {
    number: (value) => (Number.isSafeInteger(value) && value >= 0 ? whole(value, language) : numbers().format(value)),
    day: (day) => formatDate(day.slice(0, 10), language),
    shortDay(day) {
      const full = formatDate(day.slice(0, 10), language)
      return day.slice(0, 4) === String(now().getFullYear()) ? full.slice(0, -5) : full
    },
    instant,
    time: (iso) => times().format(new Date(iso)),
    month: (day) => capitalised(months().format(new Date(`${day.slice(0, 10)}T00:00:00Z`))),
    list: (names) => all().format(names),
    either: (names) => any().format(names),
    size: (bytes) => size(bytes, language, numbers()),
  }
}

/** As `Intl` would write it, which takes milliseconds to make, and the first page shows no other numbers. */
function whole(count: number, language: Language): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, language === 'fr' ? '\u202F' : ',')
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined
  return () => (made ??= make())
}

function localDay(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
}

function daysBetween(from: Date, to: Date): number {
  const midnight = (at: Date) => Date.UTC(at.getFullYear(), at.getMonth(), at.getDate())
  return Math.round((midnight(to) - midnight(from)) / 86_400_000)
}

function size(bytes: number, language: Language, numbers: Intl.NumberFormat): string {
  const units = language === 'fr' ? ['o', 'Ko', 'Mo', 'Go'] : ['B', 'kB', 'MB', 'GB']
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3))
  const value = bytes / 1000 ** step
  return `${numbers.format(value < 10 && step > 0 ? Math.round(value * 10) / 10 : Math.round(value))}\u00A0${units[step] ?? ''}`
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
