import type { HalfDay } from '../../shared/rules/attendance.ts'
import type { FundedShare, HourLine } from '../../shared/rules/hours.ts'
import type { ReadDb } from '../context.ts'
import { groupBy } from './attendance-reading.ts'
import { provenWorkshops } from './sheet-reading.ts'

/** An hour line with what a statement and a list say of it. */
export interface ReadLine extends HourLine {
  /** The session, or the attendance. */
  readonly id: string
  readonly title: string | null
  readonly cohortName: string | null
  readonly halfDay: HalfDay | null
  readonly firstName: string
  readonly lastName: string
  readonly coachName: string | null
}

export interface HoursAsked {
  readonly from: string
  readonly to: string
  readonly personId?: string
  readonly coachId?: string
}

/**
 * Every hour attended between two days: sessions that were held, and workshops that were not cancelled. What is in
 * the trash counts for nothing.
 */
export async function readHourLines(db: ReadDb, asked: HoursAsked): Promise<readonly ReadLine[]> {
  const [individual, group] = await Promise.all([
    readSessions(db, asked),
    asked.coachId === undefined ? readWorkshopHours(db, asked) : [],
  ])
  return [...individual, ...group].sort((a, b) => (a.heldOn < b.heldOn ? -1 : Number(a.heldOn > b.heldOn)))
}

async function readSessions(db: ReadDb, { from, to, personId, coachId }: HoursAsked): Promise<readonly ReadLine[]> {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.personId')
    .innerJoin('members', 'members.id', 'sessions.coachId')
    .select([
      'sessions.id',
      'sessions.personId',
      'sessions.coachId',
      'sessions.heldOn',
      'sessions.minutes',
      'people.firstName',
      'people.lastName',
      'members.name as coachName',
    ])
    .where('sessions.state', '=', 'held')
    .where('sessions.heldOn', '>=', from)
    .where('sessions.heldOn', '<=', to)
    .where('sessions.deletedAt', 'is', null)
    .$if(personId !== undefined, (query) => query.where('sessions.personId', '=', personId ?? ''))
    .$if(coachId !== undefined, (query) => query.where('sessions.coachId', '=', coachId ?? ''))
    .orderBy('sessions.heldOn')
    .orderBy('sessions.startTime')
    .execute()
  const shares = await sessionShares(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    ...row,
    kind: 'individual',
    sourceId: row.id,
    workshopId: null,
    proven: false,
    shares: shares.get(row.id) ?? [],
    title: null,
    cohortName: null,
    halfDay: null,
  }))
}

/** The half-days that count: someone was there, late or not, at a workshop that was held. Their minutes are those noted. */
export function attendedWorkshops(db: ReadDb) {
  return db
    .selectFrom('attendances')
    .innerJoin('workshops', 'workshops.id', 'attendances.workshopId')
    .innerJoin('cohorts', 'cohorts.id', 'workshops.cohortId')
    .where('attendances.state', 'in', ['present', 'late'])
    .where('attendances.deletedAt', 'is', null)
    .where('workshops.deletedAt', 'is', null)
    .where('workshops.cancelledOn', 'is', null)
}

async function readWorkshopHours(db: ReadDb, { from, to, personId }: HoursAsked): Promise<readonly ReadLine[]> {
  const rows = await attendedWorkshops(db)
    .innerJoin('people', 'people.id', 'attendances.personId')
    .select([
      'attendances.id',
      'attendances.personId',
      'attendances.workshopId',
      'attendances.halfDay',
      'attendances.minutes',
      'workshops.heldOn',
      'workshops.title',
      'cohorts.name as cohortName',
      'people.firstName',
      'people.lastName',
    ])
    .where('workshops.heldOn', '>=', from)
    .where('workshops.heldOn', '<=', to)
    .$if(personId !== undefined, (query) => query.where('attendances.personId', '=', personId ?? ''))
    .orderBy('workshops.heldOn')
    .orderBy('workshops.startTime')
    .orderBy('attendances.halfDay', 'desc')
    .execute()
  const workshopIds = [...new Set(rows.map(({ workshopId }) => workshopId))]
  const [shares, proven] = [await workshopShares(db, workshopIds), await provenWorkshops(db, workshopIds)]
  return rows.map((row) => ({
    ...row,
    kind: 'group',
    sourceId: `${row.workshopId} ${row.halfDay}`,
    halfDay: row.halfDay as HalfDay,
    minutes: row.minutes ?? 0,
    coachId: null,
    coachName: null,
    proven: proven.has(row.workshopId),
    shares: shares.get(row.workshopId) ?? [],
  }))
}

async function sessionShares(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, readonly FundedShare[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('sessionFundings')
    .select(['sessionId', 'fundedActionId', 'share'])
    .where('sessionId', 'in', [...ids])
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute()
  return groupBy(rows, ({ sessionId }) => sessionId)
}

async function workshopShares(
  db: ReadDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly FundedShare[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('workshopFundings')
    .select(['workshopId', 'fundedActionId', 'share'])
    .where('workshopId', 'in', [...ids])
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute()
  return groupBy(rows, ({ workshopId }) => workshopId)
}
