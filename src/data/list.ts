import { type Expression, type ExpressionBuilder, type SqlBool, expressionBuilder } from 'kysely'
import { AppError } from '../shared/errors.ts'
import {
  type Condition,
  type FieldDescription,
  type Filter,
  type PageRequest,
  type Selection,
  type Sort,
  emptyFilter,
} from '../shared/features/lists.ts'
import { fold } from '../shared/rules/fold.ts'
import type { ReadContext } from './context.ts'
import type { Schema } from './schema.ts'

export type ListTable = 'people' | 'organisations' | 'residences' | 'referrals' | 'tasks'
type Builder<T extends ListTable> = ExpressionBuilder<Schema, T>
type Value = Expression<string | number | null>

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

export interface FoundIds {
  readonly ids: readonly string[]
  readonly total: number
  readonly unfiltered: number
}

/** A page of a list, as ids in order. The rows are then read by id, with their joins, for the page alone. */
export async function pageOfIds<T extends ListTable>(
  context: ReadContext,
  definition: ListDefinition<T>,
  request: PageRequest,
): Promise<FoundIds> {
  const { filter, offset } = request
  const sorts = sortsOf(definition, request.sort)
  const unfiltered = await countOf(context, definition, { ...emptyFilter, trashed: filter.trashed })
  if (!isWalked(definition, filter, sorts)) {
    const ids = await keptIds(context, definition, filter, sorts)
    return { ids: ids.slice(offset, offset + request.limit), total: ids.length, unfiltered }
  }
  const limit = Math.max(0, Math.min(request.limit, unfiltered - offset))
  if (limit === 0) return { ids: [], total: unfiltered, unfiltered }
  // Past the middle the list is walked from its end: the last page costs what the first does.
  const reversed = offset > unfiltered / 2
  const page = { offset: reversed ? unfiltered - offset - limit : offset, limit, reversed }
  const ids = await readIds(context, definition, filter, sorts, page)
  return { ids: reversed ? ids.reverse() : ids, total: unfiltered, unfiltered }
}

/** The whole list in an order that an index holds. */
function isWalked<T extends ListTable>(definition: ListDefinition<T>, filter: Filter, sorts: readonly Sort[]): boolean {
  if (filter.trashed || filter.conditions.length > 0 || filter.search.trim() !== '') return false
  const [first] = sorts
  const ties = sorts.length === 2 && sorts[1]?.field === definition.ties && sorts[1]?.direction === first?.direction
  return first !== undefined && (sorts.length === 1 || ties) && fieldOf(definition, first.field).indexed === true
}

const idsKept = new WeakMap<object, Map<string, readonly string[]>>()
const mostListsKept = 3 // of a few megabytes at most: the list on screen, and the ones before it

/**
 * Any other list is filtered and sorted whole for its first page, or for its count: its ids are kept until the
 * next commit, so that this is done once.
 */
async function keptIds<T extends ListTable>(
  context: ReadContext,
  definition: ListDefinition<T>,
  filter: Filter,
  sorts: readonly Sort[],
): Promise<readonly string[]> {
  const kept = idsKept.get(context.engine) ?? new Map<string, readonly string[]>()
  idsKept.set(context.engine, kept)
  const version = `${context.engine.dataVersion()} `
  const key = `${version}${definition.table} ${JSON.stringify([filter, sorts])}`
  const known = kept.get(key)
  if (known) return known
  const ids = await wholeList(context, definition, filter, sorts)
  for (const [index, old] of [...kept.keys()].reverse().entries()) {
    if (!old.startsWith(version) || index >= mostListsKept - 1) kept.delete(old)
  }
  kept.set(key, ids)
  return ids
}

/** Every id of a selection, taken now; for `allBut`, refused when rows came or went since it was made. */
export async function idsOfSelection<T extends ListTable>(
  context: ReadContext,
  definition: ListDefinition<T>,
  selection: Selection,
): Promise<readonly string[]> {
  if (selection.mode === 'these' && selection.ids.length === 0) return []
  if (selection.mode === 'these') return stillThere(context, definition, [...new Set(selection.ids)])
  const except = new Set(selection.except)
  const all = await wholeList(context, definition, selection.filter, [])
  const ids = all.filter((id) => !except.has(id))
  if (ids.length !== selection.expected)
    throw new AppError('selectionChanged', { expected: selection.expected, found: ids.length })
  return ids
}

/** Rows picked one by one are refused when one of them is gone: a selection never shrinks unsaid. */
async function stillThere<T extends ListTable>(
  context: ReadContext,
  definition: ListDefinition<T>,
  ids: readonly string[],
): Promise<readonly string[]> {
  const row = await context.db
    .selectFrom(definition.table as 'people')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('deletedAt', 'is', null)
    .where('id', 'in', ids)
    .executeTakeFirstOrThrow()
  if (row.count !== ids.length) throw new AppError('selectionChanged', { expected: ids.length, found: row.count })
  return ids
}

