import type { FieldConflict } from '../../shared/endpoint.ts'
import type { EntityName } from '../../shared/features/history.ts'
import type { WriteContext } from '../context.ts'
import { ConflictFound, type Patch } from '../writer.ts'

/**
 * Changes a row by what was asked and what follows from it. A field changed meanwhile is a conflict when it was
 * asked for; one that only follows from others is computed from the row as it is now. Says whether anything
 * did change.
 */
export async function updateFields<E extends EntityName>(
  tx: WriteContext,
  entity: E,
  id: string,
  patch: Patch<E>,
  asked: ReadonlySet<string>,
  basedOn: number | undefined,
): Promise<boolean> {
  const { changed, conflicts } = await tryUpdate(asked, () => tx.write.update(entity, id, patch, basedOn))
  if (conflicts.length > 0) throw new ConflictFound(conflicts)
  return (changed ?? (await tx.write.update(entity, id, patch))).length > 0
}

/** `changed` is null when nothing was written, because of conflicts: those found are the ones to show. */
export async function tryUpdate(
  asked: ReadonlySet<string>,
  write: () => Promise<readonly string[]>,
): Promise<{ readonly changed: readonly string[] | null; readonly conflicts: readonly FieldConflict[] }> {
  try {
    return { changed: await write(), conflicts: [] }
  } catch (error) {
    if (!(error instanceof ConflictFound)) throw error
    return { changed: null, conflicts: error.conflicts.filter(({ field }) => asked.has(field)) }
  }
}

/** What was asked to leave one state for another, as the screen that asked it had read the record. */
export interface AskedFrom {
  readonly entity: EntityName
  readonly field: string
  readonly basedOn: number
  readonly yours: unknown
}

/** Seen in one state, asked to leave it, and moved meanwhile by someone else: that is shown, not refused. */
export async function refuseMovedSince(
  tx: WriteContext,
  { entity, field, basedOn, yours }: AskedFrom,
  row: { readonly id: string; readonly version: number },
): Promise<void> {
  if (basedOn >= row.version) return
  const since = await tx.db
    .selectFrom('changes')
    .leftJoin('members', 'members.id', 'changes.actorId')
    .select(['changes.after', 'changes.at', 'members.name as by'])
    .where('entity', '=', entity)
    .where('recordId', '=', row.id)
    .where('changes.version', '>', basedOn)
    .orderBy('seq', 'desc')
    .execute()
  const moved = since.find(({ after }) => Object.hasOwn(JSON.parse(after ?? '{}') as object, field))
  if (!moved) return
  const theirs = (row as Readonly<Record<string, unknown>>)[field]
  throw new ConflictFound([{ field, yours, theirs, by: moved.by, at: moved.at.slice(0, 24) }])
}
