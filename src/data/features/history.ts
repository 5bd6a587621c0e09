import { AppError } from '../../shared/errors.ts'
import type { EntityName, HistoryEntry, history as contract } from '../../shared/features/history.ts'
import { chainHash, digestOf } from '../change-log.ts'
import type { Handlers, ReadContext, ReadDb } from '../context.ts'
import { labelOf } from '../labels.ts'
import { applyInverse, isUndoable, nextBatch } from './undo.ts'

export const history: Handlers<typeof contract> = {
  async ofRecord(context, { entity, id, limit }) {
    const changes = await changesOf(context.db, await recordsOf(context.db, entity, id))
    const batches = groupByBatch(changes)
    const newest = batches.sort((a, b) => (b.at(-1)?.seq ?? 0) - (a.at(-1)?.seq ?? 0)).slice(0, limit)
    const entries = await Promise.all(newest.map((batch) => toEntry(context.db, batch)))
    return entries.filter((entry) => entry.changes.length > 0)
  },
  async next({ db, member }) {
    const undo = await nextBatch(db, member?.id ?? null, 'undo')
    const redo = await nextBatch(db, member?.id ?? null, 'redo')
    return { undo: undo?.command ?? null, redo: redo?.command ?? null }
  },
  async undoLast(tx) {
    return applyInverse(tx, await targetOf(tx, 'undo'))
  },
  async redoLast(tx) {
    const undoing = await targetOf(tx, 'redo')
    const { command } = await tx.db
      .selectFrom('changes as undoing')
      .innerJoin('changes as undone', 'undone.batchId', 'undoing.undoes')
      .select('undone.command')
      .where('undoing.batchId', '=', undoing)
      .limit(1)
      .executeTakeFirstOrThrow()
    return { ...(await applyInverse(tx, undoing)), command } // what is done again, not the undo that is taken back
  },
  async undoBatch(tx, { batchId }) {
    return applyInverse(tx, batchId)
  },
  async trash({ db }, { limit }) {
    const found = []
    for (const entity of ['people', 'organisations', 'residences', 'referrals'] as const) {
      const rows = await db
        .selectFrom(entity)
        .select(['id', 'deletedAt'])
        .where('deletedAt', 'is not', null)
        .orderBy('deletedAt', 'desc')
        .limit(limit)
        .execute()
      for (const row of rows) {
        const by = await db
          .selectFrom('changes')
          .leftJoin('members', 'members.id', 'changes.actorId')
          .select('members.name')
          .where('entity', '=', entity)
          .where('recordId', '=', row.id)
          .where('op', '=', 'delete')
          .orderBy('seq', 'desc')
          .limit(1)
          .executeTakeFirst()
        found.push({
          entity,
          id: row.id,
          label: await labelOf(db, entity, row.id),
          deletedAt: row.deletedAt ?? '',
          by: by?.name ?? null,
        })
      }
    }
    return found.sort((a, b) => (a.deletedAt < b.deletedAt ? 1 : -1)).slice(0, limit)
  },
  async verify({ db }) {
    const last = new Map<string, string>()
    let seq = 0
    let count = 0
    for (;;) {
      const rows = await db
        .selectFrom('changes')
        .selectAll()
        .where('seq', '>', seq)
        .orderBy('seq')
        .limit(2000)
        .execute()
      if (rows.length === 0) return { changes: count, brokenAt: null }
      for (const row of rows) {
        const digestHolds = row.salt === null || digestOf(row.salt, row.before, row.after) === row.digest
        const hash = chainHash(last.get(row.deviceId) ?? '', row)
        if (!digestHolds || hash !== row.hash) return { changes: count, brokenAt: row.seq }
        last.set(row.deviceId, row.hash)
        seq = row.seq
        count += 1
      }
    }
  },
}

/** The batch to act on, as the server must know it before the transaction begins: its undo batch names it. */
export async function targetOf(tx: Pick<ReadContext, 'db' | 'member'>, wanted: 'undo' | 'redo'): Promise<string> {
  const batch = await nextBatch(tx.db, tx.member?.id ?? null, wanted)
  if (!batch) throw new AppError('nothingToUndo')
  return batch.id
}

/** Rows that belong to a record and whose changes are part of its history. */
const parts: Partial<Record<EntityName, readonly { readonly entity: EntityName; readonly column: string }[]>> = {
  people: [
    { entity: 'participantProfiles', column: 'personId' },
    { entity: 'contactPoints', column: 'personId' },
    { entity: 'taggings', column: 'personId' },
    { entity: 'consents', column: 'personId' },
    { entity: 'affiliations', column: 'personId' },
  ],
  organisations: [
    { entity: 'contactPoints', column: 'organisationId' },
    { entity: 'affiliations', column: 'organisationId' },
  ],
  referrals: [
    { entity: 'referralMoves', column: 'referralId' },
    { entity: 'contactAttempts', column: 'referralId' },
    { entity: 'referralFeedbacks', column: 'referralId' },
    { entity: 'consents', column: 'referralId' },
  ],
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

async function toEntry(db: ReadDb, batch: readonly LoggedChange[]): Promise<HistoryEntry> {
  const [first] = batch
  if (!first) throw new Error('a group of changes holds at least one')
  const undone = await isUndone(db, first.batchId)
  return {
    batchId: first.batchId,
    command: first.command,
    origin: first.origin as HistoryEntry['origin'],
    at: first.at.slice(0, 24),
    by: first.by,
    undone,
    undoable: !undone && isUndoable(first.command),
    changes: batch.map(toChange).filter((change) => change.fields.length > 0),
  }
}

function toChange(row: {
  entity: string
  recordId: string
  op: string
  before: string | null
  after: string | null
}): HistoryEntry['changes'][number] {
  const before = row.before === null ? {} : (JSON.parse(row.before) as Record<string, unknown>)
  const after = row.after === null ? {} : (JSON.parse(row.after) as Record<string, unknown>)
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((field) => !hidden.has(field))
  return {
    entity: row.entity as EntityName,
    recordId: row.recordId,
    operation: row.op as HistoryEntry['changes'][number]['operation'],
    fields: fields.map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null })),
  }
}

const hidden = new Set(['id', 'createdAt', 'sortKey', 'cityKey', 'foldedName'])

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
