import type { DayRecord } from '../../../shared/features/day.ts'
import type { ReadContext } from '../../context.ts'
import { type DaySource, isWanted, nothingSaid } from './source.ts'

/** Tasks that are not done, but for those about a record in the trash. */
export const tasks: DaySource = {
  reasons: ['task'],
  readsFrom: ['tasks', 'people', 'organisations', 'referrals', 'cohorts', 'sessions'],
  async lines({ db }, { mine }) {
    const rows = await db
      .selectFrom('tasks')
      .leftJoin('people', 'people.id', 'tasks.personId')
      .leftJoin('organisations', 'organisations.id', 'tasks.organisationId')
      .leftJoin('referrals', 'referrals.id', 'tasks.referralId')
      .leftJoin('cohorts', 'cohorts.id', 'tasks.cohortId')
      .leftJoin('sessions', 'sessions.id', 'tasks.sessionId')
      .select(['tasks.id', 'tasks.personId', 'tasks.dueOn', 'tasks.dueTime'])
      .where('tasks.doneOn', 'is', null)
      .where('tasks.deletedAt', 'is', null)
      .where('people.deletedAt', 'is', null)
      .where('organisations.deletedAt', 'is', null)
      .where('referrals.deletedAt', 'is', null)
      .where('cohorts.deletedAt', 'is', null)
      .where('sessions.deletedAt', 'is', null)
      .where((eb) => isWanted(eb.ref('tasks.assigneeId'), mine))
      .execute()
    return rows.map(({ id, personId, dueOn, dueTime }) => ({
      reason: 'task',
      recordId: id,
      personId,
      dueOn,
      dueTime,
    }))
  },
  async said({ db }, ids) {
    const rows = await tasksOf(db, ids)
    return new Map(
      rows.map((row) => [
        row.id,
        {
          ...nothingSaid,
          title: row.title,
          about: row.organisation ?? row.cohort ?? row.number,
          by: row.assignee,
          opens: subjectOf(row),
        },
      ]),
    )
  },
}

function tasksOf(db: ReadContext['db'], ids: readonly string[]) {
  return db
    .selectFrom('tasks')
    .leftJoin('organisations', 'organisations.id', 'tasks.organisationId')
    .leftJoin('referrals', 'referrals.id', 'tasks.referralId')
    .leftJoin('cohorts', 'cohorts.id', 'tasks.cohortId')
    .leftJoin('members', 'members.id', 'tasks.assigneeId')
    .select([
      'tasks.id',
      'tasks.title',
      'tasks.personId',
      'tasks.organisationId',
      'tasks.referralId',
      'tasks.cohortId',
      'organisations.name as organisation',
      'referrals.number',
      'cohorts.name as cohort',
      'members.name as assignee',
    ])
    .where('tasks.id', 'in', ids)
    .execute()
}

/** What a task is about, the most precise first. */
function subjectOf(row: Awaited<ReturnType<typeof tasksOf>>[number]): DayRecord | null {
  const { personId, organisationId, referralId, cohortId } = row
  if (referralId !== null) return { entity: 'referrals', id: referralId }
  if (personId !== null) return { entity: 'people', id: personId }
  if (cohortId !== null) return { entity: 'cohorts', id: cohortId }
  return organisationId === null ? null : { entity: 'organisations', id: organisationId }
}
