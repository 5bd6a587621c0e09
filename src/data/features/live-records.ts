import { AppError } from '../../shared/errors.ts'
import type { EntityName } from '../../shared/features/history.ts'
import type { ReadDb } from '../context.ts'

/** Refuses what does not exist, or lies in the trash: nothing new may point to it. */
export async function refuseGone(db: ReadDb, entity: EntityName, id: string): Promise<void> {
  // which table it is does not matter: every entity has these two columns
  const row = await db
    .selectFrom(entity as 'people')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity, id })
}

/** A period does not end before it begins. */
export function refuseBackwards(startsOn: string | null, endsOn: string | null, field: string = 'endsOn'): void {
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    throw new AppError('invalid', { field, reason: 'beforeStart' })
}
