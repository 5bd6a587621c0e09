import { AppError } from '../../shared/errors.ts'
import type { Workshop } from '../../shared/features/workshops.ts'
import type { WorkshopKind } from '../../shared/rules/programmes.ts'
import type { ReadDb } from '../context.ts'
import { inOrder } from '../list.ts'

/** Workshops with what their list and their page show, in the order of the ids; those in the trash too. */
export async function readWorkshops(db: ReadDb, ids: readonly string[]): Promise<Workshop[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('workshops')
    .innerJoin('cohorts', 'cohorts.id', 'workshops.cohortId')
    .innerJoin('programmes', 'programmes.id', 'cohorts.programmeId')
    .leftJoin('organisations', 'organisations.id', 'workshops.trainerOrganisationId')
    .selectAll('workshops')
    .select([
      'cohorts.name as cohortName',
      'cohorts.programmeId',
      'programmes.name as programmeName',
      'organisations.name as trainerOrganisationName',
    ])
    .where('workshops.id', 'in', ids)
    .execute()
  const fundings = await fundingsOf(db, ids)
  const attendances = await attendanceCounts(db, ids)
  const read = rows.map(({ position: _position, ...row }) => ({
    ...row,
    kind: row.kind as WorkshopKind,
    compulsory: row.compulsory === 1,
    fundings: fundings.filter(({ workshopId }) => workshopId === row.id).map(({ workshopId: _of, ...one }) => one),
    attendances: attendances.get(row.id) ?? 0,
  }))
  return inOrder(ids, read)
}

export async function readWorkshop(db: ReadDb, id: string): Promise<Workshop> {
  const [found] = await readWorkshops(db, [id])
  if (!found) throw new AppError('notFound', { entity: 'workshops', id })
  return found
}

/** Its workshops in the order they are held, cancelled ones among them. */
export async function workshopIdsOf(db: ReadDb, cohortId: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('workshops')
    .select('id')
    .where('cohortId', '=', cohortId)
    .where('deletedAt', 'is', null)
    .orderBy('heldOn')
    .orderBy('startTime')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** People whose presence or absence is noted, each once. */
export async function attendanceCounts(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('attendances')
    .select((eb) => ['workshopId', eb.fn.count<number>('personId').distinct().as('count')])
    .where('workshopId', 'in', ids)
    .where('deletedAt', 'is', null)
    .groupBy('workshopId')
    .execute()
  return new Map(rows.map(({ workshopId, count }) => [workshopId, Number(count)]))
}

function fundingsOf(db: ReadDb, ids: readonly string[]) {
  return db
    .selectFrom('workshopFundings')
    .innerJoin('fundedActions', 'fundedActions.id', 'workshopFundings.fundedActionId')
    .innerJoin('organisations', 'organisations.id', 'fundedActions.funderId')
    .select([
      'workshopId',
      'fundedActionId',
      'workshopFundings.share',
      'fundedActions.title',
      'organisations.name as funderName',
    ])
    .where('workshopId', 'in', ids)
    .where('workshopFundings.deletedAt', 'is', null)
    .where('fundedActions.deletedAt', 'is', null)
    .orderBy('workshopFundings.share', 'desc')
    .orderBy('fundedActions.title')
    .execute()
}
