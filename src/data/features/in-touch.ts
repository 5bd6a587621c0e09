import { type Expression, type SqlBool, expressionBuilder } from 'kysely'
import type { Schema } from '../schema.ts'

/** Of an interaction: someone was in touch. A note is no exchange, nor is a call that nobody answered. */
export function inTouch(): Expression<SqlBool> {
  const eb = expressionBuilder<Schema, 'interactions'>()
  const answered = eb.or([eb('interactions.result', 'is', null), eb('interactions.result', '=', 'reached')])
  return eb.and([answered, eb('interactions.kind', '<>', 'note')])
}
