import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RawDatabase, openFile } from '../../src/data/database.ts'
import { migrate } from '../../src/data/migrate.ts'
import { whenTestEnds } from './closing.ts'

export type Cells = Readonly<Record<string, string | number | null | Buffer>>

/** A new encrypted file at a version of the schema. */
export async function fileAt(version: number): Promise<RawDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'palier-migration-'))
  const raw = openFile({ path: join(folder, 'space.db'), fileKey: Buffer.alloc(32, 7), mode: 'create' })
  whenTestEnds(() => {
    raw.close()
    rmSync(folder, { recursive: true, force: true })
  })
  await migrate(raw, version)
  return raw
}

/** A row in every table, each column filled, so that the next step finds something to lose. */
export function fillEveryTable(raw: RawDatabase): void {
  for (const table of tablesOf(raw)) insert(raw, table)
}

/** Goes one step up and says what was there before, then, and which tables are new. */
export async function stepUp(raw: RawDatabase, to: number) {
  const before = dump(raw)
  await migrate(raw, to)
  const after = dump(raw)
  const kept = Object.fromEntries(Object.entries(after).filter(([table]) => table in before))
  return { before, kept, added: Object.keys(after).filter((table) => !(table in before)) }
}

/** Writes a row whose columns say their own names, but for those given; parents are the rows that `fillEveryTable` made. */
export function insert(raw: RawDatabase, table: string, given: Cells = {}): void {
  const columns = raw
    .prepare<[], { name: string; type: string }>(`select name, type from pragma_table_info('${table}')`)
    .all()
  const parents = new Map(
    raw
      .prepare<[], { from: string; table: string }>(`select "from", "table" from pragma_foreign_key_list('${table}')`)
      .all()
      .map((key) => [key.from, key.table]),
  )
  const row: Record<string, Cells[string]> = {}
  for (const { name, type } of columns) {
    const parent = parents.get(name)
    row[name] =
      parent === undefined ? (type.toLowerCase() === 'text' ? name : 1) : parent === table ? null : `${parent}-1`
  }
  const filled = {
    ...row,
    ...('id' in row ? { id: `${table}-1` } : {}),
    ...('deletedAt' in row ? { deletedAt: null } : {}),
    ...exceptions[table],
    ...given,
  }
  const names = Object.keys(filled)
  raw
    .prepare(`insert into ${table} (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`)
    .run(filled)
}

/** What a row cannot be filled with: a contact point belongs to a person or to an organisation. */
const exceptions: Readonly<Record<string, Cells>> = {
  contactPoints: { organisationId: null },
  documents: { organisationId: null, referralId: null, programmeId: null, cohortId: null, workshopId: null },
  hourStatements: { personId: null },
  documentBytes: { bytes: Buffer.from('bytes') },
}

/** Parents first, otherwise in the order they were made. */
function tablesOf(raw: RawDatabase): readonly string[] {
  const rows = raw
    .prepare<[], { name: string }>(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by rowid`,
    )
    .all()
  const ordered = new Set<string>()
  const add = (table: string, under: readonly string[]): void => {
    if (ordered.has(table) || under.includes(table)) return
    const parents = raw.prepare<[], { table: string }>(`select "table" from pragma_foreign_key_list('${table}')`).all()
    for (const parent of parents) add(parent.table, [...under, table])
    ordered.add(table)
  }
  for (const { name } of rows) add(name, [])
  return [...ordered]
}

function dump(raw: RawDatabase): Readonly<Record<string, readonly unknown[]>> {
  return Object.fromEntries(
    tablesOf(raw).map((table) => [table, raw.prepare(`select * from ${table} order by 1`).all()]),
  )
}
