import { type Expression, type SqlBool, expressionBuilder } from 'kysely'
import type { Condition } from '../shared/features/lists.ts'
import { fold } from '../shared/rules/fold.ts'
import type { FieldDescription } from '../shared/rules/lists.ts'
import {
  type Builder,
  type ListDefinition,
  type ListField,
  type ListTable,
  type Passes,
  type Value,
  fieldOf,
} from './list-definition.ts'
import type { Schema } from './schema.ts'

/** What one condition of a list asks of its rows. */
export function testOf<T extends ListTable>(
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
