import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'

/**
 * The words of the contract.
 * - `query` reads: its handler receives a database that cannot write.
 * - `command` writes: its handler runs inside one transaction, all or nothing.
 * - `job` takes long: it streams progress, can be cancelled, and opens its own transaction.
 * - `lifecycle` concerns the space itself: it works while no space is open.
 * - `watch` tells what happened: it announces, it never commands.
 */
export type EndpointKind = 'query' | 'command' | 'job' | 'lifecycle' | 'watch'
export interface EndpointMeta {
  readonly kind: EndpointKind
}

/** What a job says of itself while it works: `total` is null while unknown. */
export const Progress = z.object({ step: z.string(), done: z.number().int(), total: z.number().int().nullable() })
export type Progress = z.infer<typeof Progress>

/** For endpoints that need nothing, or answer nothing. */
export const Nothing = z.strictObject({})

const base = oc.$meta<EndpointMeta>({ kind: 'query' })

/** What the types remember of an endpoint, so that a handler that does not fit does not compile. */
export interface Signature<Kind extends EndpointKind, Input, Output> {
  readonly '~signature'?: { readonly kind: Kind; readonly input: Input; readonly output: Output }
}

export function query<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  const endpoint = base.meta({ kind: 'query' }).input(input).output(output)
  return endpoint as typeof endpoint & Signature<'query', z.output<I>, z.input<O>>
}

export function command<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  const endpoint = base.meta({ kind: 'command' }).input(input).output(output)
  return endpoint as typeof endpoint & Signature<'command', z.output<I>, z.input<O>>
}

export function job<I extends z.ZodType, O extends z.ZodType>(input: I, result: O) {
  const endpoint = base.meta({ kind: 'job' }).input(input).output(eventIterator(Progress, result))
  return endpoint as typeof endpoint & Signature<'job', z.output<I>, z.input<O>>
}

export function lifecycle<I extends z.ZodType, O extends z.ZodType>(input: I, output: O) {
  const endpoint = base.meta({ kind: 'lifecycle' }).input(input).output(output)
  return endpoint as typeof endpoint & Signature<'lifecycle', z.output<I>, z.input<O>>
}

/** A stream of events that lasts as long as someone listens. */
export function watch<O extends z.ZodType>(event: O) {
  const endpoint = base.meta({ kind: 'watch' }).input(Nothing).output(eventIterator(event))
  return endpoint as typeof endpoint & Signature<'watch', Record<string, never>, z.input<O>>
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
