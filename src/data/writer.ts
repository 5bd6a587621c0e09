import type { Insertable, Updateable } from 'kysely'
import type { FieldConflict } from '../shared/endpoint.ts'
import { AppError } from '../shared/errors.ts'
import type { EntityName } from '../shared/features/history.ts'
import { type ChainState, appendChange } from './change-log.ts'
import type { Db } from './database.ts'
import type { Schema } from './schema.ts'
import { deleteRow, insertRow, rowWith, updateRow } from './written-once.ts'

type Bookkeeping = 'id' | 'version' | 'createdAt' | 'updatedAt' | 'deletedAt'
export type NewRow<E extends EntityName> = Omit<Insertable<Schema[E]>, Bookkeeping> & { readonly id?: string }
export type Patch<E extends EntityName> = Omit<Updateable<Schema[E]>, Bookkeeping>
export type Row = Readonly<Record<string, unknown>>

/** One batch of the history: a command, a run of an import, an undo. */
export interface Batch {
  readonly id: string
  readonly command: string
  readonly origin: 'screen' | 'import' | 'package' | 'undo'
  readonly undoes: string | null
  readonly actorId: string | null
  readonly deviceId: string
}

/** Raised when fields were changed since the version an update was made from; the server shows it, nothing is written. */
export class ConflictFound extends Error {
  readonly conflicts: readonly FieldConflict[]
  constructor(conflicts: readonly FieldConflict[]) {
    super('fields changed meanwhile')
    this.conflicts = conflicts
  }
}

/** A row that was written, to refresh what is derived from it (search, duplicate keys) before the commit. */
export interface Touched {
  readonly entity: EntityName
  readonly id: string
  readonly row: Row
}

/**
 * The one way to write. Every method appends to `changes` in the same transaction; nothing else in the
 * data process inserts into, updates or deletes from an entity's table.
 */
export interface Writer {
  readonly batch: Batch
  readonly touched: readonly Touched[]
  readonly chain: () => ChainState
  insert<E extends EntityName>(entity: E, row: NewRow<E>): Promise<string>
  /**
   * Changes the fields of `patch` that differ. With `basedOn`, the version the caller had read, a field
   * changed since by someone else raises `ConflictFound`. Answers the fields that really changed.
   */
  update<E extends EntityName>(entity: E, id: string, patch: Patch<E>, basedOn?: number): Promise<readonly string[]>
  /** To the trash. */
  trash(entity: EntityName, id: string): Promise<void>
  restore(entity: EntityName, id: string): Promise<void>
  /** Gives a record a new version and date because one of its parts changed; none of its own fields does. */
  touch(entity: EntityName, id: string): Promise<void>
  /** For undo alone: takes a row out, or puts one back exactly as it was. */
  removeForGood(entity: EntityName, id: string): Promise<void>
  putBack(entity: EntityName, row: Row): Promise<void>
  /** Leaves a trace of a batch that had nothing to change. */
  note(entity: EntityName, id: string): Promise<void>
}

const bookkeeping = new Set(['version', 'updatedAt'])

