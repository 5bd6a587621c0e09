import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import { AppError } from '../shared/errors.ts'
import type { Sort } from '../shared/features/lists.ts'
import type { FieldDescription } from '../shared/rules/lists.ts'
import type { Schema } from './schema.ts'

export type ListTable = 'people' | 'organisations' | 'residences' | 'referrals' | 'tasks'
export type Builder<T extends ListTable> = ExpressionBuilder<Schema, T>
export type Value = Expression<string | number | null>

/** Where a field of a list is read from: a column or a subquery, and what it is compared with. */
export interface ListField<T extends ListTable> {
  readonly value: (eb: Builder<T>) => Value
  /** An index holds the list in this order, ties included: a page is walked to, not sorted for. */
  readonly indexed?: boolean
  /** An index begins with it: the rows of one value are read from there, in the list's own order. */
  readonly leads?: boolean
  /** Sorted by this rather than by its value: a folded key, an indexed column. */
  readonly sortBy?: (eb: Builder<T>) => Value
  /** The value is folded already, as sort keys are. */
  readonly folded?: boolean
  /** The value is a JSON array of codes. */
  readonly list?: boolean
  /** Kept in other rows: whether one of them passes. A field of several values is tested on each. */
  readonly some?: (eb: Builder<T>, passes: Passes) => Expression<SqlBool>
  /** What is typed is read by this rather than folded, and looked for anywhere in the value: phones. */
  readonly typed?: (text: string) => string
}

/** A test on one value, given where that value is read. */
export type Passes = (value: Value) => Expression<SqlBool>

export interface ListDefinition<T extends ListTable> {
  readonly table: T
  readonly descriptions: Readonly<Record<string, FieldDescription>>
  readonly fields: Readonly<Record<string, ListField<T>>>
  readonly defaultSort: Sort
  /** A column read for the words typed, of a list that the index of words does not hold. */
  readonly searched?: (eb: Builder<T>) => Expression<string>
  /** What else a search finds a row by: the name of a record that the row is tied to. */
  readonly foundThrough?: readonly { readonly table: ListTable; readonly link: (eb: Builder<T>) => Value }[]
  /** What settles ties, in the direction of the sort they come from; dates have none to settle. */
  readonly ties?: string
}

export function fieldOf<T extends ListTable>(definition: ListDefinition<T>, name: string): ListField<T> {
  const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined
  if (!field) throw new AppError('invalid', { field: name })
  return field
}

/** The order of a list to its last tie: what was asked for, or its own. */
export function sortsOf<T extends ListTable>(definition: ListDefinition<T>, asked: readonly Sort[]): readonly Sort[] {
  const sorts = asked.length === 0 ? [definition.defaultSort] : asked
  const last = sorts.at(-1)
  const { ties } = definition
  if (ties === undefined || last === undefined || sorts.some(({ field }) => field === ties)) return sorts
  const described = definition.descriptions[last.field]
  if (described === undefined || described.kind === 'date') return sorts // an order of our own, or one without ties to settle
  return [...sorts, { field: ties, direction: last.direction }]
}
