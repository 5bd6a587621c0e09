import { AppError } from '../../shared/errors.ts'
import { type EnrolmentStage, isOneOf, runningStages } from '../../shared/rules/enrolment-stages.ts'
import type { WriteContext } from '../context.ts'
import { labelOf } from '../labels.ts'
import { refuseThoseThere, refuseUnknown } from './enrolment-create.ts'
import { type EnrolmentRecord, liveCohort, liveEnrolment } from './enrolment-row.ts'
import { leaveWaitingPlace, takeWaitingPlace } from './enrolment-waiting-list.ts'

/** To the trash; those who wait behind move up. */
export async function trashEnrolment(tx: WriteContext, row: EnrolmentRecord): Promise<void> {
  await tx.write.trash('enrolments', row.id)
  if (row.stage === 'waitlisted') await leaveWaitingPlace(tx, row)
}

/** Back from the trash, at its rank if it waits; refused while its person or its cohort is in there. */
export async function restoreEnrolment(tx: WriteContext, id: string): Promise<void> {
  const row = await tx.db.selectFrom('enrolments').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'enrolments', id })
  if (row.deletedAt === null) return
  await liveCohort(tx.db, row.cohortId)
  await refuseUnknown(tx.db, row.personId)
  await refuseThoseThere(tx.db, row.cohortId, [row.personId])
  await tx.write.restore('enrolments', id)
  const back = await liveEnrolment(tx.db, id)
  if (back.stage === 'waitlisted')
    await tx.write.update('enrolments', id, { rank: await takeWaitingPlace(tx, back, back.rank) })
}

/** With their person, the programmes that are not running; one that is keeps them. */
export async function trashEnrolmentsOf(tx: WriteContext, personId: string): Promise<void> {
  const rows = await tx.db
    .selectFrom('enrolments')
    .select(['id', 'stage'])
    .where('personId', '=', personId)
    .where('deletedAt', 'is', null)
    .execute()
  const running = rows.filter(({ stage }) => isOneOf([...runningStages, 'selected'], stage as EnrolmentStage)).length
  if (running > 0) {
    const label = await labelOf(tx.db, 'people', personId)
    throw new AppError('inUse', { entity: 'people', id: personId, label, enrolments: running })
  }
  for (const { id } of rows) await trashEnrolment(tx, await liveEnrolment(tx.db, id))
}

/** Those that an act put in the trash with their person, but for cohorts that are gone since. */
export async function restoreEnrolmentsOf(tx: WriteContext, personId: string, batchId: string): Promise<void> {
  const rows = await tx.db
    .selectFrom('changes')
    .innerJoin('enrolments', 'enrolments.id', 'changes.recordId')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .select('enrolments.id')
    .where('changes.batchId', '=', batchId)
    .where('changes.entity', '=', 'enrolments')
    .where('changes.op', '=', 'delete')
    .where('enrolments.personId', '=', personId)
    .where('enrolments.deletedAt', 'is not', null)
    .where('cohorts.deletedAt', 'is', null)
    .execute()
  for (const { id } of rows) await restoreEnrolment(tx, id)
}
