import { AppError } from '../../shared/errors.ts'
import type { IsoDay } from '../../shared/rules/days.ts'
import type { ReadDb, WriteContext } from '../context.ts'

/** Nothing is noted about someone who is in the trash, or of whom nothing is known. */
export async function refuseMissingPerson(db: ReadDb, id: string): Promise<void> {
  const person = await db
    .selectFrom('people')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!person) throw new AppError('notFound', { entity: 'people', id })
}

/** Who takes charge must still be there: a member who left keeps what they did, and gets nothing new. */
export async function refuseInactiveCoach(db: ReadDb, id: string, field: string): Promise<void> {
  const member = await db
    .selectFrom('members')
    .select('active')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (member?.active !== 1) throw new AppError('invalid', { field })
}

/** What has happened has its day behind it. */
export function refuseFuture(tx: Pick<WriteContext, 'today'>, field: string, day: IsoDay | null | undefined): void {
  if (day && day > tx.today()) throw new AppError('invalid', { field, reason: 'future' })
}

export function refuseBackwards(field: string, from: IsoDay, to: IsoDay | null): void {
  if (to !== null && to < from) throw new AppError('invalid', { field, reason: 'beforeStart' })
}
