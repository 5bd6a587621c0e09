import { type Expression, type SqlBool, expressionBuilder } from 'kysely'
import type { Filter, Sort } from '../shared/features/lists.ts'
import { fold } from '../shared/rules/fold.ts'
import type { ReadContext } from './context.ts'
import { testOf } from './list-conditions.ts'
import { type Builder, type ListDefinition, type ListTable, fieldOf } from './list-definition.ts'
import type { Schema } from './schema.ts'

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
export async function wholeList<T extends ListTable>(
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

/** The rows that a list shows, in no order yet. */
export function filtered<T extends ListTable>(context: ReadContext, definition: ListDefinition<T>, filter: Filter) {
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

/** Every row that is not in the trash, to be counted: said so that the small index made for it (0010) is taken. */
export function live<T extends ListTable>({ db }: ReadContext, { table }: ListDefinition<T>) {
  return db.selectFrom(table as 'people').where((eb) => eb(eb('deletedAt', 'is', null), '=', eb.lit(true)))
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

/**
 * The same value, but no index is looked up by it: rows are tested one after the other. Looking up thousands
 * of rows by their ids costs many times what walking the whole index does.
 */
export function rowByRow<V extends string | number | null>(value: Expression<V>): Expression<V> {
  const eb = expressionBuilder<Schema, never>()
  return eb.fn.coalesce(value, eb.lit(null)) as Expression<V>
}
