import { AppError } from '../shared/errors.ts'
import type { Updating } from '../shared/features/space.ts'
import type { RawDatabase } from './database.ts'
import { kyselyOn } from './kysely-on.ts'
import { migrations, newestSchema } from './migrations.ts'

export function schemaVersionOf(raw: RawDatabase): number {
  return Number(raw.pragma('user_version', { simple: true }))
}

/** Told how far a file of an earlier version has come; what follows waits for it, so that the news has left. */
export type OnUpdate = (
  step: Updating['step'],
  counted?: { readonly done: number; readonly total: number },
) => Promise<void>

/**
 * Brings a file to the newest schema in one transaction: the steps, their checks and the version are written
 * together or not at all. Kysely's own migrator keeps its steps outside our transaction on SQLite, so the file's
 * `user_version` is the only ledger. A verified backup was made before, by whoever opens the space.
 */
export async function migrate(raw: RawDatabase, upTo = newestSchema, onUpdate?: OnUpdate): Promise<void> {
  const from = schemaVersionOf(raw)
  if (from > newestSchema) throw new AppError('spaceFromFuture', { schemaVersion: from })
  if (from >= upTo) return
  await kyselyOn(raw)
    .transaction()
    .execute(async (trx) => {
      for (const [done, step] of Object.values(migrations).slice(from, upTo).entries()) {
        await onUpdate?.('changing', { done, total: upTo - from })
        await step.up(trx)
      }
      await onUpdate?.('checking')
      raw.pragma(`user_version = ${upTo}`)
      if (from > 0) check(raw)
    })
}

function check(raw: RawDatabase): void {
  const broken = raw.pragma('foreign_key_check')
  if (Array.isArray(broken) && broken.length > 0) throw new Error(`migration broke ${broken.length} references`)
  const verdict: unknown = raw.pragma('integrity_check', { simple: true })
  if (verdict !== 'ok') throw new AppError('spaceDamaged')
}
