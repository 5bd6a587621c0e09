import type { CohortSummary } from '../../shared/features/cohorts.ts'
import type { ReadContext, ReadDb } from '../context.ts'
import { takenPlaces } from './cohort-filling.ts'

interface Wanted {
  readonly programmeIds?: readonly string[]
  readonly ids?: readonly string[]
}

/** Cohorts with their filling, the last to begin first; those without a date before them all. */
export async function cohortSummaries({ db }: ReadContext, { programmeIds, ids }: Wanted): Promise<CohortSummary[]> {
  const rows = await db
    .selectFrom('cohorts')
    .innerJoin('programmes', 'programmes.id', 'cohorts.programmeId')
    .select([
      'cohorts.id',
      'programmeId',
      'programmes.name as programmeName',
      'cohorts.name',
      'cohorts.startsOn',
      'cohorts.endsOn',
      'place',
      'capacity',
      'cohorts.sortKey',
    ])
    .where('cohorts.deletedAt', 'is', null)
    .$if(programmeIds !== undefined, (query) => query.where('programmeId', 'in', programmeIds ?? []))
    .$if(ids !== undefined, (query) => query.where('cohorts.id', 'in', ids ?? []))
    .execute()
  const found = rows.map(({ id }) => id)
  const taken = await takenPlaces(db, found)
  const workshops = await workshopCounts(db, found)
  return rows.sort(lastFirst).map(({ sortKey: _sortKey, ...row }) => ({
    ...row,
    taken: taken.get(row.id) ?? 0,
    workshops: workshops.get(row.id) ?? 0,
  }))
}

/** Workshops that take place, or took place: those cancelled are none. */
export async function workshopCounts(db: ReadDb, cohortIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (cohortIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('workshops')
    .select((eb) => ['cohortId', eb.fn.countAll<number>().as('count')])
    .where('cohortId', 'in', cohortIds)
    .where('cancelledOn', 'is', null)
    .where('deletedAt', 'is', null)
    .groupBy('cohortId')
    .execute()
  return new Map(rows.map(({ cohortId, count }) => [cohortId, Number(count)]))
}

interface Dated {
  readonly startsOn: string | null
  readonly sortKey: string
}

function lastFirst(one: Dated, other: Dated): number {
  const [left, right] = [one.startsOn ?? '9999', other.startsOn ?? '9999']
  if (left !== right) return left < right ? 1 : -1
  return one.sortKey < other.sortKey ? -1 : 1
}
