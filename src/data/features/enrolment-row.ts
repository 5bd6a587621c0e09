import type { Selectable } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import type { EnrolmentStage } from '../../shared/rules/enrolment-stages.ts'
import type { ReadDb } from '../context.ts'
import type { Schema } from '../schema.ts'

export interface EnrolmentRecord extends Selectable<Schema['enrolments']> {
  readonly stage: EnrolmentStage
}

/** An enrolment that may be worked on: one in the trash must be restored first. */
export async function liveEnrolment(db: ReadDb, id: string): Promise<EnrolmentRecord> {
  const row = await db
    .selectFrom('enrolments')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'enrolments', id })
  return row as EnrolmentRecord
}

export async function liveCohort(db: ReadDb, id: string): Promise<Selectable<Schema['cohorts']>> {
  const row = await db
    .selectFrom('cohorts')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'cohorts', id })
  return row
}

export function illegalStage(from: EnrolmentStage | null, to: EnrolmentStage): AppError {
  return new AppError('illegalMove', { from, to })
}
