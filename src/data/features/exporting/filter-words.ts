import type { Condition, Filter } from '../../../shared/features/lists.ts'
import { formatDate } from '../../../shared/rules/dates.ts'
import { isIsoDay } from '../../../shared/rules/days.ts'
import type { FieldDescription } from '../../../shared/rules/lists.ts'
import { type WordsOf, wordOf } from './cells.ts'
import { fileWords } from './file-words.ts'

interface Wording {
  readonly locale: 'fr' | 'en'
  readonly words: WordsOf
  readonly descriptions: Readonly<Record<string, FieldDescription>>
  /** The titles of the columns shown, by field. */
  readonly headers: ReadonlyMap<string, string>
}

/** What a list was narrowed to, in words, so that whoever opens the file knows what is not in it. */
export function filterInWords(filter: Filter, wording: Wording): string {
  const words = fileWords[wording.locale]
  const parts = [
    ...(filter.trashed ? [words.trash] : []),
    ...(filter.search.trim() === '' ? [] : [`${words.search} : « ${filter.search.trim()} »`]),
    ...filter.conditions.map((condition) => conditionInWords(condition, wording)),
  ]
  return parts.length === 0 ? words.everything : parts.join(' ; ')
}

function conditionInWords(
  { field, operator, value }: Condition,
  { locale, words, descriptions, headers }: Wording,
): string {
  const name = headers.get(field) ?? wordOf(words, ['column'], field)
  const choices = descriptions[field]?.choices
  const values = value === null ? [] : Array.isArray(value) ? value : [value]
  const shown = values.map((one) => {
    if (typeof one === 'boolean') return one ? fileWords[locale].yes : fileWords[locale].no
    if (typeof one === 'string' && isIsoDay(one)) return formatDate(one, locale)
    return wordOf(words, choices ? [choices] : [], String(one))
  })
  return [name, fileWords[locale].operator[operator], shown.join(', ')].filter((part) => part !== '').join(' ')
}
