import type { ReadDb, WriteContext } from '../context.ts'

/** Where a next step comes from, and whose task it is. */
interface Owner {
  readonly id: string
  readonly personId: string
  readonly coachId: string
}

/**
 * The next step said in a session is a task of its coach. It follows what is said of it until it is done; after
 * that another step is another task. Says whether anything changed.
 */
export async function keepNextStep(
  tx: WriteContext,
  { id, personId, coachId }: Owner,
  step: { readonly title: string | null; readonly dueOn: string | null | undefined },
): Promise<boolean> {
  const task = await taskOf(tx.db, id)
  if (step.title === null) return task ? dropNextStep(tx, id) : false
  if (task?.doneOn === null) {
    const dueOn = step.dueOn === undefined ? task.dueOn : step.dueOn
    return (await tx.write.update('tasks', task.id, { title: step.title, dueOn, assigneeId: coachId })).length > 0
  }
  if (task && task.title === step.title) return false // it is done
  await tx.write.insert('tasks', {
    title: step.title,
    kind: 'followUp',
    dueOn: step.dueOn ?? null,
    assigneeId: coachId,
    personId,
    sessionId: id,
    origin: 'session',
  })
  return true
}

/** A step that was given up leaves no task, unless it is done. */
export async function dropNextStep(tx: WriteContext, sessionId: string): Promise<boolean> {
  const task = await taskOf(tx.db, sessionId)
  if (task?.doneOn !== null) return false
  await tx.write.trash('tasks', task.id)
  return true
}

function taskOf(db: ReadDb, sessionId: string) {
  return db
    .selectFrom('tasks')
    .select(['id', 'title', 'dueOn', 'doneOn'])
    .where('sessionId', '=', sessionId)
    .where('origin', '=', 'session')
    .where('deletedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}
