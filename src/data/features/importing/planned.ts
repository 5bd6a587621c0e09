import type { ImportProblem, PreviewCell, PreviewRow } from '../../../shared/features/imports.ts'
import type { ReadContext, ReadDb } from '../../context.ts'
import { type Reading, type Value, shown } from './reading.ts'
import type { Landlords } from './housing-names.ts'
import type { Notes } from './notes.ts'

type Strategy = NonNullable<PreviewRow['strategy']>
type Decision = PreviewRow['decision']
export type Duplicate = NonNullable<PreviewRow['duplicate']>

/** What working out the effect of rows needs to know. */
export interface PlanContext {
  readonly db: ReadDb
  readonly importId: string
  readonly today: string
  readonly resources: string
  readonly space: ReadContext['space']
  readonly partnerFile: 'forPartner' | 'forAssociation' | null
  readonly landlords: Landlords
}

/** A row of the file, read field by field, with what was decided of it. */
export interface ReadRecord {
  readonly line: number
  readonly reading: Reading
  readonly strategy: Strategy
  readonly decision: Decision
  /** The fields whose value in the record stays. */
  readonly keep: ReadonlySet<string>
}

/** What will become of a row, and what will be written for it. */
export interface PlannedRow {
  readonly line: number
  readonly effect: PreviewRow['effect']
  readonly label: string
  readonly recordId: string | null
  readonly cells: readonly PreviewCell[]
  readonly problems: readonly ImportProblem[]
  readonly duplicate: PreviewRow['duplicate']
  /** For the hand that applies it: the values, and the records they are about. */
  readonly values: object | null
  /** Under these, a later row that may be the same meets this one. */
  readonly keys: readonly string[]
}

export function problemsOf(reading: Reading, notes: Notes): readonly ImportProblem[] {
  const ofFields = [...reading.values()].flatMap(({ problem }) => problem ?? [])
  return [...new Set([...notes.ofRow, ...notes.problems.values(), ...ofFields])]
}

/** The cells to show. `before` holds, by field, what a value replaces. */
export function cellsOf(
  reading: Reading,
  notes: Notes,
  before: ReadonlyMap<string, string> = new Map(),
  texts: ReadonlyMap<string, string> = new Map(),
): PreviewCell[] {
  return [...reading.values()].map(({ field, text, value, repaired, problem }) => {
    const wrong = problem ?? notes.problems.get(field) ?? null
    const read = texts.get(field) ?? (value === null ? text : shown(field, value))
    return {
      field,
      text: wrong ? text : read,
      before: wrong ? null : (before.get(field) ?? null),
      repaired: notes.flags.get(field) ?? repaired,
      problem: wrong,
    }
  })
}

/** A record that a row may be: in the base, or earlier in the file. */
export interface Match {
  readonly id: string | null
  readonly line: number | null
  readonly label: string
  readonly level: 'same' | 'likely' | 'hint'
  readonly reasons: readonly string[]
}

export interface Settled {
  readonly outcome: 'create' | 'matched' | 'duplicate' | 'skip'
  readonly target: Match | null
  readonly shown: Match | null
}

const order = ['same', 'likely', 'hint']

/**
 * Whether a row is new, about a known record, to be decided by a person, or to be left out. Only one record that
 * is certainly the same is taken without asking; what is likely is asked; a hint is shown and no more.
 */
export function settle(
  matches: readonly Match[],
  { decision, strategy }: Pick<ReadRecord, 'decision' | 'strategy'>,
): Settled {
  const sorted = matches.toSorted(
    (a, b) => order.indexOf(a.level) - order.indexOf(b.level) || Number(a.id === null) - Number(b.id === null),
  )
  const [best = null] = sorted
  if (decision === 'ignore') return { outcome: 'skip', target: null, shown: best }
  if (decision === 'different' || best === null || strategy === 'create')
    return { outcome: 'create', target: null, shown: best }
  if (decision === 'same') return { outcome: 'matched', target: best, shown: best }
  const certain = sorted.filter(({ id, level }) => id !== null && level === 'same')
  if (certain.length === 1) return { outcome: 'matched', target: best, shown: null }
  if (best.level === 'hint') return { outcome: 'create', target: null, shown: best }
  return { outcome: 'duplicate', target: null, shown: best }
}

export function duplicateOf(match: Match | null): Duplicate | null {
  return (
    match && { id: match.id, line: match.line, label: match.label, level: match.level, reasons: [...match.reasons] }
  )
}

/** A row that cannot be imported. Its other cells are still shown as they were read. */
export function refusedRow(record: ReadRecord, label: string, notes: Notes): PlannedRow {
  const problems = problemsOf(record.reading, notes)
  return {
    line: record.line,
    effect: 'error',
    label,
    recordId: null,
    cells: cellsOf(record.reading, notes),
    problems,
    duplicate: null,
    values: null,
    keys: [],
  }
}

/** Whether a value of a record is missing, for a strategy that fills blanks. */
export function isBlankValue(value: Value | null | undefined): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    value === false ||
    value === 'toCheck' ||
    (typeof value === 'object' && value.length === 0)
  )
}
