import type { PersonAttendance, PersonAttendanceLine } from '../../shared/features/attendances.ts'
import { presenceRate } from '../../shared/rules/attendance.ts'
import type { ReadContext, ReadDb } from '../context.ts'
import { asMark, groupBy } from './attendance-reading.ts'

/** Where someone was called, with their rate over what was held, and their hours. */
export async function readPersonAttendance({ db, today }: ReadContext, personId: string): Promise<PersonAttendance> {
  const lines = await readAttendanceLines(db, personId)
  const held = lines.filter(({ heldOn }) => heldOn <= today())
  return {
    lines,
    presence: presenceRate(
      held.map(({ heldOn, cancelled, marks }) => ({ heldOn, cancelled, states: marks.map(({ state }) => state) })),
    ),
    minutes: lines.reduce((sum, { minutes }) => sum + minutes, 0),
  }
}

/** Where someone was called, the latest first. */
export async function readAttendanceLines(db: ReadDb, personId: string): Promise<PersonAttendanceLine[]> {
  const rows = await db
    .selectFrom('attendances')
    .innerJoin('workshops', 'workshops.id', 'attendances.workshopId')
    .innerJoin('cohorts', 'cohorts.id', 'workshops.cohortId')
    .select([
      'attendances.id',
      'attendances.halfDay',
      'attendances.state',
      'attendances.minutes',
      'attendances.walkIn',
      'workshops.id as workshopId',
      'workshops.title',
      'workshops.heldOn',
      'workshops.cancelledOn',
      'cohorts.id as cohortId',
      'cohorts.name as cohortName',
    ])
    .where('attendances.personId', '=', personId)
    .where('attendances.deletedAt', 'is', null)
    .where('workshops.deletedAt', 'is', null)
    .orderBy('workshops.heldOn', 'desc')
    .orderBy('workshops.startTime', 'desc')
    .orderBy('attendances.halfDay', 'desc')
    .execute()
  return [...groupBy(rows, ({ workshopId }) => workshopId).values()].flatMap((marks) => {
    const [first] = marks
    if (!first) return []
    const { workshopId, title, heldOn, cohortId, cohortName, cancelledOn } = first
    const cancelled = cancelledOn !== null
    const line = {
      workshopId,
      title,
      heldOn,
      cohortId,
      cohortName,
      cancelled,
      walkIn: marks.some(({ walkIn }) => walkIn === 1),
      minutes: cancelled ? 0 : marks.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
      marks: marks.map(asMark).map(({ halfDay, state, minutes }) => ({ halfDay, state, minutes })),
    }
    return [line]
  })
}
