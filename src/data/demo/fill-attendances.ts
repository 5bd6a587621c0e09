import { type AttendanceState, halfDaysOf, usualDelay } from '../../shared/rules/attendance.ts'
import { addDays } from '../../shared/rules/days.ts'
import { monthOf } from '../../shared/rules/hours.ts'
import type { WriteContext } from '../context.ts'
import { attendances } from '../features/attendances.ts'
import { certificates } from '../features/certificates.ts'
import { hours } from '../features/hours.ts'
import { expectedPeople } from '../features/roll-call.ts'
import { sheets } from '../features/sheets.ts'
import type { Chance } from './chance.ts'
import { onDay } from './cohort-life.ts'
import { earliest } from './invent.ts'

/**
 * What past workshops of the demo left behind: most people came, a few have stopped, sheets are signed after some
 * days. Runs once cohorts, enrolments, workshops and sessions are there.
 */
export async function fillAttendances(tx: WriteContext, chance: Chance): Promise<void> {
  const workshops = await pastWorkshops(tx)
  const habits = new Map<string, Habit>()
  for (const workshop of workshops) {
    await callRoll(tx, chance, workshop, habits)
    await signSheet(tx, chance, workshop)
  }
  for (const ended of await endedCohorts(tx)) await certify(tx, ended)
  await validateHours(tx)
}

type Workshop = Awaited<ReturnType<typeof pastWorkshops>>[number]

/** How someone attends: how surely, and from which day they no longer came. */
interface Habit {
  readonly comes: number
  readonly stoppedOn: string | null
}

function pastWorkshops(tx: WriteContext) {
  return tx.db
    .selectFrom('workshops')
    .select(['id', 'cohortId', 'heldOn', 'startTime', 'endTime', 'minutes', 'trainerName'])
    .where('heldOn', '<', tx.today())
    .where('cancelledOn', 'is', null)
    .where('deletedAt', 'is', null)
    .orderBy('heldOn')
    .orderBy('startTime')
    .execute()
}

async function callRoll(
  tx: WriteContext,
  chance: Chance,
  workshop: Workshop,
  habits: Map<string, Habit>,
): Promise<void> {
  const halves = halfDaysOf(workshop)
  const marks = []
  for (const { personId } of await expectedPeople(tx.db, workshop.cohortId, workshop.heldOn)) {
    const habit = habits.get(personId) ?? newHabit(tx, chance)
    habits.set(personId, habit)
    const state = stateOf(chance, habit, workshop.heldOn)
    for (const [index, { halfDay, minutes }] of halves.entries()) {
      const late = state === 'late' && index === 0
      const delay = usualDelay + 5 * chance.upTo(4)
      marks.push({
        personId,
        halfDay,
        state: state === 'late' && index > 0 ? ('present' as const) : state,
        minutes: late ? Math.max(0, minutes - delay) : null,
      })
    }
  }
  for (let start = 0; start < marks.length; start += 400)
    await attendances.mark(tx, { workshopId: workshop.id, marks: marks.slice(start, start + 400) })
}

function newHabit(tx: WriteContext, chance: Chance): Habit {
  const stopped = chance.happens(0.04)
  return {
    comes: chance.happens(0.85) ? 0.93 : 0.7,
    stoppedOn: stopped ? addDays(tx.today(), -35 - chance.upTo(20)) : null,
  }
}

function stateOf(chance: Chance, { comes, stoppedOn }: Habit, heldOn: string): AttendanceState {
  if (stoppedOn !== null && heldOn >= stoppedOn) return 'absent'
  if (chance.happens(comes)) return chance.happens(0.08) ? 'late' : 'present'
  return chance.happens(0.6) ? 'excused' : 'absent'
}

/** The trainer signs within days; the scan, when someone kept it, is tied to its workshop. */
async function signSheet(tx: WriteContext, chance: Chance, workshop: Workshop): Promise<void> {
  const { id: workshopId, heldOn, trainerName } = workshop
  if (heldOn > addDays(tx.today(), -5)) return
  if (heldOn > addDays(tx.today(), -21) && !chance.happens(0.6)) return
  await sheets.countersign(tx, { workshopId, on: heldOn, by: trainerName ?? tx.member?.name ?? 'Camille Rouvière' })
  const scan = await tx.db
    .selectFrom('documents')
    .select('id')
    .where('workshopId', '=', workshopId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (scan) await sheets.sign(tx, { workshopId, documentId: scan.id, signedOn: heldOn })
}

function endedCohorts(tx: WriteContext) {
  return tx.db
    .selectFrom('cohorts')
    .select(['id', 'endsOn'])
    .where('endsOn', '<', tx.today())
    .where('deletedAt', 'is', null)
    .execute()
}

const toWrite = 3 // days to write the certificates once the cohort has ended

/** In one go, but for the last who completed: their certificate is still to be issued. */
async function certify(
  tx: WriteContext,
  { id: cohortId, endsOn }: Awaited<ReturnType<typeof endedCohorts>>[number],
): Promise<void> {
  if (!tx.member) return
  const issuedOn = earliest(addDays(endsOn ?? tx.today(), toWrite), tx.today())
  const { people } = await attendances.ofCohort(tx, { cohortId })
  const enrolmentIds = people
    .filter(({ completion, stage }) => completion.completed && stage !== 'dropout')
    .map(({ enrolmentId }) => enrolmentId)
  const now = enrolmentIds.slice(0, -1)
  if (now.length > 0) await certificates.issue(tx, { cohortId, enrolmentIds: now, issuedOn })
}

/** Coaches have their months validated but for the last one, still to do. */
async function validateHours(tx: WriteContext): Promise<void> {
  if (!tx.member) return
  const lastMonth = monthOf(addDays(`${monthOf(tx.today())}-01`, -1))
  const held = await tx.db
    .selectFrom('sessions')
    .select(['coachId', 'heldOn'])
    .distinct()
    .where('state', '=', 'held')
    .where('heldOn', '<', `${lastMonth}-01`)
    .where('minutes', '>', 0)
    .where('deletedAt', 'is', null)
    .orderBy('heldOn')
    .execute()
  const statements = new Map(
    held.map(({ coachId, heldOn }) => [`${monthOf(heldOn)} ${coachId}`, { month: monthOf(heldOn), coachId }]),
  )
  for (const { month, coachId } of statements.values()) {
    await hours.validate(onDay(tx, addDays(`${month}-28`, 7)), { month, holder: { kind: 'coach', id: coachId } })
  }
}
