import { AppError } from '../../shared/errors.ts'
import type { EntityName, KeptItem, UndoResult } from '../../shared/features/history.ts'
import type { ReadDb, WriteContext } from '../context.ts'
import { labelOf } from '../labels.ts'
import { letOthersGo } from '../letting-go.ts'
import { isConstraintFailure } from '../sqlite/failures.ts'
import type { Row } from '../writer.ts'
import { refusingSettled } from './settled-undo.ts'

interface LoggedChange {
  readonly entity: EntityName
  readonly recordId: string
  readonly op: string
  readonly version: number
  readonly before: Row | null
  readonly after: Row | null
}

const changesBetweenPauses = 100 // an import of thousands of rows is undone in one batch

/**
 * Applies the inverse of a batch, newest change first, as part of the batch being written: an undo can
 * therefore be undone. A field edited since, a row with later changes or children, is kept and listed; hours that were validated
 * since refuse the whole.
 */
export async function applyInverse(tx: WriteContext, batchId: string): Promise<UndoResult> {
  const rows = await tx.db
    .selectFrom('changes')
    .select(['entity', 'recordId', 'op', 'version', 'before', 'after', 'command'])
    .where('batchId', '=', batchId)
    .orderBy('seq', 'desc')
    .execute()
  const [first] = rows
  if (!first) throw new AppError('nothingToUndo')
  const changes = rows.map((row): LoggedChange => ({
    ...row,
    entity: row.entity as EntityName,
    before: parse(row.before),
    after: parse(row.after),
  }))
  const { undone, kept } = await refusingSettled(tx, changes, () => invertEach(tx, changes))
  // an undo that could change nothing is still one: without a trace, the next would try the same again
  if (tx.write.touched.length === 0) await tx.write.note(first.entity as EntityName, first.recordId)
  return { batchId, command: first.command, undone, kept }
}

async function invertEach(tx: WriteContext, changes: readonly LoggedChange[]) {
  const kept: KeptItem[] = []
  let undone = 0
  for (const [index, change] of changes.entries()) {
    if (index % changesBetweenPauses === changesBetweenPauses - 1) await letOthersGo()
    const problem = await invertOrKeep(tx, change)
    if (problem.length === 0) undone += 1
    else kept.push(...problem)
  }
  return { undone, kept }
}

async function invertOrKeep(tx: WriteContext, change: LoggedChange): Promise<readonly KeptItem[]> {
  try {
    return await invert(tx, change)
  } catch (error) {
    if (!isConstraintFailure(error)) throw error
    const label = await labelOf(tx.db, change.entity, change.recordId)
    return [{ entity: change.entity, recordId: change.recordId, label, field: null, reason: 'conflictsWithAnother' }]
  }
}

async function invert(tx: WriteContext, change: LoggedChange): Promise<readonly KeptItem[]> {
  const { entity, recordId } = change
  const current = await readRow(tx, entity, recordId)
  const keep = (reason: KeptItem['reason'], field: string | null = null): Promise<KeptItem> =>
    labelOf(tx.db, entity, recordId).then((label) => ({ entity, recordId, label, field, reason }))

  if (change.after === null) {
    // it was taken out for good: put it back as it was
    if (current) return [await keep('conflictsWithAnother')]
    await tx.write.putBack(entity, { ...change.before, version: change.version - 1, deletedAt: null })
    return []
  }
  if (!current) return [await keep('missing')]
  if (entity === 'imports' && change.op === 'create') {
    await tx.write.update('imports', recordId, { undoneAt: tx.now().toISOString() }) // the run is remembered, as undone
    return []
  }
  if (change.op === 'create') {
    if (await hasChildren(tx, entity, recordId)) return [await keep('hasChildren')]
    const edited = Object.entries(change.after).some(([field, value]) => !sameValue(current[field], value))
    if (edited || (await filledSince(tx, change, current)) || current['deletedAt'] !== null)
      return [await keep('changedSince')]
    await tx.write.removeForGood(entity, recordId)
    return []
  }
  if (change.version > 0 && Object.keys(change.after).length === 0) {
    await tx.write.touch(entity, recordId) // a part of it was put back: whoever read it before must see that it moved
    return []
  }
  const back: Record<string, unknown> = {}
  const kept: KeptItem[] = []
  for (const [field, value] of Object.entries(change.after)) {
    if (sameValue(current[field], value)) back[field] = change.before?.[field] ?? null
    else kept.push(await keep('changedSince', field))
  }
  if (Object.keys(back).length > 0) {
    const { deletedAt, ...fields } = back
    if (deletedAt === null) await tx.write.restore(entity, recordId)
    else if (deletedAt !== undefined) await tx.write.trash(entity, recordId)
    if (Object.keys(fields).length > 0) await tx.write.update(entity, recordId, fields)
  }
  return kept
}

