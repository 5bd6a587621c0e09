import { AppError } from '../../shared/errors.ts'
import { openReferralStates } from '../../shared/rules/referral-transitions.ts'
import type { WriteContext } from '../context.ts'
import { labelOf } from '../labels.ts'
import { restoreEnrolmentsOf, trashEnrolmentsOf } from './enrolment-trash.ts'

/**
 * To the trash, with the referrals and the programmes that are over and what was to be done. Nobody is put aside while
 * a partner waits for them, nor while a coach follows them or they hold a place in a programme that runs.
 */
export async function trashPerson(tx: WriteContext, id: string): Promise<void> {
  const referrals = await tx.db
    .selectFrom('referrals')
    .select(['id', 'state'])
    .where('personId', '=', id)
    .where('deletedAt', 'is', null)
    .execute()
  const open = referrals.filter(({ state }) => openReferralStates.some((one) => one === state)).length
  const { supports } = await tx.db
    .selectFrom('supports')
    .select((eb) => eb.fn.countAll<number>().as('supports'))
    .where('personId', '=', id)
    .where('endedOn', 'is', null)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (open + Number(supports) > 0) {
    const label = await labelOf(tx.db, 'people', id)
    throw new AppError('inUse', { entity: 'people', id, label, referrals: open, supports: Number(supports) })
  }
  await trashEnrolmentsOf(tx, id)
  await tx.write.trash('people', id)
  for (const referral of referrals) await tx.write.trash('referrals', referral.id)
  const tasks = await tx.db
    .selectFrom('tasks')
    .select('id')
    .where('personId', '=', id)
    .where('doneOn', 'is', null)
    .where('deletedAt', 'is', null)
    .execute()
  for (const task of tasks) await tx.write.trash('tasks', task.id)
}

/** Back from the trash, with the referrals, the enrolments and the tasks that went there by the same act. */
export async function restorePerson(tx: WriteContext, id: string): Promise<void> {
  const act = await tx.db
    .selectFrom('changes')
    .select('batchId')
    .where('entity', '=', 'people')
    .where('recordId', '=', id)
    .where('op', '=', 'delete')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  await tx.write.restore('people', id)
  if (!act) return
  for (const entity of ['referrals', 'tasks'] as const) {
    const gone = await tx.db
      .selectFrom(entity as 'tasks')
      .select('id')
      .where('personId', '=', id)
      .where('deletedAt', 'is not', null)
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('changes')
          .select('changes.recordId')
          .where('changes.batchId', '=', act.batchId)
          .where('changes.entity', '=', entity)
          .where('changes.op', '=', 'delete'),
      )
      .execute()
    for (const part of gone) await tx.write.restore(entity, part.id)
  }
  await restoreEnrolmentsOf(tx, id, act.batchId)
}
