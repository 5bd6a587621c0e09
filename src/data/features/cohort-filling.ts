import type { CohortQuota } from '../../shared/features/cohorts.ts'
import type { QuotaKind } from '../../shared/rules/programmes.ts'
import { placedStages } from '../../shared/rules/enrolment-stages.ts'
import { type Quota, type QuotaSituation, quotaTaken } from '../../shared/rules/quota.ts'
import type { ReadContext, ReadDb } from '../context.ts'
import { communeName, qpvName } from './territory.ts'

/** How many places are taken in each of these cohorts. */
export async function takenPlaces(db: ReadDb, cohortIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (cohortIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('enrolments')
    .select((eb) => ['cohortId', eb.fn.countAll<number>().as('count')])
    .where('cohortId', 'in', cohortIds)
    .where('stage', 'in', placedStages)
    .where('deletedAt', 'is', null)
    .groupBy('cohortId')
    .execute()
  return new Map(rows.map(({ cohortId, count }) => [cohortId, Number(count)]))
}

/**
 * The quotas of a cohort, each with the places that those it is for have taken: what is shown above its board, and what
 * a decision starts from.
 */
export async function quotasOf({ db, resources }: ReadContext, cohortId: string): Promise<CohortQuota[]> {
  const quotas = await db
    .selectFrom('cohortQuotas')
    .select(['id', 'kind', 'code', 'label', 'places'])
    .where('cohortId', '=', cohortId)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const holders = quotas.length === 0 ? [] : await placeHolders(db, cohortId)
  return quotas.map((quota) => {
    const kind = quota.kind as QuotaKind
    return {
      ...quota,
      kind,
      codeName: quotaCodeName(resources, quota),
      taken: quotaTaken(quota, holders),
    }
  })
}

/** The neighbourhood or the commune a quota is for, by its name; null for the others. */
export function quotaCodeName(resources: string, { kind, code }: Quota): string | null {
  switch (kind) {
    case 'qpvCode':
      return qpvName(resources, code)
    case 'commune':
      return communeName(resources, code)
    default:
      return null
  }
}

async function placeHolders(db: ReadDb, cohortId: string): Promise<readonly QuotaSituation[]> {
  const rows = await db
    .selectFrom('enrolments')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .select([
      'entryOn',
      'entryCommuneCode',
      'entryQpvState',
      'entryQpvCode',
      'entryFrrStatus',
      'entryGender',
      'people.communeCode',
      'people.qpvState',
      'people.qpvCode',
      'people.frrStatus',
      'people.gender',
    ])
    .where('cohortId', '=', cohortId)
    .where('stage', 'in', placedStages)
    .where('enrolments.deletedAt', 'is', null)
    .execute()
  return rows.map(quotaSituation)
}

interface AtEntryAndToday extends QuotaSituation {
  readonly entryOn: string | null
  readonly entryCommuneCode: string | null
  readonly entryQpvState: string
  readonly entryQpvCode: string | null
  readonly entryFrrStatus: string | null
  readonly entryGender: string | null
}

/** As frozen on the day of entry: who moves house keeps the place they were given. As it is today for who has not entered. */
export function quotaSituation(row: AtEntryAndToday): QuotaSituation {
  if (row.entryOn !== null)
    return {
      communeCode: row.entryCommuneCode,
      qpvState: row.entryQpvState,
      qpvCode: row.entryQpvCode,
      frrStatus: row.entryFrrStatus,
      gender: row.entryGender,
    }
  const { communeCode, qpvState, qpvCode, frrStatus, gender } = row
  return { communeCode, qpvState, qpvCode, frrStatus, gender }
}
