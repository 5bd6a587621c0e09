import type { Progress } from '../../../shared/endpoint.ts'
import { AppError } from '../../../shared/errors.ts'
import { fieldOfKind } from '../../../shared/features/import-fields.ts'
import {
  type ColumnMapping,
  type ImportKind,
  type ImportProblem,
  type PreviewCounts,
  type PreviewRow,
  effects,
} from '../../../shared/features/imports.ts'
import type { ReadCell, RowFault } from '../../../shared/reader.ts'
import { type DateOrder, columnDateOrder } from '../../../shared/rules/dates.ts'
import type { Db, JobContext, ReadContext, ReadDb } from '../../context.ts'
import { letOthersGo } from '../../letting-go.ts'
import { cellText } from './cell-text.ts'
import { type Draft, findDraft } from './drafts.ts'
import { readLandlords } from './housing-names.ts'
import { planOrganisations } from './organisations.ts'
import { planPeople } from './people.ts'
import { keptIn } from './kept-fields.ts'
import { newNotes } from './notes.ts'
import { type PlanContext, type PlannedRow, type ReadRecord, cellsOf } from './planned.ts'
import { columnReaders, readRow } from './reading.ts'
import { planReferrals } from './referrals.ts'
import { planResidences } from './residences.ts'

const rowsAtOnce = 300

/** Works out what will become of each row of a draft, a few hundred at a time, and keeps it beside the row. */
export async function* planDraft(
  job: JobContext,
  id: string,
  signal: AbortSignal,
): AsyncGenerator<Progress, PreviewCounts, undefined> {
  const version = job.engine.dataVersion()
  const dateOrders = await readDateOrders(job.db, await findDraft(job.db, id))
  await job.staging(async (db) => {
    await db
      .updateTable('importDrafts')
      .set({ dateOrders: JSON.stringify(dateOrders), plannedAt: null })
      .where('id', '=', id)
      .execute()
    await db.deleteFrom('importKeys').where('importId', '=', id).execute()
  })
  const draft = await findDraft(job.db, id)
  const context = await planContext(job, draft)
  let done = 0
  for (let after = 0; ;) {
    if (signal.aborted) throw new AppError('cancelled')
    yield { step: 'plan', done, total: draft.rows }
    const rows = await rowsAfter(job.db, id, after)
    const last = rows.at(-1)
    if (!last) break
    after = last.line
    await job.staging((db) => planRows(context, db, draft, rows))
    done += rows.length
    await letOthersGo()
  }
  await job.staging((db) => db.updateTable('importDrafts').set({ plannedAt: version }).where('id', '=', id).execute())
  return countsOf(job.db, id)
}

export async function planContext(
  context: Pick<ReadContext, 'db' | 'space' | 'resources' | 'today'>,
  draft: Draft,
): Promise<PlanContext> {
  return {
    db: context.db,
    importId: draft.id,
    today: context.today(),
    resources: context.resources,
    space: context.space,
    partnerFile: draft.partnerFile,
    landlords: await readLandlords(context.db, context.space),
  }
}

type StagedRow = Awaited<ReturnType<typeof rowsAfter>>[number]

function stagedRows(db: ReadDb, importId: string) {
  return db
    .selectFrom('importRows')
    .select(['line', 'cells', 'fault', 'edits', 'decision', 'strategy'])
    .where('importId', '=', importId)
}

function rowsAfter(db: ReadDb, importId: string, line: number) {
  return stagedRows(db, importId).where('line', '>', line).orderBy('line').limit(rowsAtOnce).execute()
}

export function rowAt(db: ReadDb, importId: string, line: number): Promise<StagedRow | undefined> {
  return stagedRows(db, importId).where('line', '=', line).executeTakeFirst()
}

export function rowsAt(db: ReadDb, importId: string, lines: readonly number[]): Promise<StagedRow[]> {
  return stagedRows(db, importId).where('line', 'in', lines).orderBy('line').execute()
}

const planners: Readonly<
  Record<ImportKind, (context: PlanContext, db: Db, records: readonly ReadRecord[]) => Promise<PlannedRow[]>>
> = {
  people: planPeople,
  organisations: planOrganisations,
  residences: planResidences,
  referrals: planReferrals,
}

/** Plans these rows and keeps the plans. Those the reader could not read whole are refused as they are. */
export async function planRows(
  context: PlanContext,
  db: Db,
  draft: Draft,
  rows: readonly StagedRow[],
): Promise<readonly PlannedRow[]> {
  const refused = new Set(draft.columns.filter((column) => column.refused !== null).map(({ index }) => index))
  const orders = new Map(Object.entries(draft.dateOrders).map(([column, order]) => [Number(column), order]))
  const readers = columnReaders(draft.kind, draft.mapping, refused, orders)
  const readings = rows.map((row) => ({
    fault: row.fault as RowFault | null,
    record: {
      line: row.line,
      reading: readRow(readers, JSON.parse(row.cells) as ReadCell[], JSON.parse(row.edits) as Record<string, string>),
      keep: new Set(keptIn(JSON.parse(row.edits) as Record<string, string>)),
      strategy: (row.strategy ?? draft.strategy) as ReadRecord['strategy'],
      decision: row.decision as ReadRecord['decision'],
    },
  }))
  const whole = readings.filter(({ fault }) => fault === null).map(({ record }) => record)
  const planned = [
    ...(await planners[draft.kind](context, db, whole)),
    ...readings.flatMap(({ fault, record }) => (fault === null ? [] : [faultyRow(record, fault)])),
  ]
  await keepPlans(db, draft.id, planned)
  return planned
}

