import type { Words } from '../../../shared/features/exports.ts'
import { localDay } from '../../../shared/rules/days.ts'
import { displayName } from '../../../shared/rules/fold.ts'
import { formatPhone } from '../../../shared/rules/phone.ts'
import type { CellType } from '../../../shared/rules/spreadsheet-safety.ts'
import type { FieldDescription } from '../../../shared/rules/lists.ts'
import type { TableCell } from '../../files/table.ts'
import type * as z from 'zod'

export type WordsOf = z.output<typeof Words>
export type ExportedRow = Readonly<Record<string, unknown>>

/** Lists of words a field draws on besides the one that describes it. */
const otherLists: Readonly<Record<string, readonly string[]>> = {
  lastReferralState: ['referralState'],
  reasons: ['refusalReason', 'withdrawalReason', 'expiryReason'],
}

export function typeOf(field: string, description: FieldDescription | undefined): CellType {
  if (/phone$/i.test(field)) return 'phone'
  if (description?.kind === 'date' || field.endsWith('On')) return 'date'
  return description?.kind === 'number' ? 'number' : 'text'
}

/** A field of a row as it is on screen: codes in words, phones as the French write them, an instant as its day. */
export function cellOf(
  row: ExportedRow,
  field: string,
  description: FieldDescription | undefined,
  words: WordsOf,
): TableCell {
  const value =
    field === 'name' && 'lastName' in row
      ? displayName(String(row['lastName']), String(row['firstName']))
      : valueOf(row, field)
  if (value === null || value === undefined) return null
  const lists = [...(description?.choices ? [description.choices] : []), ...(otherLists[field] ?? [])]
  const word = (code: unknown) => wordOf(words, lists, String(code))
  if (Array.isArray(value)) return value.map(word).join('; ')
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return word(value)
  if (/phone$/i.test(field)) return formatPhone(value)
  return typeOf(field, description) === 'date' ? dayOf(value) : word(value)
}

/** What stands deeper in a row than its name says. */
function valueOf(row: ExportedRow, field: string): unknown {
  if (field === 'dueOn' && 'deadline' in row)
    return (row['deadline'] as { readonly dueOn: string } | null)?.dueOn ?? null
  return Object.hasOwn(row, field) ? row[field] : null
}

export function dayOf(value: string): string {
  return value.length > 10 ? localDay(value) : value
}

/** The word of a code in the first list that has it; a code that nobody words is better than nothing. */
export function wordOf(words: WordsOf, lists: readonly string[], code: string): string {
  for (const list of lists) {
    const word = Object.hasOwn(words, list) ? words[list]?.[code] : undefined
    if (word !== undefined) return word
  }
  return code
}
