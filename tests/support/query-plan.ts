import type { Compilable } from 'kysely'
import type { OpenDatabase } from '../../src/data/open-database.ts'

/** How the engine would answer a query, one step a line. */
export async function planOf(database: OpenDatabase, query: Compilable): Promise<string> {
  const { sql, parameters } = query.compile()
  return database.whileQuiet(async (raw) => {
    const steps = raw.prepare<unknown[], { detail: string }>(`explain query plan ${sql}`).all(...parameters)
    return steps.map(({ detail }) => detail).join('\n')
  })
}
