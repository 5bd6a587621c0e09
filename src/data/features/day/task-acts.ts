import { AppError } from '../../../shared/errors.ts'
import type { WriteContext } from '../../context.ts'
import { refuseSensitiveNumbers } from '../free-text.ts'
import { signature } from '../referral-row.ts'

/** What the day writes of tasks, in one place: a task begun in one line, and a task done. */
export interface NewTask {
  readonly title: string
  readonly dueOn: string | null
  readonly personId: string | null
}

/** For the member at the keyboard, until they say otherwise. */
export async function addTask(tx: WriteContext, { title, dueOn, personId }: NewTask): Promise<string> {
  refuseSensitiveNumbers({ title })
  if (personId !== null) await refuseMissingPerson(tx, personId)
  return tx.write.insert('tasks', {
    title,
    dueOn,
    personId,
    kind: 'other',
    origin: 'member',
    assigneeId: signature(tx),
  })
}

export async function completeTask(tx: WriteContext, id: string): Promise<void> {
  const row = await tx.db
    .selectFrom('tasks')
    .select('doneOn')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'tasks', id })
  if (row.doneOn === null) await tx.write.update('tasks', id, { doneOn: tx.today(), doneById: signature(tx) })
}

export async function refuseMissingPerson({ db }: Pick<WriteContext, 'db'>, id: string): Promise<void> {
  const person = await db
    .selectFrom('people')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!person) throw new AppError('notFound', { entity: 'people', id })
}
