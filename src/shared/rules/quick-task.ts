import { dayOf, type IsoDay, addDays, weekdayOf } from './days.ts'
import { parseDate } from './dates.ts'
import { fold } from './fold.ts'

/** A task as typed on one line: its words, and the day that its last words say. */
export interface QuickTask {
  readonly title: string
  readonly dueOn: IsoDay | null
}

const weekdays: Readonly<Record<string, number>> = {
  lundi: 1,
  monday: 1,
  mardi: 2,
  tuesday: 2,
  mercredi: 3,
  wednesday: 3,
  jeudi: 4,
  thursday: 4,
  vendredi: 5,
  friday: 5,
  samedi: 6,
  saturday: 6,
  dimanche: 7,
  sunday: 7,
}
const nearDays: Readonly<Record<string, number>> = {
  'aujourd hui': 0,
  today: 0,
  demain: 1,
  tomorrow: 1,
  'apres demain': 2,
}
const inDays = /^(?:dans|in) (\d{1,3}) (j|jours?|days?|sem|semaines?|weeks?)$/
const dayAndMonth = /^(\d{1,2})\/(\d{1,2})$/
const mostWords = 3
/** Small words that lead to a day and belong to it: « pour vendredi », « by Friday ». */
const leading = new Set(['pour', 'avant', 'le', 'd', 'ici', 'by', 'on', 'before', 'for'])

/**
 * Reads the day off the end of a line: « Rappeler la mairie vendredi », « devis avant le 30/11 », « call in 3 days ».
 * A weekday is the next one to come, today left out. A line that is nothing but a day keeps its words as a title.
 */
export function readQuickTask(text: string, today: IsoDay): QuickTask {
  const words = text.trim().split(/\s+/)
  for (let count = Math.min(mostWords, words.length - 1); count > 0; count -= 1) {
    const dueOn = dayOfWords(words.slice(-count).join(' '), today)
    if (dueOn === null) continue
    const rest = withoutLeading(words.slice(0, -count))
    if (rest.length > 0) return { title: rest.join(' '), dueOn }
  }
  return { title: words.join(' '), dueOn: null }
}

function withoutLeading(words: readonly string[]): readonly string[] {
  const last = words.at(-1)
  return last !== undefined && words.length > 1 && leading.has(fold(last)) ? withoutLeading(words.slice(0, -1)) : words
}

function dayOfWords(said: string, today: IsoDay): IsoDay | null {
  const near = nearDays[fold(said)]
  if (near !== undefined) return addDays(today, near)
  const weekday = weekdays[fold(said)]
  if (weekday !== undefined) return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)
  const [, count, unit] = inDays.exec(fold(said)) ?? []
  if (count && unit) return addDays(today, Number(count) * (/^(s|w)/.test(unit) ? 7 : 1))
  const [, day, month] = dayAndMonth.exec(said) ?? []
  if (day && month) return nextOf(Number(day), Number(month), today)
  if (!/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(said)) return null
  const read = parseDate(said)
  return read.ok ? read.value : null
}

/** This year, or the next when it is past. */
function nextOf(day: number, month: number, today: IsoDay): IsoDay | null {
  const year = Number(today.slice(0, 4))
  const near = dayOf(year, month, day)
  return near !== null && near >= today ? near : dayOf(year + 1, month, day)
}
