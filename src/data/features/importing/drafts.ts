import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import { AppError } from '../../../shared/errors.ts'
import { headerKey, importFields, targetFieldOf } from '../../../shared/features/import-fields.ts'
import type { ColumnMapping, ImportDraft, ImportKind, SourceColumn } from '../../../shared/features/imports.ts'
import type { FileShape } from '../../../shared/reader.ts'
import type { DateOrder } from '../../../shared/rules/dates.ts'
import type { Db, ReadDb } from '../../context.ts'
import type { Schema } from '../../schema.ts'

/** An import being prepared, as it is kept between two screens. */
export interface Draft {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly sha256: string
  readonly shape: FileShape
  readonly sheets: string[]
  readonly columns: SourceColumn[]
  readonly distinctValues: Record<string, string[]>
  readonly partnerFile: ImportDraft['partnerFile']
  readonly mapping: ColumnMapping[]
  readonly strategy: ImportDraft['strategy']
  readonly remembered: boolean
  readonly rows: number
  /** By column of dates, the order its own values told. */
  readonly dateOrders: Readonly<Record<string, DateOrder | 'mixed'>>
  /** The state of the base when the effects were worked out; null when they are to be worked out again. */
  readonly plannedAt: number | null
  readonly appliedAt: string | null
  readonly memberId: string | null
  readonly savedAt: string
}

type Row = Selectable<Schema['importDrafts']>

export function draftOf(row: Row): Draft {
  return {
    ...row,
    kind: row.kind as ImportKind,
    shape: JSON.parse(row.shape) as FileShape,
    sheets: JSON.parse(row.sheets) as string[],
    columns: JSON.parse(row.columns) as SourceColumn[],
    distinctValues: JSON.parse(row.distinctValues) as Record<string, string[]>,
    partnerFile: row.partnerFile as Draft['partnerFile'],
    mapping: JSON.parse(row.mapping) as ColumnMapping[],
    strategy: row.strategy as Draft['strategy'],
    remembered: row.remembered === 1,
    dateOrders: JSON.parse(row.dateOrders) as Draft['dateOrders'],
  }
}

export function rowOf(draft: Draft): Row {
  return {
    ...draft,
    shape: JSON.stringify(draft.shape),
    sheets: JSON.stringify(draft.sheets),
    columns: JSON.stringify(draft.columns),
    distinctValues: JSON.stringify(draft.distinctValues),
    mapping: JSON.stringify(draft.mapping),
    remembered: draft.remembered ? 1 : 0,
    dateOrders: JSON.stringify(draft.dateOrders),
  }
}

export async function findDraft(db: ReadDb, id: string): Promise<Draft> {
  const row = await db.selectFrom('importDrafts').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'imports', id })
  return draftOf(row)
}

/** As the screen sees it. */
export async function readDraft(db: ReadDb, id: string): Promise<ImportDraft> {
  const draft = await findDraft(db, id)
  const earlier = await db
    .selectFrom('imports')
    .select('createdAt')
    .where('sha256', '=', draft.sha256)
    .where('kind', '=', draft.kind)
    .where('undoneAt', 'is', null)
    .where('deletedAt', 'is', null)
    .where('id', '<>', id)
    .orderBy('createdAt', 'desc')
    .executeTakeFirst()
  const { kind, fileName, shape, sheets, rows, columns, mapping, strategy, distinctValues, remembered, partnerFile } =
    draft
  return {
    id,
    kind,
    fileName,
    shape,
    sheets,
    rows,
    columns,
    mapping,
    strategy,
    distinctValues,
    remembered,
    partnerFile,
    fields: importFields[kind].map(targetFieldOf),
    alreadyImportedOn: earlier?.createdAt.slice(0, 10) ?? null,
  }
}

export async function dropDraft(db: Db, id: string): Promise<void> {
  await db.deleteFrom('importRows').where('importId', '=', id).execute()
  await db.deleteFrom('importKeys').where('importId', '=', id).execute()
  await db.deleteFrom('importDrafts').where('id', '=', id).execute()
}

const daysKept = 7

/** What was begun and left: foreign people do not lie about for ever. */
export async function dropOldDrafts(db: Db, now: Date): Promise<void> {
  const before = new Date(now.getTime() - daysKept * 86_400_000).toISOString()
  const old = await db.selectFrom('importDrafts').select('id').where('savedAt', '<', before).execute()
  for (const { id } of old) await dropDraft(db, id)
}

/** The same header words in the same order come from the same source. */
export function signatureOf(columns: readonly SourceColumn[]): string {
  const words = columns.map(({ header }) => headerKey(header))
  return createHash('sha256').update(JSON.stringify(words)).digest('hex')
}

export async function rememberedMapping(db: ReadDb, kind: ImportKind, signature: string) {
  const row = await db
    .selectFrom('importMappings')
    .select(['mapping', 'strategy'])
    .where('kind', '=', kind)
    .where('signature', '=', signature)
    .executeTakeFirst()
  return row
    ? { mapping: JSON.parse(row.mapping) as ColumnMapping[], strategy: row.strategy as Draft['strategy'] }
    : null
}

export async function rememberMapping(db: Db, draft: Draft, savedAt: string): Promise<void> {
  const mapping = JSON.stringify(draft.mapping)
  const { kind, strategy } = draft
  await db
    .insertInto('importMappings')
    .values({ kind, signature: signatureOf(draft.columns), mapping, strategy, savedAt })
    .onConflict((conflict) => conflict.columns(['kind', 'signature']).doUpdateSet({ mapping, strategy, savedAt }))
    .execute()
}
