import { type FieldDefinition, fieldOfKind } from '../../../shared/features/import-fields.ts'
import { guessAnswer, guessCode } from '../../../shared/features/import-values.ts'
import type { ColumnMapping, ImportFlag, ImportKind, ImportProblem } from '../../../shared/features/imports.ts'
import type { ReadCell } from '../../../shared/reader.ts'
import { type DateOrder, parseDate } from '../../../shared/rules/dates.ts'
import { parseEmail } from '../../../shared/rules/email.ts'
import {
  parsePostcode,
  parseQpvCode,
  parseResidenceCode,
  parseSiren,
  parseSiret,
} from '../../../shared/rules/identifiers.ts'
import { type Parsed, isBlank } from '../../../shared/rules/parsed.ts'
import { formatPhone, parsePhones } from '../../../shared/rules/phone.ts'
import { looksLikeIban, looksLikeNir } from '../../../shared/rules/sensitive.ts'
import { cellText } from './cell-text.ts'

export type Value = string | number | boolean | readonly string[]

/** What a row says of one field: the text of the file, what it was read as, what was repaired or is wrong. */
export interface FieldReading {
  readonly field: string
  readonly text: string
  readonly value: Value | null
  readonly repaired: ImportFlag | null
  readonly problem: ImportProblem | null
}
export type Reading = ReadonlyMap<string, FieldReading>

/** What a column is read by: its field, its own words for the codes, the order of its dates. */
export interface ColumnReader {
  readonly column: number
  readonly definition: FieldDefinition
  readonly values: ReadonlyMap<string, string | null>
  readonly dateOrder: DateOrder | 'mixed'
  /** An organisation may be abroad: its postcode is then kept as it is written. */
  readonly abroad: boolean
}

export function columnReaders(
  kind: ImportKind,
  mapping: readonly ColumnMapping[],
  refused: ReadonlySet<number>,
  dateOrders: ReadonlyMap<number, DateOrder | 'mixed'>,
): readonly ColumnReader[] {
  return mapping.flatMap(({ column, field, values, dateOrder }) => {
    const definition = field === null || refused.has(column) ? null : fieldOfKind(kind, field)
    if (!definition) return []
    const order = dateOrder ?? dateOrders.get(column) ?? 'dmy'
    return [
      {
        column,
        definition,
        values: new Map(Object.entries(values)),
        dateOrder: order,
        abroad: kind === 'organisations',
      },
    ]
  })
}

/** Everything a row says. An edited field has the text that was typed in place of the file's. */
export function readRow(
  readers: readonly ColumnReader[],
  cells: readonly ReadCell[],
  edits: Readonly<Record<string, string>>,
): Reading {
  const reading = new Map<string, FieldReading>()
  for (const reader of readers) {
    const { field, many } = reader.definition
    const before = reading.get(field)
    const edited = Object.hasOwn(edits, field) ? edits[field] : undefined
    if (before && (!many || edited !== undefined)) continue
    const text = edited ?? cellText(cells[reader.column])
    const read = { field, text, ...readText(reader, text) }
    reading.set(field, before ? joined(before, read) : read)
  }
  return reading
}

function joined(first: FieldReading, second: FieldReading): FieldReading {
  if (second.text === '') return first
  if (first.text === '') return second
  return {
    field: first.field,
    text: `${first.text}; ${second.text}`,
    value: [...listOf(first.value), ...listOf(second.value)],
    repaired: first.repaired ?? second.repaired,
    problem: first.problem ?? second.problem,
  }
}

export function listOf(value: Value | null | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : []
}

type Verdict = Pick<FieldReading, 'value' | 'repaired' | 'problem'>
const nothing: Verdict = { value: null, repaired: null, problem: null }

function good(value: Value, repaired: ImportFlag | null = null): Verdict {
  return { value, repaired, problem: null }
}
function bad(problem: ImportProblem): Verdict {
  return { value: null, repaired: null, problem }
}
function verdictOf(read: Parsed<string>): Verdict {
  if (read.ok) return good(read.value, read.repaired ?? null)
  return read.reason === 'empty' ? nothing : bad(read.reason)
}

function readText(reader: ColumnReader, text: string): Verdict {
  const { kind, field } = reader.definition
  if (kind !== 'choice' && kind !== 'list' && isBlank(text)) return nothing
  switch (kind) {
    case 'text':
      return field === 'residenceCode' || field === 'code'
        ? verdictOf(parseResidenceCode(text))
        : readPlain(field, text)
    case 'phone':
      return readPhones(text)
    case 'email':
      return readEmails(text)
    case 'date':
      return readDate(reader, text)
    case 'number':
      return /^\d{4}(?:[.,]0)?$/.test(text) ? good(Number.parseInt(text, 10)) : bad('wrongForm')
    case 'choice':
      return readChoice(reader, text)
    case 'list':
      return readList(reader, text)
    case 'siren':
      return verdictOf(parseSiren(text))
    case 'siret':
      return verdictOf(parseSiret(text))
    case 'postcode':
      return readPostcode(text, reader.abroad)
    case 'qpv':
      return verdictOf(parseQpvCode(text))
    case 'boolean': {
      const answer = guessAnswer(text)
      return answer === null ? bad('unknownValue') : good(answer)
    }
  }
}