export function createWriter(options: {
  readonly db: Db
  readonly batch: Batch
  readonly chain: ChainState
  readonly now: () => Date
  readonly newId: () => string
}): Writer {
  const { batch, now, newId } = options
  const touched: Touched[] = []
  let chain = options.chain

  async function read(entity: EntityName, id: string): Promise<Row & { version: number }> {
    const row = await rowWith(options.db, entity, id)
    if (!row) throw new AppError('notFound', { entity, id })
    return row as Row & { version: number }
  }

  async function append(
    entity: EntityName,
    recordId: string,
    op: 'create' | 'update' | 'delete',
    version: number,
    before: Row | null,
    after: Row | null,
  ) {
    const draft = {
      id: newId(),
      batchId: batch.id,
      command: batch.command,
      undoes: batch.undoes,
      entity,
      recordId,
      op,
      version,
      before,
      after,
      actorId: batch.actorId,
      deviceId: batch.deviceId,
      origin: batch.origin,
    }
    chain = await appendChange(options.db, chain, draft, now())
  }

  async function change(entity: EntityName, row: Row & { version: number }, after: Row, op: 'update' | 'delete') {
    const id = String(row['id'])
    const version = row.version + 1
    const before = Object.fromEntries(Object.keys(after).map((field) => [field, row[field] ?? null]))
    await updateRow(options.db, entity, id, { ...after, version, updatedAt: now().toISOString() })
    await append(entity, id, op, version, before, after)
    touched.push({ entity, id, row: { ...row, ...after } })
  }

  return {
    batch,
    touched,
    chain: () => chain,
    async insert(entity, row) {
      const id = row.id ?? newId()
      const at = now().toISOString()
      const full: Row = { ...row, id, version: 1, createdAt: at, updatedAt: at, deletedAt: null }
      await insertRow(options.db, entity, full)
      await append(entity, id, 'create', 1, null, withoutNulls(full))
      touched.push({ entity, id, row: full })
      return id
    },
    async update(entity, id, patch, basedOn) {
      const row = await read(entity, id)
      const after = Object.fromEntries(
        Object.entries(patch).filter(([field, value]) => value !== undefined && !same(row[field], value)),
      )
      if (Object.keys(after).length === 0) return []
      if (basedOn !== undefined && basedOn < row.version) {
        const conflicts = await conflictsSince(options.db, entity, id, basedOn, row, after)
        if (conflicts.length > 0) throw new ConflictFound(conflicts)
      }
      await change(entity, row, after, 'update')
      return Object.keys(after)
    },
    async trash(entity, id) {
      const row = await read(entity, id)
      if (row['deletedAt'] === null) await change(entity, row, { deletedAt: now().toISOString() }, 'delete')
    },
    async restore(entity, id) {
      const row = await read(entity, id)
      if (row['deletedAt'] !== null) await change(entity, row, { deletedAt: null }, 'update')
    },
    async touch(entity, id) {
      await change(entity, await read(entity, id), {}, 'update')
    },
    async removeForGood(entity, id) {
      const row = await read(entity, id)
      await deleteRow(options.db, entity, id)
      await append(entity, id, 'delete', row.version + 1, withoutNulls(row), null)
      touched.push({ entity, id, row: { ...row, deletedAt: now().toISOString() } })
    },
    async putBack(entity, row) {
      const version = Number(row['version'] ?? 0) + 2 // after the version its removal was given
      const full: Row = { ...row, version, updatedAt: now().toISOString() }
      await insertRow(options.db, entity, full)
      await append(entity, String(row['id']), 'create', version, null, withoutNulls(full))
      touched.push({ entity, id: String(row['id']), row: full })
    },
    async note(entity, id) {
      await append(entity, id, 'update', 0, {}, {})
    },
  }
}

async function conflictsSince(
  db: Db,
  entity: EntityName,
  id: string,
  basedOn: number,
  row: Row,
  after: Row,
): Promise<FieldConflict[]> {
  const since = await db
    .selectFrom('changes')
    .leftJoin('members', 'members.id', 'changes.actorId')
    .select(['changes.after', 'changes.at', 'members.name as by'])
    .where('entity', '=', entity)
    .where('recordId', '=', id)
    .where('changes.version', '>', basedOn)
    .orderBy('seq')
    .execute()
  const found = new Map<string, FieldConflict>()
  for (const { after: changed, at, by } of since) {
    for (const field of Object.keys(JSON.parse(changed ?? '{}'))) {
      if (field in after) found.set(field, { field, yours: after[field], theirs: row[field], by, at: at.slice(0, 24) })
    }
  }
  return [...found.values()]
}

function same(a: unknown, b: unknown): boolean {
  return (a ?? null) === (b ?? null)
}

/** What a created or removed row held, without the columns that every row has or that are empty. */
function withoutNulls(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([field, value]) => value !== null && !bookkeeping.has(field)))
}
