import * as z from 'zod'
import { type Task, TaskFields } from '../../../shared/features/tasks'
import { changedFields } from '../../forms/changed-fields'
import { readTime } from '../../forms/time'

/** A task as it is typed; texts are never null here. */
export const TaskFormShape = z.strictObject({
  title: z.string(),
  note: z.string(),
  kind: TaskFields.shape.kind,
  dueOn: z.string().nullable(),
  dueTime: z.string(),
  assigneeId: z.string().nullable(),
  recurrence: TaskFields.shape.recurrence,
})
export type TaskForm = z.infer<typeof TaskFormShape>

export function newTaskForm(said: Partial<TaskForm>): TaskForm {
  return { title: '', note: '', kind: 'other', dueOn: null, dueTime: '', assigneeId: null, recurrence: null, ...said }
}

export function formOf(task: Task): TaskForm {
  const read = TaskFormShape.safeParse({
    title: task.title,
    note: task.note ?? '',
    kind: task.kind,
    dueOn: task.dueOn,
    dueTime: task.dueTime ?? '',
    assigneeId: task.assigneeId,
    recurrence: task.recurrence,
  })
  return read.success ? read.data : newTaskForm({ title: task.title, note: task.note ?? '', dueOn: task.dueOn })
}

/** What a form writes; an hour as people type it, `9h30`, `930`, `9`. */
export function fieldsOf(form: TaskForm): TaskFields {
  return {
    ...form,
    title: form.title.trim(),
    note: form.note.trim() || null,
    dueTime: readTime(form.dueTime),
  }
}

export function changesOf(before: TaskForm, after: TaskForm): Partial<TaskFields> {
  return changedFields(fieldsOf(before), fieldsOf(after))
}

export type Problem = 'title' | 'dueOn' | 'dueTime'

export function problemsOf(form: TaskForm): ReadonlySet<Problem> {
  const typed = form.dueTime.trim() !== ''
  return new Set<Problem>([
    ...(form.title.trim() === '' ? (['title'] as const) : []),
    ...(form.dueOn === null && (typed || form.recurrence !== null) ? (['dueOn'] as const) : []),
    ...(typed && readTime(form.dueTime) === null ? (['dueTime'] as const) : []),
  ])
}
