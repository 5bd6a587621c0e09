import type { IsoDay } from '../../../shared/rules/days.ts'
import type { ReferralMover } from '../../../shared/rules/referral-transitions.ts'
import type { ReadDb } from '../../context.ts'

/** What the association is told of a referral it was handed: it is over, since when, and who asked. Never why. */
export interface Withdrawal {
  readonly on: IsoDay
  readonly by: Extract<ReferralMover, 'person' | 'officer'>
}

/** The moments at which a file for the association was written. Which referrals were in it is not kept. */
export async function readHandOvers(db: ReadDb): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('exports')
    .select('createdAt')
    .where('what', '=', 'forAssociation')
    .where('deletedAt', 'is', null)
    .execute()
  return rows.map(({ createdAt }) => createdAt)
}

/**
 * Those of these withdrawn referrals that the association may hold: a file was written for it between the sending and
 * the withdrawal. A withdrawal that came from the association is known to it.
 */
export async function withdrawalsToTell(
  db: ReadDb,
  ids: readonly string[],
  handOvers: readonly string[],
): Promise<ReadonlyMap<string, Withdrawal>> {
  if (ids.length === 0 || handOvers.length === 0) return new Map()
  const moves = await db
    .selectFrom('referralMoves')
    .select(['referralId', 'toState', 'movedOn', 'mover', 'byName', 'at'])
    .where('referralId', 'in', ids)
    .where('toState', 'in', ['sent', 'withdrawn'])
    .where('deletedAt', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return new Map(
    ids.flatMap((id) => {
      const own = moves.filter(({ referralId }) => referralId === id)
      const sent = own.find(({ toState }) => toState === 'sent')
      const withdrawn = own.findLast(({ toState }) => toState === 'withdrawn')
      if (!sent || !withdrawn || withdrawn.byName !== null) return []
      if (!handOvers.some((at) => sent.at <= at && at <= withdrawn.at)) return []
      return [[id, { on: withdrawn.movedOn, by: withdrawn.mover === 'person' ? 'person' : 'officer' }] as const]
    }),
  )
}
