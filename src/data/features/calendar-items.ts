import type { CalendarItem } from '../../shared/features/calendar.ts'
import { openReferralStates } from '../../shared/rules/referral-transitions.ts'
import type { ReadDb } from '../context.ts'

/** Some days, of one member or of everyone. */
interface Asked {
  readonly db: ReadDb
  readonly from: string
  readonly to: string
  readonly memberId: string | null
}

const nothing = {
  startTime: null,
  minutes: null,
  title: null,
  rule: null,
  taskKind: null,
  cohortName: null,
  firstName: null,
  lastName: null,
  memberName: null,
  place: null,
  link: null,
  done: false,
  cancelled: false,
} as const

/** A member's are those of the cohorts they coordinate. */
export async function workshops({ db, from, to, memberId }: Asked): Promise<CalendarItem[]> {
  const rows = await workshopRows(db)
    .where('workshops.heldOn', '>=', from)
    .where('workshops.heldOn', '<=', to)
    .$if(memberId !== null, (query) => query.where('cohorts.coordinatorId', '=', memberId))
    .execute()
  return rows.map(toWorkshop)
}

export function workshopRows(db: ReadDb) {
  return db
    .selectFrom('workshops')
    .innerJoin('cohorts', 'cohorts.id', 'workshops.cohortId')
    .select([
      'workshops.id',
      'workshops.heldOn as day',
      'workshops.startTime',
      'workshops.endTime',
      'workshops.title',
      'workshops.place',
      'workshops.link',
      'workshops.cancelledOn',
      'workshops.trainerName as memberName',
      'workshops.cohortId',
      'cohorts.name as cohortName',
    ])
    .where('workshops.deletedAt', 'is', null)
    .where('cohorts.deletedAt', 'is', null)
}

type RowOf<Query extends { readonly execute: () => Promise<readonly unknown[]> }> = Awaited<
  ReturnType<Query['execute']>
>[number]

export function toWorkshop({
  endTime,
  cancelledOn,
  cohortId,
  ...row
}: RowOf<ReturnType<typeof workshopRows>>): CalendarItem {
  return {
    ...nothing,
    ...row,
    kind: 'workshop',
    minutes: minutesBetween(row.startTime, endTime),
    cancelled: cancelledOn !== null,
    record: { entity: 'cohorts', id: cohortId },
  }
}

/** Planned and held; what was cancelled is not waited for. */
export async function sessions({ db, from, to, memberId }: Asked): Promise<CalendarItem[]> {
  const rows = await sessionRows(db)
    .where('sessions.heldOn', '>=', from)
    .where('sessions.heldOn', '<=', to)
    .$if(memberId !== null, (query) => query.where('sessions.coachId', '=', memberId ?? ''))
    .execute()
  return rows.map(toSession)
}

export function sessionRows(db: ReadDb) {
  return db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.personId')
    .innerJoin('members', 'members.id', 'sessions.coachId')
    .select([
      'sessions.id',
      'sessions.heldOn as day',
      'sessions.startTime',
      'sessions.minutes',
      'sessions.place',
      'sessions.state',
      'sessions.personId',
      'people.firstName',
      'people.lastName',
      'members.name as memberName',
    ])
    .where('sessions.state', 'in', ['planned', 'held'])
    .where('sessions.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
}

export function toSession({ state, personId, minutes, ...row }: RowOf<ReturnType<typeof sessionRows>>): CalendarItem {
  return {
    ...nothing,
    ...row,
    kind: 'session',
    minutes: minutes > 0 ? minutes : null,
    done: state === 'held',
    record: { entity: 'people', id: personId },
  }
}

export async function dueTasks({ db, from, to, memberId }: Asked): Promise<CalendarItem[]> {
  const rows = await db
    .selectFrom('tasks')
    .leftJoin('people', 'people.id', 'tasks.personId')
    .leftJoin('organisations', 'organisations.id', 'tasks.organisationId')
    .leftJoin('cohorts', 'cohorts.id', 'tasks.cohortId')
    .leftJoin('members', 'members.id', 'tasks.assigneeId')
    .select([
      'tasks.id',
      'tasks.dueOn as day',
      'tasks.dueTime as startTime',
      'tasks.title',
      'tasks.kind as taskKind',
      'tasks.doneOn',
      'people.firstName',
      'people.lastName',
      'cohorts.name as cohortName',
      'members.name as memberName',
    ])
    .where('tasks.dueOn', '>=', from)
    .where('tasks.dueOn', '<=', to)
    .where('tasks.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .where('organisations.deletedAt', 'is', null)
    .$if(memberId !== null, (query) => query.where('tasks.assigneeId', '=', memberId))
    .execute()
  return rows.map(({ day, doneOn, ...row }) => ({
    ...nothing,
    ...row,
    kind: 'task',
    day: day ?? '',
    done: doneOn !== null,
    record: { entity: 'tasks', id: row.id },
  }))
}

/** The clocks that run: a referral that is decided is waited for no more. */
export async function deadlines({ db, from, to, memberId }: Asked): Promise<CalendarItem[]> {
  const rows = await db
    .selectFrom('referrals')
    .innerJoin('people', 'people.id', 'referrals.personId')
    .leftJoin('members', 'members.id', 'referrals.assignedToId')
    .select([
      'referrals.id',
      'referrals.dueOn as day',
      'referrals.number as title',
      'referrals.dueRule as rule',
      'people.firstName',
      'people.lastName',
      'members.name as memberName',
    ])
    .where('referrals.dueOn', '>=', from)
    .where('referrals.dueOn', '<=', to)
    .where('referrals.state', 'in', openReferralStates)
    .where('referrals.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .$if(memberId !== null, (query) => query.where('referrals.assignedToId', '=', memberId))
    .execute()
  return rows.map(({ day, ...row }) => ({
    ...nothing,
    ...row,
    kind: 'referralDeadline',
    day: day ?? '',
    record: { entity: 'referrals', id: row.id },
  }))
}

export async function cohortDates(
  { db, from, to, memberId }: Asked,
  kind: 'cohortStart' | 'cohortEnd',
): Promise<CalendarItem[]> {
  const column = kind === 'cohortStart' ? 'startsOn' : 'endsOn'
  const rows = await db
    .selectFrom('cohorts')
    .leftJoin('members', 'members.id', 'cohorts.coordinatorId')
    .select([
      'cohorts.id',
      `cohorts.${column} as day`,
      'cohorts.name as cohortName',
      'cohorts.place',
      'members.name as memberName',
    ])
    .where(`cohorts.${column}`, '>=', from)
    .where(`cohorts.${column}`, '<=', to)
    .where('cohorts.deletedAt', 'is', null)
    .$if(memberId !== null, (query) => query.where('cohorts.coordinatorId', '=', memberId))
    .execute()
  return rows.map(({ id, day, ...row }) => ({
    ...nothing,
    ...row,
    id: `${id}-${column}`,
    kind,
    day: day ?? '',
    record: { entity: 'cohorts', id },
  }))
}

function minutesBetween(start: string, end: string): number | null {
  const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  const minutes = minutesOf(end) - minutesOf(start)
  return minutes > 0 ? minutes : null
}
