import * as z from 'zod'
import { Nothing, command, query } from '../endpoint.ts'
import { emptyFilter } from '../rules/lists.ts'

/** The lists a grid can show; each has its fields described in its own feature. */
export const listNames = ['people', 'organisations', 'residences', 'referrals', 'tasks'] as const
export const ListName = z.enum(listNames)
export type ListName = z.infer<typeof ListName>

export const conditionOperators = [
  'contains',
  'startsWith',
  'is',
  'isNot',
  'isAnyOf',
  'isNoneOf',
  'before',
  'after',
  'between',
  'atLeast',
  'atMost',
  'isEmpty',
  'isNotEmpty',
] as const
const Scalar = z.union([z.string().max(500), z.number(), z.boolean()])

/** One test on one field. Dates are ISO days; `between` takes two values, both included. */
export const Condition = z.strictObject({
  field: z.string().max(60),
  operator: z.enum(conditionOperators),
  value: z.union([Scalar, z.array(Scalar).max(500), z.null()]).default(null),
})
export type Condition = z.infer<typeof Condition>

/** What a list shows: every condition must hold, and every word of `search` must be found. */
export const Filter = z.strictObject({
  conditions: z.array(Condition).max(50).default([]),
  search: z.string().max(200).default(''),
  trashed: z.boolean().default(false),
})
export type Filter = z.infer<typeof Filter>

export const Sort = z.strictObject({ field: z.string().max(60), direction: z.enum(['asc', 'desc']) })
export type Sort = z.infer<typeof Sort>

/** A page of a list: rows `offset` to `offset + limit` of the filtered, sorted whole. */
export const PageRequest = z.strictObject({
  filter: Filter.default(emptyFilter),
  sort: z.array(Sort).max(3).default([]),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
})
export type PageRequest = z.infer<typeof PageRequest>

/** `total` counts the filtered rows, `unfiltered` the whole list. */
export function Page<T extends z.ZodType>(row: T) {
  return z.object({ rows: z.array(row), total: z.number().int(), unfiltered: z.number().int() })
}
export interface Page<T> {
  readonly rows: readonly T[]
  readonly total: number
  readonly unfiltered: number
}

/**
 * What is selected in a list: these rows, or all those of a filter but these.
 * The second form is counted again inside the transaction that acts on it.
 */
export const Selection = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('these'), ids: z.array(z.string()).max(5000) }),
  z.strictObject({
    mode: z.literal('allBut'),
    filter: Filter,
    except: z.array(z.string()).max(5000),
    expected: z.number().int(),
  }),
])
export type Selection = z.infer<typeof Selection>

export const ViewDefinition = z.strictObject({
  filter: Filter,
  sort: z.array(Sort).max(3),
  columns: z
    .array(z.strictObject({ field: z.string().max(60), width: z.number().nullable(), hidden: z.boolean() }))
    .max(80),
  layout: z.enum(['grid', 'board']).default('grid'),
})
export type ViewDefinition = z.infer<typeof ViewDefinition>
export const SavedView = z.object({
  id: z.string(),
  list: ListName,
  name: z.string(),
  shared: z.boolean(),
  position: z.number().int(),
  definition: ViewDefinition,
})
export type SavedView = z.infer<typeof SavedView>

export const lists = {
  views: query(z.strictObject({ list: ListName }), z.array(SavedView)),
  saveView: command(
    z.strictObject({
      id: z.string().nullable(),
      list: ListName,
      name: z.string().trim().min(1).max(60),
      shared: z.boolean(),
      definition: ViewDefinition,
    }),
    SavedView,
  ),
  removeView: command(z.strictObject({ id: z.string() }), Nothing),
}
