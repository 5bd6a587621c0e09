import * as z from 'zod'
import { Saved, command, query } from '../endpoint.ts'
import { actionWhos, barrierKinds, barrierOutcomes, coachingThemes, goalStates } from '../rules/coaching.ts'
import { ById, Optional } from './fields.ts'
import { IsoDate } from './people.ts'
import { Locale } from './space.ts'

const Title = z.string().trim().min(1).max(200)
const Theme = z.enum(coachingThemes).nullable()
const Version = z.number().int()

export const GoalFields = z.strictObject({
  title: Title,
  theme: Theme,
  targetOn: IsoDate.nullable(),
  state: z.enum(goalStates),
})
export const Goal = GoalFields.extend({
  id: z.string(),
  version: Version,
  personId: z.string(),
  stateOn: z.string(),
})
export type Goal = z.infer<typeof Goal>

/** A step of the plan, taken from the library or written freely: both are the same thing once there. */
export const ActionFields = z.strictObject({
  goalId: z.string().nullable(),
  title: Title,
  who: z.enum(actionWhos),
  whoName: Optional(100),
  dueOn: IsoDate.nullable(),
  doneOn: IsoDate.nullable(),
})
export const PlanAction = ActionFields.extend({
  id: z.string(),
  version: Version,
  personId: z.string(),
  libraryId: z.string().nullable(),
})
export type PlanAction = z.infer<typeof PlanAction>

/** What stands in the way; open while `closedOn` is null, and closed with what came of it. */
export const BarrierFields = z.strictObject({
  kind: z.enum(barrierKinds),
  openedOn: IsoDate,
  closedOn: IsoDate.nullable(),
  outcome: z.enum(barrierOutcomes).nullable(),
  note: Optional(500),
})
export const Barrier = BarrierFields.extend({ id: z.string(), version: Version, personId: z.string() })
export type Barrier = z.infer<typeof Barrier>

/** Everything one page of plan shows, in its order. */
export const Plan = z.object({
  personId: z.string(),
  goals: z.array(Goal),
  actions: z.array(PlanAction),
  barriers: z.array(Barrier),
})
export type Plan = z.infer<typeof Plan>

/** An action proposed to every plan. One that is retired is no longer proposed, and stays where it was used. */
export const LibraryEntry = z.object({
  id: z.string(),
  version: Version,
  title: z.string(),
  theme: Theme,
  retired: z.boolean(),
  uses: z.number().int(),
})
export type LibraryEntry = z.infer<typeof LibraryEntry>

export const plans = {
  ofPerson: query(z.strictObject({ personId: z.string() }), Plan),
  addGoal: command(
    z.strictObject({
      personId: z.string(),
      title: Title,
      theme: Theme.default(null),
      targetOn: IsoDate.nullable().default(null),
    }),
    Goal,
  ),
  updateGoal: command(z.strictObject({ id: z.string(), version: Version, fields: GoalFields.partial() }), Saved(Goal)),
  /** Goes with its actions. */
  removeGoal: command(ById, z.strictObject({})),
  moveGoal: command(z.strictObject({ id: z.string(), position: z.number().int().min(0) }), Plan),
  addAction: command(
    z.strictObject({
      personId: z.string(),
      goalId: z.string().nullable().default(null),
      libraryId: z.string().nullable().default(null),
      title: Title,
      who: z.enum(actionWhos).default('person'),
      whoName: Optional(100).default(null),
      dueOn: IsoDate.nullable().default(null),
    }),
    PlanAction,
  ),
  updateAction: command(
    z.strictObject({ id: z.string(), version: Version, fields: ActionFields.partial() }),
    Saved(PlanAction),
  ),
  removeAction: command(ById, z.strictObject({})),
  /** Among the actions of its goal, or of another one. */
  moveAction: command(
    z.strictObject({ id: z.string(), goalId: z.string().nullable(), position: z.number().int().min(0) }),
    Plan,
  ),
  openBarrier: command(
    z.strictObject({
      personId: z.string(),
      kind: z.enum(barrierKinds),
      openedOn: IsoDate,
      note: Optional(500).default(null),
    }),
    Barrier,
  ),
  updateBarrier: command(
    z.strictObject({ id: z.string(), version: Version, fields: BarrierFields.partial() }),
    Saved(Barrier),
  ),
  removeBarrier: command(ById, z.strictObject({})),
  /** Those still proposed first, then the retired ones. */
  library: query(z.strictObject({}), z.array(LibraryEntry)),
  /** A usual set of actions, for a space that has none. */
  seedLibrary: command(z.strictObject({ locale: Locale }), z.array(LibraryEntry)),
  addToLibrary: command(z.strictObject({ title: Title, theme: Theme.default(null) }), LibraryEntry),
  updateLibrary: command(
    z.strictObject({
      id: z.string(),
      version: Version,
      fields: z.strictObject({ title: Title, theme: Theme, retired: z.boolean() }).partial(),
    }),
    Saved(LibraryEntry),
  ),
}
