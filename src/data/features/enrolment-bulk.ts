import { AppError } from '../../shared/errors.ts'
import type { Moved } from '../../shared/features/enrolments.ts'
import type { IsoDay } from '../../shared/rules/days.ts'
import type { WriteContext } from '../context.ts'
import { type AskedStage, moveEnrolment } from './enrolment-moves.ts'
import { illegalStage, liveCohort, liveEnrolment } from './enrolment-row.ts'
import { waitingIn } from './enrolment-waiting-list.ts'

interface AskedForAll extends Omit<AskedStage, 'rank'> {
  readonly cohortId: string
  readonly ids: readonly string[]
  readonly expected: number
}

/**
 * The same decision for several people of a cohort, in the order given, which is theirs on a waiting list. All or
 * none: one who cannot make the move, or who is gone, leaves everyone where they were.
 */
export async function moveAll(tx: WriteContext, { cohortId, ids, expected, ...asked }: AskedForAll): Promise<Moved> {
  await liveCohort(tx.db, cohortId)
  const rows = await recordsOf(tx, cohortId, ids)
  if (rows.length !== expected) throw new AppError('selectionChanged', { expected, found: rows.length })
  const records = []
  for (const { id, firstName, lastName } of rows) {
    const row = await liveEnrolment(tx.db, id) // its rank may have moved with those before it
    await moveEnrolment(tx, row, { ...asked, rank: null })
    records.push({ id, firstName, lastName, from: row.stage, to: asked.to })
  }
  return { moved: records.length, records }
}

/** The first of the waiting list is given a place; answers whose it is. */
export async function offerNextPlace(tx: WriteContext, cohortId: string, on: IsoDay): Promise<string> {
  await liveCohort(tx.db, cohortId)
  const [next] = await waitingIn(tx.db, cohortId)
  if (!next) throw illegalStage('waitlisted', 'selected')
  const row = await liveEnrolment(tx.db, next.id)
  await moveEnrolment(tx, row, { to: 'selected', on, reasons: [], outcomeClass: null, note: null, rank: null })
  return row.id
}

async function recordsOf(tx: WriteContext, cohortId: string, ids: readonly string[]) {
  const found = await tx.db
    .selectFrom('enrolments')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .select(['enrolments.id', 'firstName', 'lastName'])
    .where('enrolments.id', 'in', ids)
    .where('cohortId', '=', cohortId)
    .where('enrolments.deletedAt', 'is', null)
    .execute()
  const byId = new Map(found.map((row) => [row.id, row]))
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
}
