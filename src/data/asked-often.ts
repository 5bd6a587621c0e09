import type { Compilable } from 'kysely'
import { type ReadonlyCompiledQuery, isReadonlyCompiledQuery } from 'kysely/readonly'
import type { ReadDb } from './context.ts'

/** Stands for a value that is not known yet. */
class Named {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/**
 * A question asked often, with other values each time. To build and write it anew costs about what SQLite takes
 * to answer a small one, and the page of a person asks some fifteen: each is written once. `build` sees every value as of its own type,
 * and must hand it on as it is: whatever it would compute from one, it would compute once for all.
 */
export function askedOften<Values extends Readonly<Record<string, string | number>>, Row>(
  build: (db: ReadDb, values: Values) => Compilable<Row>,
): (db: ReadDb, values: Values) => Promise<readonly Row[]> {
  let written: ReadonlyCompiledQuery<Row> | null = null
  const unknown = new Proxy({} as Values, { get: (_values, name) => new Named(String(name)) })
  return async (db, values) => {
    written ??= write(build(db, unknown))
    const parameters = written.parameters.map((value) => (value instanceof Named ? values[value.name] : value))
    return (await db.executeQuery<Row>({ ...written, parameters })).rows
  }
}

function write<Row>(query: Compilable<Row>): ReadonlyCompiledQuery<Row> {
  const compiled = query.compile()
  if (!isReadonlyCompiledQuery<Row>(compiled)) throw new Error('only what reads is asked')
  return compiled
}
