import { AppError } from '../../shared/errors.ts'
import type { Barrier, Goal, Plan, PlanAction } from '../../shared/features/plans.ts'
import type { ActionWho, BarrierKind, BarrierOutcome, CoachingTheme, GoalState } from '../../shared/rules/coaching.ts'
import type { ReadDb } from '../context.ts'

/** Everything one page of plan shows, in its order. */
export async function readPlan(db: ReadDb, personId: string): Promise<Plan> {
  const goals = await goalRows(db).where('personId', '=', personId).execute()
  const actions = await actionRows(db).where('personId', '=', personId).execute()
  const barriers = await barrierRows(db).where('personId', '=', personId).execute()
  return { personId, goals: goals.map(toGoal), actions: actions.map(toAction), barriers: barriers.map(toBarrier) }
}

export async function readGoal(db: ReadDb, id: string): Promise<Goal> {
  const row = await goalRows(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'goals', id })
  return toGoal(row)
}

export async function readAction(db: ReadDb, id: string): Promise<PlanAction> {
  const row = await actionRows(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'actions', id })
  return toAction(row)
}

export async function readBarrier(db: ReadDb, id: string): Promise<Barrier> {
  const row = await barrierRows(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'barriers', id })
  return toBarrier(row)
}

function goalRows(db: ReadDb) {
  return db
    .selectFrom('goals')
    .select(['id', 'version', 'personId', 'title', 'theme', 'state', 'stateOn', 'targetOn'])
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
}

function actionRows(db: ReadDb) {
  return db
    .selectFrom('actions')
    .select(['id', 'version', 'personId', 'goalId', 'libraryId', 'title', 'who', 'whoName', 'dueOn', 'doneOn'])
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
}

function barrierRows(db: ReadDb) {
  return db
    .selectFrom('barriers')
    .select(['id', 'version', 'personId', 'kind', 'openedOn', 'closedOn', 'outcome', 'note'])
    .where('deletedAt', 'is', null)
    .orderBy((eb) => eb.case().when('closedOn', 'is', null).then(0).else(1).end())
    .orderBy('openedOn', 'desc')
    .orderBy('id', 'desc')
}

type RowOf<Query extends (db: ReadDb) => { execute(): Promise<readonly unknown[]> }> = Awaited<
  ReturnType<ReturnType<Query>['execute']>
>[number]

// the closed lists were checked when these codes were written
function toGoal({ theme, state, ...row }: RowOf<typeof goalRows>): Goal {
  return { ...row, theme: theme as CoachingTheme | null, state: state as GoalState }
}

function toAction({ who, ...row }: RowOf<typeof actionRows>): PlanAction {
  return { ...row, who: who as ActionWho }
}

function toBarrier({ kind, outcome, ...row }: RowOf<typeof barrierRows>): Barrier {
  return { ...row, kind: kind as BarrierKind, outcome: outcome as BarrierOutcome | null }
}
