import { AppError } from '../shared/errors.ts'
import type { Filter, PageRequest, Selection, Sort } from '../shared/features/lists.ts'
import { emptyFilter } from '../shared/rules/lists.ts'
import type { ReadContext } from './context.ts'
import { type ListDefinition, type ListTable, fieldOf, sortsOf } from './list-definition.ts'
import { filtered, idsQuery, live, wholeList } from './list-query.ts'

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
  if (!isWhole(filter)) return false
  const [first] = sorts
  const ties = sorts.length === 2 && sorts[1]?.field === definition.ties && sorts[1]?.direction === first?.direction
  return first !== undefined && (sorts.length === 1 || ties) && fieldOf(definition, first.field).indexed === true
}

function isWhole({ trashed, conditions, search }: Filter): boolean {
  return !trashed && conditions.length === 0 && search.trim() === ''
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
  const rows = isWhole(filter) ? live(context, definition) : filtered(context, definition, filter)
  const row = await rows.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
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