/** Every id of a filtered, sorted list, for an export, a thousand at a time. */
export async function* allIds<T extends ListTable>(
  context: ReadContext,
  definition: ListDefinition<T>,
  filter: Filter,
  sort: readonly Sort[],
): AsyncGenerator<readonly string[]> {
  const ids = await wholeList(context, definition, filter, sortsOf(definition, sort))
  for (let start = 0; start < ids.length; start += 1000) yield ids.slice(start, start + 1000)
}

/** Puts rows read by id back in the order of the ids. */
export function inOrder<R extends { readonly id: string }>(ids: readonly string[], rows: readonly R[]): R[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

const counts = new WeakMap<object, Map<string, number>>()

/** Counting reads every row that matches: a count is kept until the next commit. */
export async function countOf<T extends ListTable>(
  context: ReadContext,
  definition: ListDefinition<T>,
  filter: Filter,
): Promise<number> {
  const kept = counts.get(context.engine) ?? new Map<string, number>()
  counts.set(context.engine, kept)
  const version = context.engine.dataVersion()
  const key = `${version} ${definition.table} ${JSON.stringify(filter)}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const row = await filtered(context, definition, filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const count = (row as { count: number }).count
  if (kept.size > 200) kept.clear()
  kept.set(key, count)
  return count
}

async function readIds<T extends ListTable>(
  context: ReadContext,
  definition: ListDefinition<T>,
  filter: Filter,
  sorts: readonly Sort[],
  page: { readonly offset: number; readonly limit: number; readonly reversed: boolean },
): Promise<string[]> {
  return (await idsQuery(context, definition, filter, sorts, page).execute()).map((row) => row.id)
}

/** The one query of every page, apart so that its plan can be asserted. */
export function idsQuery<T extends ListTable>(
  context: ReadContext,
  definition: ListDefinition<T>,
  filter: Filter,
  sorts: readonly Sort[],
  page: { readonly offset: number; readonly limit: number; readonly reversed: boolean },
) {
  let query = filtered(context, definition, filter).select('id')
  for (const sort of sorts) {
    const field = fieldOf(definition, sort.field)
    const expression = (field.sortBy ?? field.value)(expressionBuilder<Schema, T>())
    query = query.orderBy(expression as never, (sort.direction === 'desc') !== page.reversed ? 'desc' : 'asc')
  }
  const lastDirection = (sorts.at(-1)?.direction === 'desc') !== page.reversed ? 'desc' : 'asc'
  return query.orderBy('id', lastDirection).limit(page.limit).offset(page.offset)
}

/**
 * A whole list, filtered then sorted. Unless an index has the filtered rows together, the order is kept from the
 * planner, who would walk an index that has it and read each row apart to filter it: several times the work.
 */
async function wholeList<T extends ListTable>(
  context: ReadContext,
  definition: ListDefinition<T>,
  filter: Filter,
  sorts: readonly Sort[],
): Promise<string[]> {
  const together = isReadTogether(definition, filter)
  let query = filtered(context, definition, filter).select('id')
  for (const { field: name, direction } of sorts) {
    const field = fieldOf(definition, name)
    const value = (field.sortBy ?? field.value)(expressionBuilder<Schema, T>())
    query = query.orderBy(together ? value : rowByRow(value), direction)
  }
  const rows = await query.orderBy('id', sorts.at(-1)?.direction ?? 'asc').execute()
  return rows.map((row) => row.id)
}

/** Filtered by one value of one field, whose rows an index has side by side. */
function isReadTogether<T extends ListTable>(definition: ListDefinition<T>, filter: Filter): boolean {
  const [condition, another] = filter.conditions
  if (condition === undefined || another !== undefined || filter.trashed || filter.search.trim() !== '') return false
  return condition.operator === 'is' && fieldOf(definition, condition.field).leads === true
}

/**
 * The same value, but no index is looked up by it: rows are tested one after the other. Looking up thousands
 * of rows by their ids costs many times what walking the whole index does.
 */
export function rowByRow<V extends string | number | null>(value: Expression<V>): Expression<V> {
  const eb = expressionBuilder<Schema, never>()
  return eb.fn.coalesce(value, eb.lit(null)) as Expression<V>
}

function filtered<T extends ListTable>(context: ReadContext, definition: ListDefinition<T>, filter: Filter) {
  // The table is one of several that share the columns every entity has; its own fields come from the definition.
  const table = definition.table as 'people'
  let query = context.db.selectFrom(table).where('deletedAt', filter.trashed ? 'is not' : 'is', null)
  const found = filter.search.trim() === '' ? null : context.engine.foundIds(definition.table, filter.search)
  if (found)
    query = query.where((eb) =>
      eb.or([
        eb(rowByRow(eb.ref('id')), 'in', found),
        ...inColumn(definition, filter.search, eb as unknown as Builder<T>),
        ...throughOthers(context, definition, filter.search, eb as unknown as Builder<T>),
      ]),
    )
  for (const condition of filter.conditions) {
    query = query.where((eb) => testOf(definition, condition, eb as unknown as Builder<T>))
  }
  return query
}

/** Every word typed is somewhere in the column. */
function inColumn<T extends ListTable>(
  { searched }: ListDefinition<T>,
  text: string,
  eb: Builder<T>,
): Expression<SqlBool>[] {
  if (searched === undefined) return []
  const folded = expressionBuilder<Schema, never>().fn<string>('fold', [searched(eb)])
  const words = fold(text).split(' ')
  return [eb.and(words.map((word) => expressionBuilder<Schema, never>()(folded, 'like', `%${word}%`)))]
}

function throughOthers<T extends ListTable>(
  { engine }: ReadContext,
  { foundThrough = [] }: ListDefinition<T>,
  text: string,
  eb: Builder<T>,
): Expression<SqlBool>[] {
  return foundThrough.flatMap(({ table, link }) => {
    const named = engine.foundIds(table, text, 'titles')
    return named === null ? [] : [eb(rowByRow(link(eb)), 'in', named)]
  })
}

function testOf<T extends ListTable>(
  definition: ListDefinition<T>,
  condition: Condition,
  eb: Builder<T>,
): Expression<SqlBool> {
  const field = fieldOf(definition, condition.field)
  const { kind } = definition.descriptions[condition.field] ?? { kind: 'text' }
  const values = Array.isArray(condition.value) ? condition.value : condition.value === null ? [] : [condition.value]
  const asksNothing = condition.operator === 'isEmpty' || condition.operator === 'isNotEmpty'
  if (values.length === 0 && !asksNothing) return eb.lit(true)
  const holds = (passes: Passes) => (field.some ? field.some(eb, passes) : passes(field.value(eb)))
  // a field without a value is in no list, hence `isNot` anything: null must not hide it
  const fails = (passes: Passes) => eb.or([eb.not(holds(passes)), eb(holds(passes), 'is', null)])
  switch (condition.operator) {
    case 'isNot':
    case 'isNoneOf':
      return fails(positiveTest(field, kind, 'isAnyOf', values))
    case 'isEmpty':
      return fails(isFilled(field))
    case 'isNotEmpty':
      return holds(isFilled(field))
    case 'contains':
    case 'startsWith':
    case 'is':
    case 'isAnyOf':
    case 'before':
    case 'after':
    case 'between':
    case 'atLeast':
    case 'atMost':
      return holds(positiveTest(field, kind, condition.operator, values))
  }
}

type PositiveOperator = Exclude<Condition['operator'], 'isNot' | 'isNoneOf' | 'isEmpty' | 'isNotEmpty'>
type Scalar = string | number | boolean

function isFilled(field: { readonly list?: boolean }): Passes {
  const eb = expressionBuilder<Schema, never>()
  return (value) => eb.and([eb(value, 'is not', null), eb(value, '<>', field.list === true ? '[]' : '')])
}

/** The test on one value of a field, built apart from the table it is read from. */
function positiveTest<T extends ListTable>(
  field: ListField<T>,
  kind: FieldDescription['kind'],
  operator: PositiveOperator,
  values: readonly Scalar[],
): Passes {
  const eb = expressionBuilder<Schema, never>()
  const text = kind === 'text'
  const of = (value: Scalar): string | number =>
    typeof value === 'boolean' ? Number(value) : text ? (field.typed ?? fold)(String(value)) : value
  const comparable = (value: Value): Value =>
    text && field.folded !== true && !field.typed ? eb.fn<string | null>('fold', [value]) : value
  const like = (value: Value, pattern: string) => eb(value as Expression<string | null>, 'like', pattern)
  const equals = (value: Value, wanted: Scalar) => {
    if (field.list === true) return like(value, `%"${String(wanted)}"%`)
    if (field.typed) return like(value, `%${of(wanted)}%`)
    if (kind === 'date') return eb.between(value, of(wanted), endOfDay(kind, of(wanted)))
    return eb(comparable(value), '=', of(wanted))
  }
  const [first = '', second = first] = values.map(of)
  return (value) => {
    switch (operator) {
      case 'contains':
        return like(comparable(value), `%${first}%`)
      case 'startsWith':
        return like(comparable(value), field.typed ? `%${first}%` : `${first}%`)
      case 'is':
      case 'isAnyOf':
        return eb.or(values.map((wanted) => equals(value, wanted)))
      case 'before':
        return eb(value, '<', first)
      case 'after':
        return eb(value, '>', endOfDay(kind, first))
      case 'atLeast':
        return eb(value, '>=', first)
      case 'atMost':
        return eb(value, '<=', endOfDay(kind, first))
      case 'between':
        return eb.between(value, first, endOfDay(kind, second))
    }
  }
}

/** A day compared with an instant takes the whole day in. */
function endOfDay(kind: FieldDescription['kind'], value: string | number): string | number {
  return kind === 'date' && typeof value === 'string' && value.length === 10 ? `${value}~` : value
}

function fieldOf<T extends ListTable>(definition: ListDefinition<T>, name: string): ListField<T> {
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
