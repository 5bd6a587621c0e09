import type { TimelineEvent } from '../../shared/features/people.ts'
import type { ReadDb } from '../context.ts'
import { readAttendanceLines } from './attendance-of-person.ts'

/** What the timeline of a person says of their workshops and certificates. */
export async function attendanceEvents(db: ReadDb, personId: string, limit: number): Promise<TimelineEvent[]> {
  const [lines, issued] = await Promise.all([readAttendanceLines(db, personId), certificatesOf(db, personId)])
  const workshops = lines
    .filter(({ cancelled }) => !cancelled)
    .slice(0, limit)
    .map(({ workshopId, heldOn, title, cohortName, minutes, marks }): TimelineEvent => {
      const states = marks.map(({ state }) => state)
      return {
        id: `${workshopId}-${personId}`,
        at: heldOn,
        kind: 'attendance',
        referralId: null,
        by: null,
        data: { workshopId, title, cohortName, minutes, states },
      }
    })
  return [...workshops, ...issued]
}

async function certificatesOf(db: ReadDb, personId: string): Promise<TimelineEvent[]> {
  const rows = await db
    .selectFrom('certificates')
    .innerJoin('enrolments', 'enrolments.id', 'certificates.enrolmentId')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .leftJoin('members', 'members.id', 'certificates.memberId')
    .select([
      'certificates.id',
      'certificates.issuedOn',
      'certificates.number',
      'certificates.minutes',
      'cohorts.name as cohortName',
      'members.name as by',
    ])
    .where('enrolments.personId', '=', personId)
    .where('certificates.deletedAt', 'is', null)
    .where('enrolments.deletedAt', 'is', null)
    .execute()
  return rows.map(({ id, issuedOn, by, ...data }) => ({
    id,
    at: issuedOn,
    kind: 'certificate',
    referralId: null,
    by,
    data,
  }))
}