/** `B-1000`, `SW1A 1AA`, `1012 AB`: letters tell that it is not a French one; digits alone are held to the French rule. */
function readPostcode(text: string, abroad: boolean): Verdict {
  const written = text.trim().replace(/\s+/g, ' ').toUpperCase()
  const foreign =
    abroad && /^(?=.*\d)(?=.*[A-Z])(?!F-?\d)[A-Z\d][A-Z\d -]{2,9}$/.test(written) && !/CEDEX/.test(written)
  return foreign ? good(written, 'abroad') : verdictOf(parsePostcode(text))
}

const longest: Readonly<Record<string, number>> = {
  firstName: 100,
  lastName: 100,
  birthName: 100,
  city: 100,
  note: 500,
  agency: 100,
  officerName: 120,
  number: 40,
  agreementWording: 20,
  communeCode: 5,
}

function readPlain(field: string, text: string): Verdict {
  if (looksLikeNir(text) || looksLikeIban(text)) return bad('sensitiveNumber')
  return text.length > (longest[field] ?? 200) ? bad('tooLong') : good(text)
}

function readPhones(text: string): Verdict {
  const read = parsePhones(text)
  const failed = read.find((phone) => !phone.ok)
  if (failed && !failed.ok) return bad(failed.reason === 'empty' ? 'wrongForm' : failed.reason)
  const phones = read.flatMap((phone) => (phone.ok ? [phone] : []))
  return good(
    phones.map(({ value }) => value),
    phones.find(({ repaired }) => repaired)?.repaired ?? null,
  )
}

function readEmails(text: string): Verdict {
  const emails: string[] = []
  for (const part of text.split(/[;,\s]+(?=\S+@)/)) {
    const read = parseEmail(part)
    if (!read.ok) return read.reason === 'empty' ? nothing : bad(read.reason)
    emails.push(read.value)
  }
  return good(emails)
}

function readDate({ dateOrder }: ColumnReader, text: string): Verdict {
  if (dateOrder === 'mixed' && /^\d{1,2}[/.\- ]\d{1,2}[/.\- ]/.test(text)) return bad('mixedDates')
  return verdictOf(parseDate(text, { order: dateOrder === 'mixed' ? 'dmy' : dateOrder, epoch: 1900 }))
}

function readChoice(reader: ColumnReader, text: string): Verdict {
  if (text === '') return nothing
  const code = codeOf(reader, text)
  if (code === undefined) return isBlank(text) ? nothing : bad('unknownValue')
  return code === null ? nothing : good(code)
}

/** The column's own word for it first; a word of the list otherwise. Undefined when nothing knows it. */
function codeOf({ values, definition }: ColumnReader, text: string): string | null | undefined {
  const chosen = values.get(text)
  if (chosen !== undefined) return chosen
  return definition.choices === null ? undefined : (guessCode(definition.choices, text) ?? undefined)
}

function readList(reader: ColumnReader, text: string): Verdict {
  if (isBlank(text)) return nothing
  const parts = text.split(/[;|\n]/).flatMap((part) => (isOneValue(reader, part) ? [part] : part.split(',')))
  const items = parts.map((part) => part.trim()).filter((part) => part !== '')
  if (reader.definition.choices === null) {
    if (items.some((item) => item.length > 40)) return bad('tooLong')
    return items.some((item) => looksLikeNir(item) || looksLikeIban(item)) ? bad('sensitiveNumber') : good(items)
  }
  const codes = items.map((item) => codeOf(reader, item))
  if (codes.includes(undefined)) return bad('unknownValue')
  return good([...new Set(codes.flatMap((code) => code ?? []))])
}

/** A comma may be part of a value. */
function isOneValue(reader: ColumnReader, part: string): boolean {
  return reader.definition.choices !== null && codeOf(reader, part.trim()) !== undefined
}

/** How a value is shown: a phone as the French write it, a list with its separators, a code as itself. */
export function shown(field: string, value: Value | null): string {
  if (value === null) return ''
  const one = (item: string) => (/phone/i.test(field) ? formatPhone(item) : item)
  return typeof value === 'object' ? value.map(one).join('; ') : String(value)
}

export function textValue(reading: Reading, field: string): string | undefined {
  const value = reading.get(field)?.value
  return typeof value === 'string' ? value : undefined
}
export function numberValue(reading: Reading, field: string): number | undefined {
  const value = reading.get(field)?.value
  return typeof value === 'number' ? value : undefined
}
export function booleanValue(reading: Reading, field: string): boolean | undefined {
  const value = reading.get(field)?.value
  return typeof value === 'boolean' ? value : undefined
}
export function listValue(reading: Reading, field: string): readonly string[] | undefined {
  const value = reading.get(field)?.value
  return typeof value === 'object' && value !== null ? value : undefined
}
