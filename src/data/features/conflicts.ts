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
