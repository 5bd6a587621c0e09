import type { IsoDay } from '../../shared/rules/days.ts'
import type { ReadDb } from '../context.ts'

/** The first day that a programme was entered from each of these referrals, as the landlord may be told it. */
export async function entryDaysOf(db: ReadDb, referralIds: readonly string[]): Promise<ReadonlyMap<string, IsoDay>> {
  const rows = await db
    .selectFrom('enrolments')
    .select((eb) => ['referralId', eb.fn.min('enrolledOn').as('on')])
    .where('referralId', 'in', referralIds)
    .where('enrolledOn', 'is not', null)
    .where('deletedAt', 'is', null)
    .groupBy('referralId')
    .execute()
  return new Map(rows.flatMap(({ referralId, on }) => (referralId === null || on === null ? [] : [[referralId, on]])))
}
