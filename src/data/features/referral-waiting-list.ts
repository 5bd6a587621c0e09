import { type Place, rankTaken, renumbered } from '../../shared/rules/waiting-list.ts'
import type { WriteContext } from '../context.ts'

/**
 * Makes room for a referral at a rank of the waiting list, its last place when none is said; answers the rank it
 * takes. The list is the association's: a landlord sees only its own residents in it, so ranks there would lie.
 */
export async function takePlace(tx: WriteContext, id: string, wanted: number | null): Promise<number | null> {
  if (tx.space.kind !== 'association') return null
  const others = await waiting(tx, id)
  const rank = rankTaken(others, wanted)
  await renumber(tx, others, rank)
  return rank
}

/** Closes the rank that a referral leaves: those behind it move up. */
export async function leavePlace(tx: WriteContext, id: string): Promise<void> {
  if (tx.space.kind === 'association') await renumber(tx, await waiting(tx, id), null)
}

function waiting(tx: WriteContext, except: string): Promise<readonly Place[]> {
  return tx.db
    .selectFrom('referrals')
    .select(['id', 'rank'])
    .where('state', '=', 'waitlisted')
    .where('deletedAt', 'is', null)
    .where('id', '!=', except)
    .orderBy('rank')
    .orderBy('id')
    .execute()
}

/** Ranks from 1 without a hole, but for the one kept free. */
async function renumber(tx: WriteContext, line: readonly Place[], free: number | null): Promise<void> {
  for (const { id, rank } of renumbered(line, free)) await tx.write.update('referrals', id, { rank })
}
