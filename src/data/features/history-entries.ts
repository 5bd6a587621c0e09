import { type EntityName, type HistoryEntry, standingEntities } from '../../shared/features/history.ts'
import type { ReadContext, ReadDb } from '../context.ts'
import { labelOf } from '../labels.ts'
import { isUndoable } from './undo.ts'

/** What was done to a record and its parts, the latest first. */
export async function entriesOf(
  context: Pick<ReadContext, 'db' | 'engine'>,
  entity: EntityName,
  id: string,
  limit: number,
): Promise<HistoryEntry[]> {
  const changes = await changesOf(context.db, await recordsOf(context.db, entity, id))
  const newest = groupByBatch(changes)
    .sort((a, b) => (b.at(-1)?.seq ?? 0) - (a.at(-1)?.seq ?? 0))
    .slice(0, limit)
  const entries = await Promise.all(newest.map((batch) => toEntry(context, id, batch)))
  return entries.filter((entry) => entry.changes.length > 0)
}

/** Rows that belong to a record and whose changes are part of its history. */
const parts: Partial<Record<EntityName, readonly { readonly entity: EntityName; readonly column: string }[]>> = {
  people: [
    { entity: 'participantProfiles', column: 'personId' },
    { entity: 'contactPoints', column: 'personId' },
    { entity: 'taggings', column: 'personId' },
    { entity: 'consents', column: 'personId' },
    { entity: 'affiliations', column: 'personId' },
    { entity: 'supports', column: 'personId' },
    { entity: 'sessions', column: 'personId' },
    { entity: 'goals', column: 'personId' },
    { entity: 'actions', column: 'personId' },
    { entity: 'barriers', column: 'personId' },
    { entity: 'goalReviews', column: 'personId' },
    { entity: 'interactions', column: 'personId' },
    { entity: 'tasks', column: 'personId' },
    { entity: 'documents', column: 'personId' },
  ],
  organisations: [
    { entity: 'contactPoints', column: 'organisationId' },
    { entity: 'affiliations', column: 'organisationId' },
    { entity: 'interactions', column: 'organisationId' },
    { entity: 'tasks', column: 'organisationId' },
    { entity: 'documents', column: 'organisationId' },
  ],
  referrals: [
    { entity: 'referralMoves', column: 'referralId' },
    { entity: 'contactAttempts', column: 'referralId' },
    { entity: 'referralFeedbacks', column: 'referralId' },
    { entity: 'consents', column: 'referralId' },
    { entity: 'tasks', column: 'referralId' },
    { entity: 'documents', column: 'referralId' },
  ],
  programmes: [
    { entity: 'programmePartners', column: 'programmeId' },
    { entity: 'fundedActions', column: 'programmeId' },
    { entity: 'programmeGoals', column: 'programmeId' },
  ],
  cohorts: [{ entity: 'cohortQuotas', column: 'cohortId' }],
  workshops: [
    { entity: 'workshopFundings', column: 'workshopId' },
    { entity: 'attendances', column: 'workshopId' },
    { entity: 'attendanceSheets', column: 'workshopId' },
  ],
  // without its readings: who declared a conflict of interest must not find their marks here
  enrolments: [{ entity: 'enrolmentMoves', column: 'enrolmentId' }],
}

/** The record and its parts, by entity. */
async function recordsOf(
  db: ReadDb,
  entity: EntityName,
  id: string,
): Promise<readonly { readonly entity: EntityName; readonly ids: readonly string[] }[]> {
  const found: { entity: EntityName; ids: string[] }[] = [{ entity, ids: [id] }]
  for (const part of parts[entity] ?? []) {
    // which table it is does not matter: the column is one it has
    const rows = await db
      .selectFrom(part.entity as 'contactPoints')
      .select('id')
      .where(part.column as 'personId', '=', id)
      .execute()
    if (rows.length > 0) found.push({ entity: part.entity, ids: rows.map((row) => row.id) })
  }
  return found
}

function groupByBatch(changes: readonly LoggedChange[]): LoggedChange[][] {
  const groups = new Map<string, LoggedChange[]>()
  for (const change of changes) {
    const group = groups.get(change.batchId)
    if (group) group.push(change)
    else groups.set(change.batchId, [change])
  }
  return [...groups.values()]
}

type LoggedChange = Awaited<ReturnType<typeof changesOf>>[number]

/** Oldest first. */
async function changesOf(db: ReadDb, records: Awaited<ReturnType<typeof recordsOf>>) {
  const found = []
  for (const { entity, ids } of records) {
    const rows = await db
      .selectFrom('changes')
      .leftJoin('members', 'members.id', 'changes.actorId')
      .select([
        'seq',
        'batchId',
        'command',
        'origin',
        'undoes',
        'entity',
        'recordId',
        'op',
        'before',
        'after',
        'at',
        'members.name as by',
      ])
      .where('entity', '=', entity)
      .where('recordId', 'in', ids)
      .orderBy('seq', 'desc')
      .limit(1000)
      .execute()
    found.push(...rows)
  }
  return found.sort((a, b) => a.seq - b.seq)
}

