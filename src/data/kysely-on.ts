import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely'
import type { RawDatabase, RawStatement } from './database.ts'
import type { Schema } from './schema.ts'

/**
 * Kysely on an open connection. It prepares each query anew, which costs more than most queries: statements are kept.
 * Call it after the migrations, so that none of them outlives the table it read.
 */
export function kyselyOn(raw: RawDatabase): Kysely<Schema> {
  return new Kysely<Schema>({ dialect: new SqliteDialect({ database: keepingStatements(raw, 500) }) })
}

function keepingStatements(raw: RawDatabase, most: number): SqliteDatabase {
  const kept = new Map<string, RawStatement>()

  function prepare(sql: string): SqliteStatement {
    const known = kept.get(sql)
    if (known?.busy) return raw.prepare(sql) // someone iterates over it
    const statement = known ?? raw.prepare(sql)
    kept.delete(sql)
    kept.set(sql, statement) // last in, so that the first is the one unused for longest
    if (kept.size > most) forgetOldest(kept)
    return statement
  }

  return { prepare, close: () => void raw.close() }
}

function forgetOldest<Value>(kept: Map<string, Value>): void {
  for (const oldest of kept.keys()) {
    kept.delete(oldest)
    return
  }
}
