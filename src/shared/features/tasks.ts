import * as z from 'zod'
import { Saved, command, query } from '../endpoint.ts'
import { taskKinds, taskRecurrences } from '../rules/tasks.ts'
import { ById } from './fields.ts'
import { Page, PageRequest, Selection } from './lists.ts'
import { IsoDate } from './people.ts'

/** The records a task can be about, and the column that says which. */
export const taskOwnerColumns = {
  people: 'personId',
  organisations: 'organisationId',
  referrals: 'referralId',
  cohorts: 'cohortId',
  sessions: 'sessionId',
  actions: 'actionId',
} as const
export type TaskOwnerEntity = keyof typeof taskOwnerColumns
const ownerEntities = Object.keys(taskOwnerColumns) as [TaskOwnerEntity, ...TaskOwnerEntity[]]

export const TaskOwner = z.strictObject({ entity: z.enum(ownerEntities), id: z.string() })
export type TaskOwner = z.infer<typeof TaskOwner>

/** `HH:MM`, as the clock on the wall says it. */
const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const Reference = z.string().nullable()

export const TaskFields = z.strictObject({
  title: z.string().trim().min(1).max(200),
  note: z.string().trim().max(500).nullable(),
  kind: z.enum(taskKinds),
  dueOn: IsoDate.nullable(),
  dueTime: TimeOfDay.nullable(),
  assigneeId: Reference,
  recurrence: z.enum(taskRecurrences).nullable(),
})
export type TaskFields = z.infer<typeof TaskFields>

const owners = {
  personId: Reference,
  organisationId: Reference,
  referralId: Reference,
  cohortId: Reference,
  sessionId: Reference,
  actionId: Reference,
}
export const NewTask = TaskFields.partial().extend({
  title: TaskFields.shape.title,
  ...z.strictObject(owners).partial().shape,
})
export type NewTask = z.infer<typeof NewTask>

/** A task whole. What it is about is named; the person it concerns as well, be it through a referral or a session. */
export const Task = z.object({
  ...TaskFields.shape,
  ...owners,
  id: z.string(),
  version: z.number().int(),
  createdAt: z.string(),
  deletedAt: z.string().nullable(),
  // words of another part of the program or of a newer version are shown as they are
  kind: z.string(),
  recurrence: z.string().nullable(),
  origin: z.string(),
  assigneeName: z.string().nullable(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  organisationName: z.string().nullable(),
  about: TaskOwner.extend({ label: z.string() }).nullable(),
  doneOn: z.string().nullable(),
  doneByName: z.string().nullable(),
})
export type Task = z.infer<typeof Task>

const Postponement = z.union([
  z.strictObject({ workingDays: z.number().int().min(1).max(260) }),
  z.strictObject({ on: IsoDate }),
])
/** Open tasks that move, from which day to which; those that are done stay where they are. */
const Postponed = z.object({
  changed: z.number().int(),
  kept: z.number().int(),
  moves: z.array(z.object({ id: z.string(), title: z.string(), before: z.string().nullable(), after: z.string() })),
})

export const tasks = {
  list: query(PageRequest, Page(Task)),
  /** Those still to do, the soonest first, then the last done. */
  ofRecord: query(
    z.strictObject({ owner: TaskOwner, done: z.number().int().min(0).max(50).default(5) }),
    z.object({ open: z.array(Task), done: z.array(Task), doneCount: z.number().int() }),
  ),
  get: query(ById, Task),
  create: command(NewTask, Task),
  update: command(
    z.strictObject({ id: z.string(), version: z.number().int(), fields: TaskFields.partial() }),
    Saved(Task),
  ),
  /** Done today; what comes back is made again, and is named. */
  complete: command(ById, z.object({ task: Task, next: Task.nullable() })),
  reopen: command(ById, Task),
  /** What `postpone` would write, before it does: every count is exact, the first moves are shown. */
  previewPostpone: query(z.strictObject({ selection: Selection, to: Postponement }), Postponed),
  postpone: command(z.strictObject({ selection: Selection, to: Postponement }), Postponed),
  trash: command(z.strictObject({ selection: Selection }), z.object({ changed: z.number().int() })),
  restore: command(ById, Task),
}