/** Whether a field that was empty at its creation holds something now. */
async function filledSince(
  tx: WriteContext,
  { entity, recordId, version }: LoggedChange,
  current: Row,
): Promise<boolean> {
  if (current['version'] === version) return false
  const later = await tx.db
    .selectFrom('changes')
    .select(['before', 'after'])
    .where('entity', '=', entity)
    .where('recordId', '=', recordId)
    .where('version', '>', version)
    .orderBy('seq')
    .execute()
  const first: Record<string, unknown> = {}
  for (const { before, after } of later) {
    if (before === null) continue // put back as it was: nothing was filled in
    const then = parse(before) ?? {}
    for (const field of Object.keys(parse(after) ?? {})) if (!(field in first)) first[field] = then[field]
  }
  return Object.entries(first).some(([field, value]) => field !== 'deletedAt' && !sameValue(current[field], value))
}

async function hasChildren(tx: WriteContext, entity: EntityName, id: string): Promise<boolean> {
  for (const { from, column, to } of tx.engine.references) {
    if (to !== entity) continue
    const child = await tx.db
      .selectFrom(from as 'people')
      .select('id')
      .where(column as 'id', '=', id)
      .limit(1)
      .executeTakeFirst()
    if (child) return true
  }
  return false
}

async function readRow(tx: WriteContext, entity: EntityName, id: string): Promise<Row | null> {
  // every entity has an id: which one it is does not matter here
  const row = await tx.db
    .selectFrom(entity as 'people')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as Row | undefined) ?? null
}

function parse(text: string | null): Row | null {
  return text === null ? null : (JSON.parse(text) as Row)
}

function sameValue(a: unknown, b: unknown): boolean {
  return (a ?? null) === (b ?? null)
}

export interface FoundBatch {
  readonly id: string
  readonly command: string
}

const farthestBack = 1000 // batches looked at before giving up
const readAtOnce = 100 // changes

/**
 * Batches that nothing takes back: a space cannot be un-made, a file that left cannot come home. Nor is what was made
 * by itself when the day changed the last thing that someone did.
 */
const notUndoable =
  /^(space\.|exports\.|documents\.saveCopy$|letters\.(record|saveDrafts)$|reminders\.run$|calendar\.exportFile$)/

/**
 * What undo or redo would act on for this member, newest first. A batch is in force unless a later one in
 * force undoes it. Undo takes their last command in force; redo their last undo in force, until they do something new.
 */
export async function nextBatch(
  db: ReadDb,
  actorId: string | null,
  wanted: 'undo' | 'redo',
): Promise<FoundBatch | null> {
  const cancelled = new Set<string>()
  let looked = 0
  for await (const batch of batchesNewestFirst(db)) {
    if (looked === farthestBack) return null
    looked += 1
    const inForce = !cancelled.has(batch.batchId)
    const mine = batch.actorId === actorId
    const found = { id: batch.batchId, command: batch.command }
    if (batch.undoes !== null) {
      if (!inForce) continue
      cancelled.add(batch.undoes)
      if (mine && wanted === 'redo' && !(await undoesAnUndo(db, batch.undoes))) return found
    } else if (mine && isUndoable(batch.command)) {
      if (wanted === 'redo') {
        if (inForce) return null
      } else if (inForce) return found
    }
  }
  return null
}

export function isUndoable(command: string): boolean {
  return !notUndoable.test(command)
}

/** Read many changes at a time, since most batches hold few; of one that holds many, the rest is leapt over. */
async function* batchesNewestFirst(db: ReadDb) {
  let before = Number.MAX_SAFE_INTEGER
  for (;;) {
    const changes = await db
      .selectFrom('changes')
      .select(['seq', 'batchId', 'command', 'undoes', 'actorId'])
      .where('seq', '<', before)
      .orderBy('seq', 'desc')
      .limit(readAtOnce)
      .execute()
    for (const [index, change] of changes.entries()) {
      if (change.batchId !== changes[index - 1]?.batchId) yield change
    }
    const last = changes.at(-1)
    if (!last || changes.length < readAtOnce) return
    const first = await db
      .selectFrom('changes')
      .select((eb) => eb.fn.min('seq').as('seq'))
      .where('batchId', '=', last.batchId)
      .executeTakeFirstOrThrow()
    before = first.seq
  }
}

async function undoesAnUndo(db: ReadDb, batchId: string): Promise<boolean> {
  const row = await db.selectFrom('changes').select('undoes').where('batchId', '=', batchId).limit(1).executeTakeFirst()
  return row !== undefined && row.undoes !== null
}