async function toEntry(
  { db, engine }: Pick<ReadContext, 'db' | 'engine'>,
  id: string,
  batch: readonly LoggedChange[],
): Promise<HistoryEntry> {
  const [first] = batch
  if (!first) throw new Error('a group of changes holds at least one')
  const undone = await isUndone(db, first.batchId)
  const changes = batch.map((row) => toChange(row, id)).filter((change) => change.fields.length > 0)
  return {
    batchId: first.batchId,
    command: first.command,
    undoes: first.undoes === null ? null : await commandTakenBack(db, first.undoes),
    origin: first.origin as HistoryEntry['origin'],
    at: first.at.slice(0, 24),
    by: first.by,
    undone,
    undoable: !undone && isUndoable(first.command),
    others: await otherRecords(db, first.batchId, id),
    changes,
    names: await namesIn({ db, engine }, changes),
  }
}

function toChange(row: LoggedChange, id: string): HistoryEntry['changes'][number] {
  const before = row.before === null ? {} : (JSON.parse(row.before) as Record<string, unknown>)
  const after = row.after === null ? {} : (JSON.parse(row.after) as Record<string, unknown>)
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !hidden.has(field))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
  return {
    entity: row.entity as EntityName,
    recordId: row.recordId,
    operation: row.op as HistoryEntry['changes'][number]['operation'],
    // what was empty and stays so, and whose part it is, say nothing
    fields: fields.filter(
      (field) => !(isEmpty(field.before) && isEmpty(field.after)) && field.before !== id && field.after !== id,
    ),
  }
}

const hidden = new Set(['id', 'version', 'createdAt', 'updatedAt', 'sortKey', 'cityKey', 'foldedName', 'ruleKey'])

/** Lists and bags of extra fields are kept as JSON. */
function isEmpty(value: unknown): boolean {
  return value === null || value === '' || value === '[]' || value === '{}'
}

/** The command that an undo takes back, or does again when it takes back an undo. */
async function commandTakenBack(db: ReadDb, batchId: string): Promise<string | null> {
  const batch = await db
    .selectFrom('changes')
    .select(['command', 'undoes'])
    .where('batchId', '=', batchId)
    .limit(1)
    .executeTakeFirst()
  if (!batch) return null
  return batch.undoes === null ? batch.command : commandTakenBack(db, batch.undoes)
}

/** How many records besides this one the same act wrote. */
async function otherRecords(db: ReadDb, batchId: string, id: string): Promise<number> {
  const { count } = await db
    .selectFrom('changes')
    .select((eb) => eb.fn.count<number>('recordId').distinct().as('count'))
    .where('batchId', '=', batchId)
    .where('entity', 'in', standingEntities)
    .where('recordId', '!=', id)
    .executeTakeFirstOrThrow()
  return Number(count) + (await othersFollowed(db, batchId, id))
}

/** The other people whose support the act changed: a caseload is handed over at once. */
async function othersFollowed(db: ReadDb, batchId: string, id: string): Promise<number> {
  const { count } = await db
    .selectFrom('changes')
    .innerJoin('supports', 'supports.id', 'changes.recordId')
    .select((eb) => eb.fn.count<number>('supports.personId').distinct().as('count'))
    .where('changes.batchId', '=', batchId)
    .where('changes.entity', '=', 'supports')
    .where('supports.personId', '!=', id)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** What the records that the fields name are called, by id. */
async function namesIn(
  { db, engine }: Pick<ReadContext, 'db' | 'engine'>,
  changes: HistoryEntry['changes'],
): Promise<Record<string, string>> {
  const named = new Map<string, EntityName>()
  for (const { entity, fields } of changes) {
    for (const { from, column, to } of engine.references) {
      if (from !== entity) continue
      const field = fields.find((one) => one.field === column)
      for (const value of [field?.before, field?.after])
        if (typeof value === 'string') named.set(value, to as EntityName)
    }
  }
  const labels = await Promise.all([...named].map(async ([id, entity]) => [id, await labelOf(db, entity, id)] as const))
  return Object.fromEntries(labels.filter(([, label]) => label !== ''))
}

/** In force until a batch that is itself in force undoes it. */
async function isUndone(db: ReadDb, batchId: string): Promise<boolean> {
  const undoing = await db
    .selectFrom('changes')
    .select('batchId')
    .where('undoes', '=', batchId)
    .groupBy('batchId')
    .execute()
  for (const batch of undoing) {
    if (!(await isUndone(db, batch.batchId))) return true
  }
  return false
}
