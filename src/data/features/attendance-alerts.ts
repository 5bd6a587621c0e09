import type { AbsenceAlert } from '../../shared/features/attendances.ts'
import {
  type WorkshopMark,
  absencesInRow,
  attendingStages,
  isThere,
  usualAbsencesAlert,
} from '../../shared/rules/attendance.ts'
import type { ReadContext, ReadDb } from '../context.ts'
import { phonesOf } from './attendance-of-cohort.ts'
import { groupBy, marksOf } from './attendance-reading.ts'

/**
 * People still in a programme who were absent, unexcused, as many times in a row as their cohort watches for; the
 * longest row first.
 */
export async function readAlerts({ db, today }: ReadContext, cohortId: string | null): Promise<AbsenceAlert[]> {
  const enrolled = await attending(db, cohortId)
  const workshops = groupBy(
    await heldWorkshops(db, [...new Set(enrolled.map((row) => row.cohortId))], today()),
    (workshop) => workshop.cohortId,
  )
  const marks = groupBy(
    await marksOf(
      db,
      [...workshops.values()].flat().map(({ id }) => id),
    ),
    ({ personId, workshopId }) => `${personId} ${workshopId}`,
  )
  const found = enrolled.flatMap(({ absencesAlert, ...person }) => {
    const called = (workshops.get(person.cohortId) ?? []).map(({ id, heldOn, cancelledOn }): WorkshopMark => ({
      heldOn,
      cancelled: cancelledOn !== null,
      states: (marks.get(`${person.personId} ${id}`) ?? []).map(({ state }) => state),
    }))
    const { count, since } = absencesInRow(called)
    if (since === null || count < (absencesAlert ?? usualAbsencesAlert)) return []
    const lastSeenOn = called.findLast(({ states, cancelled }) => !cancelled && states.some(isThere))?.heldOn ?? null
    return [{ ...person, absences: count, since, lastSeenOn }]
  })
  const phone = await phonesOf(
    db,
    found.map(({ personId }) => personId),
  )
  return found.map((row) => ({ ...row, phone: phone(row.personId) })).sort((a, b) => b.absences - a.absences)
}

function attending(db: ReadDb, cohortId: string | null) {
  return db
    .selectFrom('enrolments')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .select([
      'enrolments.id as enrolmentId',
      'enrolments.cohortId',
      'cohorts.name as cohortName',
      'cohorts.absencesAlert',
      'people.id as personId',
      'people.firstName',
      'people.lastName',
    ])
    .where('enrolments.stage', 'in', attendingStages)
    .where('enrolments.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .where('cohorts.deletedAt', 'is', null)
    .$if(cohortId !== null, (query) => query.where('enrolments.cohortId', '=', cohortId ?? ''))
    .orderBy('people.sortKey')
    .execute()
}

async function heldWorkshops(db: ReadDb, cohortIds: readonly string[], today: string) {
  if (cohortIds.length === 0) return []
  return db
    .selectFrom('workshops')
    .select(['id', 'cohortId', 'heldOn', 'cancelledOn'])
    .where('cohortId', 'in', [...cohortIds])
    .where('heldOn', '<=', today)
    .where('deletedAt', 'is', null)
    .orderBy('heldOn')
    .orderBy('startTime')
    .execute()
}
