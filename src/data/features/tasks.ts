import { AppError } from '../../shared/errors.ts'
import { type NewTask, type TaskFields, type tasks as contract, taskOwnerColumns } from '../../shared/features/tasks.ts'
import type { TaskOrigin } from '../../shared/rules/tasks.ts'
import type { Handlers, ReadDb, WriteContext } from '../context.ts'
import { idsOfSelection, pageOfIds } from '../list.ts'
import type { NewRow } from '../writer.ts'
import { emptyAsNull, given } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { completeTask, reopenTask } from './tasks-done.ts'
import { taskList } from './tasks-list.ts'
import { movesOf } from './tasks-postpone.ts'
import { readTask, readTasks } from './tasks-read.ts'

export const tasks: Handlers<typeof contract> = {
  async list(context, request) {
    const { ids, total, unfiltered } = await pageOfIds(context, taskList, request)
    return { rows: await readTasks(context.db, ids), total, unfiltered }
  },
  async ofRecord({ db }, { owner, done }) {
    const column = taskOwnerColumns[owner.entity]
    const ofOwner = db.selectFrom('tasks').where(column, '=', owner.id).where('deletedAt', 'is', null)
    const open = await ofOwner
      .select('id')
      .where('doneOn', 'is', null)
      .orderBy((eb) => eb.case().when('dueOn', 'is', null).then(1).else(0).end())
      .orderBy('dueOn')
      .orderBy('dueTime')
      .orderBy('id')
      .execute()
    const over = ofOwner.where('doneOn', 'is not', null)
    const last = await over.select('id').orderBy('doneOn', 'desc').orderBy('id', 'desc').limit(done).execute()
    const { count } = await over.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
    return { open: await readTasks(db, idsOf(open)), done: await readTasks(db, idsOf(last)), doneCount: Number(count) }
  },
  async get({ db }, { id }) {
    return readTask(db, id)
  },
  async create(tx, input) {
    return readTask(tx.db, await createTask(tx, input))
  },
  async update(tx, { id, version, fields }) {
    await updateTask(tx, id, fields, version)
    return { outcome: 'saved', record: await readTask(tx.db, id) }
  },
  async complete(tx, { id }) {
    const nextId = await completeTask(tx, id)
    return { task: await readTask(tx.db, id), next: nextId === null ? null : await readTask(tx.db, nextId) }
  },
  async reopen(tx, { id }) {
    await reopenTask(tx, id)
    return readTask(tx.db, id)
  },
  async previewPostpone(context, { selection, to }) {
    return movesOf(context, await idsOfSelection(context, taskList, selection), to)
  },
  async postpone(tx, { selection, to }) {
    const postponed = await movesOf(tx, await idsOfSelection(tx, taskList, selection), to)
    for (const { id, after } of postponed.moves) await tx.write.update('tasks', id, { dueOn: after })
    return postponed
  },
  async trash(tx, { selection }) {
    const ids = await idsOfSelection(tx, taskList, selection)
    for (const id of ids) await tx.write.trash('tasks', id)
    return { changed: ids.length }
  },
  async restore(tx, { id }) {
    await tx.write.restore('tasks', id)
    return readTask(tx.db, id)
  },
}

/** What other features may say besides: where a task comes from, and the key that keeps it from being made twice. */
interface Made {
  readonly origin?: TaskOrigin
  readonly ruleKey?: string
}

/** Makes a task, and links it to the person that its referral, its session or its action concerns. */
export async function createTask(tx: WriteContext, input: NewTask, made: Made = {}): Promise<string> {
  const { title, note, ...fields } = input
  refuseSensitiveNumbers({ title, note })
  await refuseMissing(tx.db, input)
  const row: NewRow<'tasks'> = {
    kind: 'other',
    title,
    ...given(fields),
    ...(note === undefined ? {} : { note: emptyAsNull(note) }),
    personId: input.personId ?? (await personConcerned(tx.db, input)),
    origin: made.origin ?? 'member',
    ruleKey: made.ruleKey ?? null,
  }
  refuseUndated({ dueOn: null, dueTime: null, recurrence: null, ...row })
  return tx.write.insert('tasks', row)
}

async function updateTask(
  tx: WriteContext,
  id: string,
  fields: Partial<{ [Name in keyof TaskFields]: TaskFields[Name] | undefined }>,
  basedOn: number,
): Promise<void> {
  const row = await tx.db
    .selectFrom('tasks')
    .select(['dueOn', 'dueTime', 'recurrence'])
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'tasks', id })
  const { note, ...asked } = given(fields)
  refuseSensitiveNumbers({ title: asked.title, note })
  await refuseMissing(tx.db, { assigneeId: asked.assigneeId })
  refuseUndated({ ...row, ...asked })
  await tx.write.update('tasks', id, { ...asked, ...(note === undefined ? {} : { note: emptyAsNull(note) }) }, basedOn)
}

/** An hour is that of a day, and what comes back comes back from a day. */
function refuseUndated(task: {
  readonly dueOn?: string | null
  readonly dueTime?: string | null
  readonly recurrence?: string | null
}): void {
  if (task.dueOn != null) return
  if (task.dueTime != null || task.recurrence != null) throw new AppError('invalid', { field: 'dueOn' })
}

/** Nothing is asked about a record that is gone, or of a member who left. */
async function refuseMissing(db: ReadDb, input: Partial<Record<ReferenceColumn, string | null | undefined>>) {
  for (const [entity, column] of Object.entries(referenced)) {
    const id = input[column]
    if (id == null) continue
    const found = await db
      .selectFrom(entity as 'people')
      .select('id')
      .where('id', '=', id)
      .where('deletedAt', 'is', null)
      .executeTakeFirst()
    if (!found) throw new AppError('notFound', { entity, id })
  }
}

const referenced = { ...taskOwnerColumns, members: 'assigneeId' } as const
type ReferenceColumn = (typeof referenced)[keyof typeof referenced]

async function personConcerned(db: ReadDb, input: NewTask): Promise<string | null> {
  const of = async (table: 'referrals' | 'sessions' | 'actions', id: string | null | undefined) =>
    id == null
      ? null
      : ((
          await db
            .selectFrom(table as 'sessions')
            .select('personId')
            .where('id', '=', id)
            .executeTakeFirst()
        )?.personId ?? null)
  return (
    (await of('referrals', input.referralId)) ??
    (await of('sessions', input.sessionId)) ??
    (await of('actions', input.actionId))
  )
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id)
}
