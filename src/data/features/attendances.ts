import type * as z from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { CalledWorkshop, NewMark, attendances as contract } from '../../shared/features/attendances.ts'
import { type AttendanceState, type HalfDay, mayBeMarked, minutesFor } from '../../shared/rules/attendance.ts'
import { fold } from '../../shared/rules/fold.ts'
import type { Handlers, WriteContext } from '../context.ts'
import { groupBy, marksOf, readWorkshop } from './attendance-reading.ts'
import { readAlerts } from './attendance-alerts.ts'
import { readCohortSheet } from './attendance-of-cohort.ts'
import { readPersonAttendance } from './attendance-of-person.ts'
import { createPerson } from './people-write.ts'
import { expectedPeople, readRollCall } from './roll-call.ts'
import { refuseSettledPeople } from './settled-months.ts'

export const attendances: Handlers<typeof contract> = {
  ofWorkshop: ({ db }, { workshopId }) => readRollCall(db, workshopId),
  ofCohort: (context, { cohortId }) => readCohortSheet(context, cohortId),
  ofPerson: (context, { personId }) => readPersonAttendance(context, personId),
  alerts: (context, { cohortId }) => readAlerts(context, cohortId),
  async mark(tx, { workshopId, marks }) {
    await writeMarks(tx, await openWorkshop(tx, workshopId), marks)
    return {}
  },
  async markOthers(tx, { workshopId, halfDay, state }) {
    const workshop = await openWorkshop(tx, workshopId)
    const called = new Set(
      (await marksOf(tx.db, [workshopId])).filter((mark) => mark.halfDay === halfDay).map(({ personId }) => personId),
    )
    const others = (await expectedPeople(tx.db, workshop.cohortId, workshop.heldOn)).filter(
      ({ personId }) => !called.has(personId),
    )
    const marks = others.map(({ personId }) => ({ personId, halfDay, state, minutes: null }))
    await writeMarks(tx, workshop, marks)
    return { changed: marks.length }
  },
  async addWalkIn(tx, { workshopId, halfDay, ...said }) {
    const workshop = await openWorkshop(tx, workshopId)
    const personId = said.personId ?? (await createWalkIn(tx, said))
    await refuseNobody(tx, personId)
    const mark = { personId, halfDay, state: 'present' as const, minutes: null }
    await writeMarks(tx, workshop, [mark], { walkIns: new Set([personId]) })
    return { personId }
  },
}

type Mark = z.output<typeof NewMark>

/** A roll is called at what was not cancelled. */
async function openWorkshop(tx: WriteContext, id: string): Promise<CalledWorkshop> {
  const workshop = await readWorkshop(tx.db, id)
  if (workshop.cancelledOn !== null) throw new AppError('invalid', { field: 'workshopId', reason: 'cancelled' })
  return workshop
}

/** Writes marks of one workshop; what is said already is not written again. */
async function writeMarks(
  tx: WriteContext,
  workshop: CalledWorkshop,
  marks: readonly Mark[],
  { walkIns = new Set<string>() }: { readonly walkIns?: ReadonlySet<string> } = {},
): Promise<void> {
  const ids = [...new Set(marks.map(({ personId }) => personId))]
  if (ids.length === 0) return
  refuseAhead(tx, workshop, marks)
  const enrolled = await enrolmentsOf(tx, workshop.cohortId, ids)
  const before = groupBy(await marksOf(tx.db, [workshop.id]), ({ personId }) => personId)
  const touched = new Set<string>()
  for (const { personId, halfDay, state, minutes } of marks) {
    const own = before.get(personId) ?? []
    const enrolmentId = enrolled.get(personId) ?? null
    if (enrolmentId === null && own.length === 0 && !walkIns.has(personId))
      throw new AppError('notFound', { entity: 'enrolments', id: personId })
    const old = own.find((mark) => mark.halfDay === halfDay)
    const wanted = state === null ? null : { state, minutes: minutesSaid(workshop, halfDay, state, minutes) }
    if ((wanted?.minutes ?? 0) !== (old?.minutes ?? 0)) touched.add(personId)
    if (wanted === null) {
      if (old) await tx.write.trash('attendances', old.id)
    } else if (old) {
      await tx.write.update('attendances', old.id, wanted)
    } else {
      const walkIn = enrolmentId === null ? 1 : 0
      await tx.write.insert('attendances', {
        workshopId: workshop.id,
        personId,
        enrolmentId,
        halfDay,
        walkIn,
        ...wanted,
      })
    }
  }
  await refuseSettledPeople(tx, [...touched], workshop.heldOn)
}

/** Nobody can say today who will come another day: an absence told in advance is all that is known of it. */
function refuseAhead(
  tx: WriteContext,
  { heldOn }: Pick<CalledWorkshop, 'heldOn'>,
  marks: readonly Pick<Mark, 'state'>[],
): void {
  if (marks.every(({ state }) => state === null || mayBeMarked(state, heldOn, tx.today()))) return
  throw new AppError('invalid', { field: 'workshopId', reason: 'ahead', day: heldOn })
}

/** What was typed, or what the state counts for; nobody is there longer than the half-day lasts. */
function minutesSaid(
  { halfDays }: CalledWorkshop,
  halfDay: HalfDay,
  state: AttendanceState,
  typed: number | null,
): number {
  const whole = halfDays.find((half) => half.halfDay === halfDay)?.minutes
  if (whole === undefined) throw new AppError('invalid', { field: 'halfDay' })
  const usual = minutesFor(state, whole)
  if (typed === null || state === 'absent' || state === 'excused') return usual
  if (typed > whole) throw new AppError('invalid', { field: 'minutes', reason: 'tooMany' })
  return typed
}

async function enrolmentsOf(
  tx: WriteContext,
  cohortId: string,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.db
    .selectFrom('enrolments')
    .select(['id', 'personId'])
    .where('cohortId', '=', cohortId)
    .where('personId', 'in', [...personIds])
    .where('deletedAt', 'is', null)
    .execute()
  return new Map(rows.map(({ personId, id }) => [personId, id]))
}

async function createWalkIn(
  tx: WriteContext,
  { firstName, lastName, phone }: { readonly firstName: string; readonly lastName: string; readonly phone: string },
): Promise<string> {
  if (fold(lastName + firstName) === '') throw new AppError('invalid', { field: 'lastName', reason: 'empty' })
  const points = phone === '' ? [] : [{ id: null, kind: 'phone' as const, value: phone, label: null, preferred: true }]
  return createPerson(tx, { firstName, lastName, contactPoints: points, tags: [] })
}

async function refuseNobody(tx: WriteContext, id: string): Promise<void> {
  const row = await tx.db
    .selectFrom('people')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'people', id })
}
