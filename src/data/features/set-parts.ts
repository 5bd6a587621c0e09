import { AppError } from '../../shared/errors.ts'
import type { EntityName } from '../../shared/features/history.ts'
import type { WriteContext } from '../context.ts'
import type { NewRow, Patch } from '../writer.ts'

interface Parts<E extends EntityName> {
  readonly entity: E
  /** The parts there are. */
  readonly before: readonly { readonly id: string }[]
  /** Those wanted: an id for one that changes, null for one that comes. */
  readonly wanted: readonly { readonly id: string | null; readonly row: NewRow<E> }[]
  /** Says why one cannot go, before anything is written. */
  readonly refuse?: (id: string) => Promise<void>
}

/**
 * Makes these the parts of a record: those named by their id change, those no longer there go, the others come.
 * Says whether anything did change.
 */
export async function setParts<E extends EntityName>(
  tx: WriteContext,
  { entity, before, wanted, refuse }: Parts<E>,
): Promise<boolean> {
  const known = new Set(before.map(({ id }) => id))
  const kept = new Set(wanted.flatMap(({ id }) => (id === null ? [] : [id])))
  const gone = before.filter(({ id }) => !kept.has(id))
  for (const id of kept) if (!known.has(id)) throw new AppError('notFound', { entity, id })
  for (const { id } of gone) await refuse?.(id)
  const already = tx.write.touched.length
  for (const { id } of gone) await tx.write.trash(entity, id)
  for (const { id, row } of wanted) {
    if (id === null) await tx.write.insert(entity, row)
    else await tx.write.update(entity, id, row as Patch<E>)
  }
  return tx.write.touched.length > already
}
