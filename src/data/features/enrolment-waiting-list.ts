import { type Place, rankTaken, renumbered } from '../../shared/rules/waiting-list.ts'
import type { ReadDb, WriteContext } from '../context.ts'
import type { EnrolmentRecord } from './enrolment-row.ts'

/** Makes room on the waiting list of a cohort, at its last place when no rank is said; answers the rank taken. */
export async function takeWaitingPlace(
  tx: WriteContext,
  { id, cohortId }: Pick<EnrolmentRecord, 'id' | 'cohortId'>,
  wanted: number | null,
): Promise<number> {
  const others = await waitingIn(tx.db, cohortId, id)
  const rank = rankTaken(others, wanted)
  await renumber(tx, others, rank)
  return rank
}

/** Closes the rank that someone leaves: those behind move up. */
export async function leaveWaitingPlace(
  tx: WriteContext,
  { id, cohortId }: Pick<EnrolmentRecord, 'id' | 'cohortId'>,
): Promise<void> {
  await renumber(tx, await waitingIn(tx.db, cohortId, id), null)
}

/** Who waits in a cohort, by rank. */
export function waitingIn(db: ReadDb, cohortId: string, except = ''): Promise<readonly Place[]> {
  return db
    .selectFrom('enrolments')
    .select(['id', 'rank'])
    .where('cohortId', '=', cohortId)
    .where('stage', '=', 'waitlisted')
    .where('deletedAt', 'is', null)
    .where('id', '!=', except)
    .orderBy('rank')
    .orderBy('id')
    .execute()
}

async function renumber(tx: WriteContext, line: readonly Place[], free: number | null): Promise<void> {
  for (const { id, rank } of renumbered(line, free)) await tx.write.update('enrolments', id, { rank })
}
