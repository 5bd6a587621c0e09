import { basename } from 'node:path'
import type { Progress } from '../../../shared/endpoint.ts'
import { AppError } from '../../../shared/errors.ts'
import { fieldOfKind } from '../../../shared/features/import-fields.ts'
import type { ColumnMapping, ImportDraft, ImportKind, SourceColumn } from '../../../shared/features/imports.ts'
import type { FileShape, ReadCell, ReadRow } from '../../../shared/reader.ts'
import { restore } from '../../../shared/rules/spreadsheet-safety.ts'
import type { Db, JobContext } from '../../context.ts'
import { partnerFileOf } from '../exporting/partner-format.ts'
import { createColumnFacts } from './columns.ts'
import { type Draft, dropDraft, dropOldDrafts, readDraft, rememberedMapping, rowOf, signatureOf } from './drafts.ts'
import { readForeignFile } from './foreign-file.ts'
import { guessMapping, mappingTo } from './guess-mapping.ts'

interface Asked {
  readonly kind: ImportKind
  readonly path: string
  readonly shape: FileShape | null
}

/** Reads a file into staging, a batch at a time, and proposes where its columns go. */
export async function* readIntoStaging(
  job: JobContext,
  asked: Asked,
  signal: AbortSignal,
): AsyncGenerator<Progress, ImportDraft, undefined> {
  const id = job.newId()
  await job.staging((db) => dropOldDrafts(db, job.now()))
  try {
    const read = yield* stage(job, id, asked, signal)
    const draft = await propose(job, id, asked, read)
    await forgetRefusedColumns(job, draft)
    await job.staging((db) => db.insertInto('importDrafts').values(rowOf(draft)).execute())
    return await readDraft(job.db, id)
  } catch (error) {
    await job.staging((db) => dropDraft(db, id))
    throw error
  }
}

interface Staged {
  readonly shape: FileShape
  readonly sheets: string[]
  readonly columns: SourceColumn[]
  readonly distinctValues: Record<string, string[]>
  readonly rows: number
  readonly sha256: string
}

async function* stage(
  job: JobContext,
  id: string,
  { path, shape }: Asked,
  signal: AbortSignal,
): AsyncGenerator<Progress, Staged, undefined> {
  const facts = createColumnFacts()
  let found: { readonly shape: FileShape; readonly sheets: string[]; readonly headers: string[] } | null = null
  let rows = 0
  yield { step: 'read', done: 0, total: null }
  for await (const message of readForeignFile(job.openReader, path, shape, signal)) {
    if (message.type === 'shape') found = message
    else if (message.type === 'rows') {
      const batch = found?.shape.format === 'csv' ? message.rows.map(withoutApostrophes) : message.rows
      facts.see(batch)
      await job.staging((db) => keepRows(db, id, batch))
      rows += batch.length
      yield { step: 'read', done: message.done, total: message.total }
    } else if (found) {
      const columns = facts.columns(found.headers)
      const { shape: read, sheets } = found
      return {
        shape: read,
        sheets,
        columns: named(columns),
        distinctValues: facts.distinctValues(),
        rows,
        sha256: message.sha256,
      }
    }
  }
  throw new AppError('fileUnreadable', { reason: 'reader' })
}

/** A list of ours in CSV comes back as it was before its formulas were made harmless. */
function withoutApostrophes(row: ReadRow): ReadRow {
  return { ...row, cells: row.cells.map((cell) => (typeof cell === 'string' ? restore(cell) : cell)) }
}

/** A column without a title is called as spreadsheets call it: A, B … AA. */
function named(columns: readonly SourceColumn[]): SourceColumn[] {
  return columns.map((column) => (column.header === '' ? { ...column, header: letters(column.index) } : column))
}

function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last
}

async function keepRows(db: Db, importId: string, rows: readonly ReadRow[]): Promise<void> {
  if (rows.length === 0) return
  const values = rows.map(({ line, cells, fault }) => ({ importId, line, fault, cells: JSON.stringify(cells) }))
  await db.insertInto('importRows').values(values).execute()
}

async function propose(job: JobContext, id: string, { kind: asked, path }: Asked, staged: Staged): Promise<Draft> {
  const partnerFile = partnerFileOf(staged.columns.map(({ header }) => header))
  // a partner's file says itself what it holds: read as a list of people it would lose its referrals
  const kind = partnerFile === null ? asked : 'referrals'
  const known = await rememberedMapping(job.db, kind, signatureOf(staged.columns))
  const listed = Object.fromEntries(
    Object.entries(staged.distinctValues).filter(([index]) => staged.columns[Number(index)]?.refused === null),
  )
  const guessed = guessMapping(kind, staged.columns, listed)
  return {
    id,
    kind,
    fileName: basename(path).slice(0, 200),
    ...staged,
    distinctValues: listed,
    partnerFile,
    mapping: known ? asRemembered(kind, known.mapping, guessed, listed) : guessed,
    strategy: known?.strategy ?? 'fillBlanks',
    remembered: known !== null,
    dateOrders: {},
    plannedAt: null,
    appliedAt: null,
    memberId: job.member?.id ?? null,
    savedAt: job.now().toISOString(),
  }
}

/** The fields of last time; a text of a closed list that was not there last time is guessed. */
function asRemembered(
  kind: ImportKind,
  remembered: readonly ColumnMapping[],
  guessed: readonly ColumnMapping[],
  listed: Readonly<Record<string, readonly string[]>>,
): ColumnMapping[] {
  return guessed.map((fresh) => {
    const before = remembered.find(({ column }) => column === fresh.column)
    if (!before) return fresh
    const definition = before.field === null ? null : fieldOfKind(kind, before.field)
    const again = mappingTo(fresh.column, definition, listed[String(fresh.column)] ?? [])
    return { ...again, values: { ...again.values, ...before.values }, dateOrder: before.dateOrder }
  })
}

/** What looks like numbers of social security does not stay, not even in staging. */
async function forgetRefusedColumns(job: JobContext, draft: Draft): Promise<void> {
  const refused = new Set(draft.columns.filter((column) => column.refused !== null).map((column) => column.index))
  if (refused.size === 0) return
  for (let after = 0; ;) {
    const rows = await job.db
      .selectFrom('importRows')
      .select(['line', 'cells'])
      .where('importId', '=', draft.id)
      .where('line', '>', after)
      .orderBy('line')
      .limit(500)
      .execute()
    const last = rows.at(-1)
    if (!last) return
    after = last.line
    await job.staging(async (db) => {
      for (const { line, cells } of rows) {
        const kept = (JSON.parse(cells) as ReadCell[]).map((cell, index) => (refused.has(index) ? null : cell))
        await db
          .updateTable('importRows')
          .set({ cells: JSON.stringify(kept) })
          .where('importId', '=', draft.id)
          .where('line', '=', line)
          .execute()
      }
    })
  }
}
