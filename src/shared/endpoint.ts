import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'

/**
 * The words of the contract.
 * - `query` reads: its handler receives a database that cannot write.
 * - `command` writes: its handler runs inside one transaction, all or nothing.
 * - `job` takes long: it streams progress, can be cancelled, and opens its own transaction.
 * - `lifecycle` concerns the space itself: it works while no space is open.
 */
export type EndpointKind = 'query' | 'command' | 'job' | 'lifecycle'
export interface EndpointMeta {
  readonly kind: EndpointKind
}

/** What a job says of itself while it works: `total` is null while unknown. */
export const Progress = z.object({ step: z.string(), done: z.number().int(), total: z.number().int().nullable() })
export type Progress = z.infer<typeof Progress>

/** For endpoints that need nothing, or answer nothing. */
export const Nothing = z.strictObject({})

const base = oc.$meta<EndpointMeta>({ kind: 'query' })

export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return base.meta({ kind: 'query' }).input(input).output(output)
}

export function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return base.meta({ kind: 'command' }).input(input).output(output)
}

export function job<I extends z.ZodType, O extends z.ZodType>(input: I, result: O) {
  return base.meta({ kind: 'job' }).input(input).output(eventIterator(Progress, result))
}

export function lifecycle<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  return base.meta({ kind: 'lifecycle' }).input(input).output(output)
}

/** A field that was changed by someone else since the row was read. */
export const FieldConflict = z.object({
  field: z.string(),
  yours: z.unknown(),
  theirs: z.unknown(),
  by: z.string().nullable(),
  at: z.string(),
})
export type FieldConflict = z.infer<typeof FieldConflict>

/**
 * The answer of every update: saved, or the fields changed meanwhile, to be shown side by side.
 * Nothing is written when there is a conflict.
 */
export function Saved<T extends z.ZodType>(record: T) {
  return z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('saved'), record }),
    z.object({ outcome: z.literal('conflict'), conflicts: z.array(FieldConflict) }),
  ])
}
export type Saved<T> =
  | { readonly outcome: 'saved'; readonly record: T }
  | { readonly outcome: 'conflict'; readonly conflicts: readonly FieldConflict[] }
