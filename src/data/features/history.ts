import { AppError } from '../../shared/errors.ts'
import type { history as contract } from '../../shared/features/history.ts'
import { chainHash, digestOf } from '../change-log.ts'
import type { Handlers, ReadContext } from '../context.ts'
import { labelOf } from '../labels.ts'
import { entriesOf } from './history-entries.ts'
import { applyInverse, nextBatch } from './undo.ts'

export const history: Handlers<typeof contract> = {
  async ofRecord(context, { entity, id, limit }) {
    return entriesOf(context, entity, id, limit)
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
    for (const entity of ['people', 'organisations', 'residences', 'referrals', 'tasks'] as const) {
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
