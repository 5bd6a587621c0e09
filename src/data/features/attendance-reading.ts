import type { ExpressionBuilder } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import type { CalledWorkshop, RollCallMark } from '../../shared/features/attendances.ts'
import { type AttendanceState, type HalfDay, attendingStages, halfDaysOf } from '../../shared/rules/attendance.ts'
import type { ReadDb } from '../context.ts'
import type { Schema } from '../schema.ts'

/** A workshop that is not in the trash, with the names of where it belongs. */
export async function readWorkshop(db: ReadDb, id: string): Promise<CalledWorkshop> {
  const row = await db
    .selectFrom('workshops')
    .innerJoin('cohorts', 'cohorts.id', 'workshops.cohortId')
    .innerJoin('programmes', 'programmes.id', 'cohorts.programmeId')
    .select([
      'workshops.id',
      'workshops.cohortId',
      'cohorts.name as cohortName',
      'cohorts.programmeId',
      'programmes.name as programmeName',
      'workshops.title',
      'workshops.heldOn',
      'workshops.startTime',
      'workshops.endTime',
      'workshops.minutes',
      'workshops.place',
      'workshops.trainerName',
      'workshops.compulsory',
      'workshops.cancelledOn',
    ])
    .where('workshops.id', '=', id)
    .where('workshops.deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'workshops', id })
  return { ...row, compulsory: row.compulsory === 1, halfDays: [...halfDaysOf(row)] }
}

/**
 * Enrolments expected at a workshop of that day: in the programme today, or left since that day. When they came in
 * is not asked, because an entry is often noted after the first workshop.
 */
export function expectedOn(eb: ExpressionBuilder<Schema, 'enrolments'>, heldOn: string) {
  return eb.and([
    eb('enrolments.deletedAt', 'is', null),
    eb.or([
      eb('enrolments.stage', 'in', attendingStages),
      eb.and([eb('enrolments.stage', 'in', leftStages), eb('enrolments.endedOn', '>=', heldOn)]),
    ]),
  ])
}

/** Out of the programme, after having been in it. */
export const leftStages = ['completed', 'alumnus', 'dropout'] as const

export interface MarkRow extends RollCallMark {
  readonly workshopId: string
  readonly personId: string
}

/** Marks as they are stored: the codes were checked when they were written. */
export function asMark(row: {
  readonly id: string
  readonly halfDay: string
  readonly state: string
  readonly minutes: number | null
}): RollCallMark {
  return {
    id: row.id,
    halfDay: row.halfDay as HalfDay,
    state: row.state as AttendanceState,
    minutes: row.minutes ?? 0,
  }
}

/** The live marks of workshops, in the order of half-days. */
export async function marksOf(
  db: ReadDb,
  workshopIds: readonly string[],
): Promise<readonly (MarkRow & { readonly enrolmentId: string | null; readonly walkIn: boolean })[]> {
  if (workshopIds.length === 0) return []
  const rows = await db
    .selectFrom('attendances')
    .select(['id', 'workshopId', 'personId', 'enrolmentId', 'halfDay', 'state', 'minutes', 'walkIn'])
    .where('workshopId', 'in', workshopIds)
    .where('deletedAt', 'is', null)
    .orderBy('halfDay', 'desc')
    .execute()
  return rows.map((row) => ({
    ...asMark(row),
    workshopId: row.workshopId,
    personId: row.personId,
    enrolmentId: row.enrolmentId,
    walkIn: row.walkIn === 1,
  }))
}

/** Rows under the value of one of their fields, in their order. */
export function groupBy<Row>(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(key(row))
    if (group) group.push(row)
    else groups.set(key(row), [row])
  }
  return groups
}
