import { AppError } from '../../shared/errors.ts'
import type { Task } from '../../shared/features/tasks.ts'
import { displayName } from '../../shared/rules/fold.ts'
import type { ReadContext, ReadDb } from '../context.ts'
import { inOrder } from '../list.ts'

/** These tasks in this order, each with the names of what it is about. */
export async function readTasks(db: ReadDb, ids: readonly string[]): Promise<Task[]> {
  if (ids.length === 0) return []
  return inOrder(ids, (await taskRows(db).where('tasks.id', 'in', ids).execute()).map(toTask))
}

export async function readTask(db: ReadDb, id: string): Promise<Task> {
  const [task] = await readTasks(db, [id])
  if (!task) throw new AppError('notFound', { entity: 'tasks', id })
  return task
}

/** As the list is exported: the person under one name. */
export async function taskExportRows({ db }: ReadContext, ids: readonly string[]) {
  return (await readTasks(db, ids)).map(({ about: _about, ...task }) => ({
    ...task,
    personName: task.lastName === null ? null : displayName(task.lastName, task.firstName ?? ''),
  }))
}

function taskRows(db: ReadDb) {
  return db
    .selectFrom('tasks')
    .leftJoin('people', 'people.id', 'tasks.personId')
    .leftJoin('organisations', 'organisations.id', 'tasks.organisationId')
    .leftJoin('referrals', 'referrals.id', 'tasks.referralId')
    .leftJoin('cohorts', 'cohorts.id', 'tasks.cohortId')
    .leftJoin('actions', 'actions.id', 'tasks.actionId')
    .leftJoin('sessions', 'sessions.id', 'tasks.sessionId')
    .leftJoin('members as assignee', 'assignee.id', 'tasks.assigneeId')
    .leftJoin('members as doneBy', 'doneBy.id', 'tasks.doneById')
    .select([
      'tasks.id',
      'tasks.version',
      'tasks.createdAt',
      'tasks.deletedAt',
      'tasks.title',
      'tasks.note',
      'tasks.kind',
      'tasks.dueOn',
      'tasks.dueTime',
      'tasks.assigneeId',
      'tasks.personId',
      'tasks.organisationId',
      'tasks.referralId',
      'tasks.cohortId',
      'tasks.sessionId',
      'tasks.actionId',
      'tasks.origin',
      'tasks.recurrence',
      'tasks.doneOn',
      'people.firstName',
      'people.lastName',
      'organisations.name as organisationName',
      'referrals.number',
      'cohorts.name as cohortName',
      'actions.title as actionTitle',
      'sessions.heldOn',
      'assignee.name as assigneeName',
      'doneBy.name as doneByName',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof taskRows>['execute']>>[number]

function toTask(row: Row): Task {
  const { number: _number, cohortName: _cohort, actionTitle: _action, heldOn: _on, ...plain } = row
  return { ...plain, about: aboutOf(row) } as Task // the closed lists were checked when these codes were written
}

/** The nearest record: a session or an action before the person whose it is. */
function aboutOf(row: Row): Task['about'] {
  if (row.sessionId !== null) return { entity: 'sessions', id: row.sessionId, label: row.heldOn ?? '' }
  if (row.actionId !== null) return { entity: 'actions', id: row.actionId, label: row.actionTitle ?? '' }
  if (row.referralId !== null) return { entity: 'referrals', id: row.referralId, label: row.number ?? '' }
  if (row.cohortId !== null) return { entity: 'cohorts', id: row.cohortId, label: row.cohortName ?? '' }
  if (row.organisationId !== null)
    return { entity: 'organisations', id: row.organisationId, label: row.organisationName ?? '' }
  if (row.personId === null) return null
  return { entity: 'people', id: row.personId, label: displayName(row.lastName ?? '', row.firstName ?? '') }
}