function faultyRow({ line, reading }: ReadRecord, fault: RowFault): PlannedRow {
  return {
    line,
    effect: 'error',
    label: '',
    recordId: null,
    cells: cellsOf(reading, newNotes()),
    problems: [fault],
    duplicate: null,
    values: null,
    keys: [],
  }
}

async function keepPlans(db: Db, importId: string, planned: readonly PlannedRow[]): Promise<void> {
  for (const { line, effect, label, recordId, cells, problems, duplicate, values } of planned) {
    const kept = {
      plan: JSON.stringify({ cells, values }),
      problems: JSON.stringify(problems),
      duplicate: duplicate && JSON.stringify(duplicate),
    }
    await db
      .updateTable('importRows')
      .set({ effect, label, recordId, ...kept })
      .where('importId', '=', importId)
      .where('line', '=', line)
      .execute()
  }
  const lines = planned.map(({ line }) => line)
  await db.deleteFrom('importKeys').where('importId', '=', importId).where('line', 'in', lines).execute()
  const keys = planned.flatMap(({ line, keys: own }) => [...new Set(own)].map((key) => ({ importId, key, line })))
  for (let start = 0; start < keys.length; start += 1000) {
    await db
      .insertInto('importKeys')
      .values(keys.slice(start, start + 1000))
      .execute()
  }
}

const mostDates = 50_000

/** The order of day and month of each column of dates that was not given one, told by all its values together. */
async function readDateOrders(db: ReadDb, draft: Draft): Promise<Record<string, DateOrder | 'mixed'>> {
  const columns = draft.mapping.filter((mapping) => isUnorderedDate(draft.kind, mapping)).map(({ column }) => column)
  if (columns.length === 0) return {}
  const texts = new Map(columns.map((column) => [column, new Set<string>()]))
  for (let after = 0; ;) {
    const rows = await rowsAfter(db, draft.id, after)
    const last = rows.at(-1)
    if (!last) break
    after = last.line
    for (const row of rows) {
      const cells = JSON.parse(row.cells) as ReadCell[]
      for (const [column, seen] of texts)
        if (seen.size < mostDates && typeof cells[column] === 'string') seen.add(cellText(cells[column]))
    }
    await letOthersGo()
  }
  return Object.fromEntries(
    [...texts].map(([column, seen]) => {
      const order = columnDateOrder([...seen])
      return [String(column), order === 'ambiguous' ? 'dmy' : order]
    }),
  )
}

function isUnorderedDate(kind: ImportKind, { field, dateOrder }: ColumnMapping): boolean {
  return field !== null && dateOrder === null && fieldOfKind(kind, field)?.kind === 'date'
}

export async function countsOf(db: ReadDb, id: string): Promise<PreviewCounts> {
  const rows = await db
    .selectFrom('importRows')
    .select((eb) => ['effect', eb.fn.countAll<number>().as('count')])
    .where('importId', '=', id)
    .groupBy('effect')
    .execute()
  const count = (effect: string) => rows.find((row) => row.effect === effect)?.count ?? 0
  return {
    create: count('create'),
    update: count('update'),
    unchanged: count('unchanged'),
    duplicate: count('duplicate'),
    error: count('error'),
    skip: count('skip'),
  }
}

type PreviewPage =
  | { readonly line: number }
  | { readonly effect: PreviewRow['effect'] | null; readonly offset: number; readonly limit: number }

/** A page of the preview, or one line of it. */
export async function previewRows(db: ReadDb, importId: string, page: PreviewPage): Promise<PreviewRow[]> {
  const rows = await db
    .selectFrom('importRows')
    .select(['line', 'effect', 'label', 'recordId', 'plan', 'problems', 'duplicate', 'decision', 'strategy', 'edits'])
    .where('importId', '=', importId)
    .$if('line' in page, (query) => query.where('line', '=', 'line' in page ? page.line : 0))
    .$if('effect' in page && page.effect !== null, (query) =>
      query.where('effect', '=', 'effect' in page ? page.effect : null),
    )
    .orderBy('line')
    .offset('offset' in page ? page.offset : 0)
    .limit('limit' in page ? page.limit : 1)
    .execute()
  return rows.map(previewOf)
}

interface KeptRow {
  readonly line: number
  readonly effect: string | null
  readonly label: string | null
  readonly recordId: string | null
  readonly plan: string | null
  readonly problems: string | null
  readonly duplicate: string | null
  readonly decision: string | null
  readonly strategy: string | null
  readonly edits: string
}

export function previewOf(row: KeptRow): PreviewRow {
  const { cells = [] } = JSON.parse(row.plan ?? '{}') as { readonly cells?: PreviewRow['cells'] }
  return {
    line: row.line,
    effect: effects.find((effect) => effect === row.effect) ?? 'error',
    label: row.label ?? '',
    recordId: row.recordId,
    cells,
    problems: JSON.parse(row.problems ?? '[]') as ImportProblem[],
    duplicate: JSON.parse(row.duplicate ?? 'null') as PreviewRow['duplicate'],
    decision: row.decision as PreviewRow['decision'],
    strategy: row.strategy as PreviewRow['strategy'],
    kept: [...keptIn(JSON.parse(row.edits) as Record<string, string>)],
  }
}
