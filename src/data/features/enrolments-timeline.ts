import type { TimelineEvent } from '../../shared/features/people.ts'
import type { ReadDb } from '../context.ts'

/** How someone went through their programmes, the latest first. */
export async function enrolmentEvents(db: ReadDb, personId: string, limit: number): Promise<TimelineEvent[]> {
  const rows = await db
    .selectFrom('enrolmentMoves')
    .innerJoin('enrolments', 'enrolments.id', 'enrolmentMoves.enrolmentId')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .innerJoin('programmes', 'programmes.id', 'cohorts.programmeId')
    .leftJoin('members', 'members.id', 'enrolmentMoves.memberId')
    .select([
      'enrolmentMoves.id',
      'enrolmentMoves.at',
      'enrolments.referralId',
      'enrolments.cohortId',
      'members.name as by',
      'cohorts.name as cohortName',
      'programmes.name as programmeName',
      'fromStage',
      'toStage',
      'movedOn',
      'enrolmentMoves.reasons',
      'enrolmentMoves.note',
    ])
    .where('enrolments.personId', '=', personId)
    .where('enrolments.deletedAt', 'is', null)
    .where('enrolmentMoves.deletedAt', 'is', null)
    .orderBy('movedOn', 'desc')
    .orderBy('enrolmentMoves.at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, at, referralId, by, fromStage, toStage, movedOn, reasons, ...data }) => ({
    id,
    at: `${movedOn}${at.slice(10)}`, // the day it happened; of several that day, the order they were noted in
    kind: 'enrolmentMove',
    referralId,
    by,
    data: { ...data, from: fromStage, to: toStage, on: movedOn, reasons: JSON.parse(reasons) as unknown },
  }))
}
