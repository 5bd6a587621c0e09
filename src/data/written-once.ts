import type { CompiledQuery, Kysely } from 'kysely'
import type { Db } from './database.ts'

type Cells = Readonly<Record<string, unknown>>
type AnyTables = Record<string, Record<string, unknown>>

const most = 1000
const written = new Map<string, CompiledQuery>()

/**
 * Inserts a row. To build and write such a command anew costs more than SQLite takes to obey it, and an import gives
 * some forty thousand: each is written once for the columns it fills, whatever is in them.
 */
export async function insertRow(db: Db, table: string, row: Cells): Promise<void> {
  const columns = Object.keys(row).filter((column) => row[column] !== undefined)
  const command = once(`insert ${table} ${columns.join()}`, () => tablesOf(db).insertInto(table).values(row).compile())
  await db.executeQuery({ ...command, parameters: columns.map((column) => row[column]) })
}

/** Changes some columns of the row that has this id. */
export async function updateRow(db: Db, table: string, id: string, row: Cells): Promise<void> {
  const columns = Object.keys(row)
  const command = once(`update ${table} ${columns.join()}`, () =>
    tablesOf(db).updateTable(table).set(row).where('id', '=', id).compile(),
  )
  await db.executeQuery({ ...command, parameters: [...columns.map((column) => row[column]), id] })
}

export async function deleteRow(db: Db, table: string, id: string): Promise<void> {
  const command = once(`delete ${table}`, () => tablesOf(db).deleteFrom(table).where('id', '=', id).compile())
  await db.executeQuery({ ...command, parameters: [id] })
}

/** The row that has this id, if there is one. */
export async function rowWith(db: Db, table: string, id: string): Promise<Cells | undefined> {
  const question = once(`row ${table}`, () => tablesOf(db).selectFrom(table).selectAll().where('id', '=', id).compile())
  const { rows } = await db.executeQuery<Cells>({ ...question, parameters: [id] })
  return rows[0]
}

function once(name: string, write: () => CompiledQuery): CompiledQuery {
  const known = written.get(name)
  if (known) return known
  if (written.size === most) written.clear()
  const made = write()
  written.set(name, made)
  return made
}

/** Tables are named at run time here: the one place that looks at them without their types. */
function tablesOf(db: Db): Kysely<AnyTables> {
  return db as unknown as Kysely<AnyTables>
}
