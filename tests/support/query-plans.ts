import { type CompiledQuery, Kysely, SqliteDialect } from 'kysely'
import type { ReadContext } from '../../src/data/context.ts'
import type { OpenDatabase } from '../../src/data/open-database.ts'
import type { Schema } from '../../src/data/schema.ts'

/** How the engine answers each question that `work` asks: one text a query, its steps one a line. */
export function plansOf(
  database: OpenDatabase,
  work: (context: ReadContext) => Promise<unknown>,
): Promise<readonly string[]> {
  return database.whileQuiet(async (raw) => {
    const asked: CompiledQuery[] = []
    const db = new Kysely<Schema>({
      dialect: new SqliteDialect({ database: raw }),
      log: (event) => void asked.push(event.query),
    })
    await work({ ...database.read(), db: db as never })
    return asked.map(({ sql, parameters }) =>
      raw
        .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
        .all(...parameters)
        .map(({ detail }) => detail)
        .join('\n'),
    )
  })
}
