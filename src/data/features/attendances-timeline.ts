import type { TimelineEvent } from '../../shared/features/people.ts'
import { readAttendanceLines } from './attendance-of-person.ts'
import { nameOf } from './member-names.ts'
import type { AskedTimeline } from './timeline-asked.ts'

/** What the timeline of a person says of their workshops and certificates. */
export async function attendanceEvents(asked: AskedTimeline): Promise<TimelineEvent[]> {
  const { db, personId, limit } = asked
  const [lines, issued] = await Promise.all([readAttendanceLines(db, personId), certificatesOf(asked)])
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

async function certificatesOf({ db, personId, names }: AskedTimeline): Promise<TimelineEvent[]> {
  const rows = await db
    .selectFrom('certificates')
    .innerJoin('enrolments', 'enrolments.id', 'certificates.enrolmentId')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .select([
      'certificates.id',
      'certificates.issuedOn',
      'certificates.number',
      'certificates.minutes',
      'cohorts.name as cohortName',
      'certificates.memberId',
    ])
    .where('enrolments.personId', '=', personId)
    .where('certificates.deletedAt', 'is', null)
    .where('enrolments.deletedAt', 'is', null)
    .execute()
  return rows.map(({ id, issuedOn, memberId, ...data }) => ({
    id,
    at: issuedOn,
    kind: 'certificate',
    referralId: null,
    by: nameOf(names, memberId),
    data,
  }))
}
