import { AppError } from '../../shared/errors.ts'
import { type TaskRecurrence, nextDue } from '../../shared/rules/tasks.ts'
import type { WriteContext } from '../context.ts'

/** Done today, and by whom. What comes back is made again, once: its key names the task it follows. */
export async function completeTask(tx: WriteContext, id: string): Promise<string | null> {
  const row = await liveTask(tx, id)
  if (row.doneOn !== null) return null
  const today = tx.today()
  await tx.write.update('tasks', id, { doneOn: today, doneById: tx.member?.id ?? null })
  if (row.recurrence === null || row.dueOn === null) return null
  const following = await followingOf(tx, id)
  if (following) {
    if (following.deletedAt !== null) await tx.write.restore('tasks', following.id)
    return following.id
  }
  const { region } = tx.space.settings.serviceLevels
  return tx.write.insert('tasks', {
    title: row.title,
    note: row.note,
    kind: row.kind,
    dueOn: nextDue(row.recurrence as TaskRecurrence, row.dueOn, today, region),
    dueTime: row.dueTime,
    assigneeId: row.assigneeId,
    personId: row.personId,
    organisationId: row.organisationId,
    referralId: row.referralId,
    cohortId: row.cohortId,
    sessionId: row.sessionId,
    actionId: row.actionId,
    recurrence: row.recurrence,
    origin: 'recurrence',
    ruleKey: keyAfter(id),
  })
}

/** To do again; the one that was to follow is put aside with it, unless it was done meanwhile. */
export async function reopenTask(tx: WriteContext, id: string): Promise<void> {
  const row = await liveTask(tx, id)
  if (row.doneOn === null) return
  await tx.write.update('tasks', id, { doneOn: null, doneById: null })
  const following = await followingOf(tx, id)
  if (following && following.doneOn === null) await tx.write.trash('tasks', following.id)
}

function followingOf(tx: WriteContext, id: string) {
  return tx.db
    .selectFrom('tasks')
    .select(['id', 'deletedAt', 'doneOn'])
    .where('ruleKey', '=', keyAfter(id))
    .executeTakeFirst()
}

function keyAfter(id: string): string {
  return `after:${id}`
}

async function liveTask(tx: WriteContext, id: string) {
  const row = await tx.db
    .selectFrom('tasks')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'tasks', id })
  return row
}
