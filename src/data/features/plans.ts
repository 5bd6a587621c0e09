import { AppError } from '../../shared/errors.ts'
import type { plans as contract } from '../../shared/features/plans.ts'
import type { Handlers, ReadDb, WriteContext } from '../context.ts'
import { refuseMissingPerson } from './coaching-checks.ts'
import { updateFields } from './conflicts.ts'
import { emptyAsNull, given } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { planBarriers } from './plan-barriers.ts'
import { planLibrary } from './plan-library.ts'
import { readAction, readGoal, readPlan } from './plan-read.ts'
import { placesAfterMove } from './positions.ts'

export const plans: Handlers<typeof contract> = {
  async ofPerson({ db }, { personId }) {
    return readPlan(db, personId)
  },
  async addGoal(tx, { personId, title, theme, targetOn }) {
    await refuseMissingPerson(tx.db, personId)
    refuseSensitiveNumbers({ title })
    const position = nextPlace(await goalsOf(tx.db, personId))
    const stateOn = tx.today()
    const id = await tx.write.insert('goals', { personId, title, theme, targetOn, state: 'open', stateOn, position })
    return readGoal(tx.db, id)
  },
  async updateGoal(tx, { id, version, fields }) {
    const row = await readGoal(tx.db, id)
    const { title, theme, targetOn, state } = fields
    refuseSensitiveNumbers({ title })
    const moved = state !== undefined && state !== row.state
    const columns = { ...given({ title, theme, targetOn, state }), ...(moved ? { stateOn: tx.today() } : {}) }
    await updateFields(tx, 'goals', id, columns, new Set(Object.keys(fields)), version)
    return { outcome: 'saved', record: await readGoal(tx.db, id) }
  },
  async removeGoal(tx, { id }) {
    await readGoal(tx.db, id)
    const actions = await tx.db
      .selectFrom('actions')
      .select('id')
      .where('goalId', '=', id)
      .where('deletedAt', 'is', null)
      .execute()
    for (const action of actions) await tx.write.trash('actions', action.id)
    await tx.write.trash('goals', id)
    return {}
  },
  async moveGoal(tx, { id, position }) {
    const { personId } = await readGoal(tx.db, id)
    for (const place of placesAfterMove(await goalsOf(tx.db, personId), id, position))
      await tx.write.update('goals', place.id, { position: place.position })
    return readPlan(tx.db, personId)
  },
  async addAction(tx, { personId, goalId, libraryId, title, who, whoName, dueOn }) {
    await refuseMissingPerson(tx.db, personId)
    await refuseOtherGoal(tx.db, goalId, personId)
    await refuseMissingEntry(tx.db, libraryId)
    refuseSensitiveNumbers({ title, whoName })
    const id = await tx.write.insert('actions', {
      personId,
      goalId,
      libraryId,
      title,
      who,
      whoName: who === 'other' ? emptyAsNull(whoName) : null,
      dueOn,
      position: nextPlace(await actionsOf(tx.db, personId, goalId)),
    })
    return readAction(tx.db, id)
  },
  async updateAction(tx, { id, version, fields }) {
    await updateAction(tx, id, fields, version)
    return { outcome: 'saved', record: await readAction(tx.db, id) }
  },
  async removeAction(tx, { id }) {
    await readAction(tx.db, id)
    await tx.write.trash('actions', id)
    return {}
  },
  async moveAction(tx, { id, goalId, position }) {
    const action = await readAction(tx.db, id)
    await refuseOtherGoal(tx.db, goalId, action.personId)
    if (goalId !== action.goalId) {
      const last = nextPlace(await actionsOf(tx.db, action.personId, goalId))
      await tx.write.update('actions', id, { goalId, position: last })
    }
    for (const place of placesAfterMove(await actionsOf(tx.db, action.personId, goalId), id, position))
      await tx.write.update('actions', place.id, { position: place.position })
    return readPlan(tx.db, action.personId)
  },
  ...planBarriers,
  ...planLibrary,
}

type ActionPatch = Parameters<(typeof plans)['updateAction']>[1]['fields']

async function updateAction(tx: WriteContext, id: string, fields: ActionPatch, basedOn: number): Promise<void> {
  const row = await readAction(tx.db, id)
  const { goalId, title, who, whoName, dueOn, doneOn } = fields
  if (goalId !== undefined) await refuseOtherGoal(tx.db, goalId, row.personId)
  if (doneOn && doneOn > tx.today()) throw new AppError('invalid', { field: 'doneOn', reason: 'future' })
  refuseSensitiveNumbers({ title, whoName })
  const named = (who ?? row.who) === 'other' ? whoName : null // the name is that of someone else
  const columns = {
    ...given({ goalId, title, who, dueOn, doneOn }),
    ...(named === undefined ? {} : { whoName: emptyAsNull(named) }),
    ...(goalId === undefined || goalId === row.goalId
      ? {}
      : { position: nextPlace(await actionsOf(tx.db, row.personId, goalId)) }),
  }
  await updateFields(tx, 'actions', id, columns, new Set(Object.keys(fields)), basedOn)
}

function goalsOf(db: ReadDb, personId: string) {
  return db
    .selectFrom('goals')
    .select(['id', 'position'])
    .where('personId', '=', personId)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

function actionsOf(db: ReadDb, personId: string, goalId: string | null) {
  return db
    .selectFrom('actions')
    .select(['id', 'position'])
    .where('personId', '=', personId)
    .where('goalId', goalId === null ? 'is' : '=', goalId)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

function nextPlace(rows: readonly { readonly position: number }[]): number {
  return (rows.at(-1)?.position ?? -1) + 1
}

async function refuseOtherGoal(db: ReadDb, goalId: string | null, personId: string): Promise<void> {
  if (goalId === null) return
  const goal = await db
    .selectFrom('goals')
    .select('personId')
    .where('id', '=', goalId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (goal?.personId !== personId) throw new AppError('invalid', { field: 'goalId' })
}

async function refuseMissingEntry(db: ReadDb, id: string | null): Promise<void> {
  if (id === null) return
  const entry = await db
    .selectFrom('actionLibrary')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!entry) throw new AppError('invalid', { field: 'libraryId' })
}
