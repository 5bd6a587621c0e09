import type { Selectable } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import type { ReferralState } from '../../shared/rules/referral-transitions.ts'
import type { ReadDb, WriteContext } from '../context.ts'
import type { Schema } from '../schema.ts'

export interface ReferralRecord extends Selectable<Schema['referrals']> {
  readonly state: ReferralState
}

/** A referral that may be worked on: one in the trash must be restored first. */
export async function liveReferral(db: ReadDb, id: string): Promise<ReferralRecord> {
  const row = await db
    .selectFrom('referrals')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'referrals', id })
  return row as ReferralRecord
}

/** The member at the keyboard, who signs. */
export function signature(tx: WriteContext): string {
  if (!tx.member) throw new AppError('noMember')
  return tx.member.id
}

export function illegal(from: ReferralState | null, to: ReferralState): AppError {
  return new AppError('illegalMove', { from, to })
}
