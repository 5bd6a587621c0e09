import type { TimelineEvent } from '../../shared/features/people.ts'
import type { ReadDb } from '../context.ts'
import { askedOften } from '../asked-often.ts'
import { nameOf } from './member-names.ts'
import type { AskedTimeline, LastOfPerson } from './timeline-asked.ts'

const movesOfPerson = askedOften((db: ReadDb, asked: LastOfPerson) =>
  db
    .selectFrom('enrolmentMoves')
    .innerJoin('enrolments', 'enrolments.id', 'enrolmentMoves.enrolmentId')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .innerJoin('programmes', 'programmes.id', 'cohorts.programmeId')
    .select([
      'enrolmentMoves.id',
      'enrolmentMoves.at',
      'enrolments.referralId',
      'enrolments.cohortId',
      'enrolmentMoves.memberId',
      'cohorts.name as cohortName',
      'programmes.name as programmeName',
      'fromStage',
      'toStage',
      'movedOn',
      'enrolmentMoves.reasons',
      'enrolmentMoves.note',
    ])
    .where('enrolments.personId', '=', asked.personId)
    .where('enrolments.deletedAt', 'is', null)
    .where('enrolmentMoves.deletedAt', 'is', null)
    .orderBy('movedOn', 'desc')
    .orderBy('enrolmentMoves.at', 'desc')
    .limit(asked.limit),
)

/** How someone went through their programmes, the latest first. */
export async function enrolmentEvents({ db, personId, limit, names }: AskedTimeline): Promise<TimelineEvent[]> {
  const rows = await movesOfPerson(db, { personId, limit })
  return rows.map(({ id, at, referralId, memberId, fromStage, toStage, movedOn, reasons, ...data }) => ({
    id,
    at: `${movedOn}${at.slice(10)}`, // the day it happened; of several that day, the order they were noted in
    kind: 'enrolmentMove',
    referralId,
    by: nameOf(names, memberId),
    data: { ...data, from: fromStage, to: toStage, on: movedOn, reasons: JSON.parse(reasons) as unknown },
  }))
}
