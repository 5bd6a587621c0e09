import type { CohortQuota } from '../../shared/features/cohorts.ts'
import type { QuotaKind } from '../../shared/rules/programmes.ts'
import { placedStages } from '../../shared/rules/enrolment-stages.ts'
import type { Quota } from '../../shared/rules/quota.ts'
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

/** The quotas of a cohort, each with the places that those it is for have taken. */
export async function quotasOf({ db, resources }: ReadContext, cohortId: string): Promise<CohortQuota[]> {
  const quotas = await db
    .selectFrom('cohortQuotas')
    .select(['id', 'kind', 'code', 'label', 'places'])
    .where('cohortId', '=', cohortId)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .execute()
  const holders = quotas.length === 0 ? [] : await placeHolders(db, cohortId)
  return quotas.map((quota) => {
    const kind = quota.kind as QuotaKind
    return {
      ...quota,
      kind,
      codeName: quotaCodeName(resources, quota),
      taken: kind === 'other' ? null : holders.filter((holder) => isFor(kind, quota.code, holder)).length,
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

/** As each was on the day of entry: who moves house afterwards keeps the place they were given. */
function placeHolders(db: ReadDb, cohortId: string) {
  return db
    .selectFrom('enrolments')
    .select(['entryCommuneCode', 'entryQpvState', 'entryQpvCode', 'entryFrrStatus', 'entryGender'])
    .where('cohortId', '=', cohortId)
    .where('stage', 'in', placedStages)
    .where('deletedAt', 'is', null)
    .execute()
}

type Holder = Awaited<ReturnType<typeof placeHolders>>[number]

function isFor(kind: Exclude<QuotaKind, 'other'>, code: string | null, holder: Holder): boolean {
  switch (kind) {
    case 'qpv':
      return holder.entryQpvState === 'in'
    case 'qpvCode':
      return holder.entryQpvState === 'in' && holder.entryQpvCode === code
    case 'frr':
      return holder.entryFrrStatus !== null && holder.entryFrrStatus !== '0' // the official list's word for none
    case 'women':
      return holder.entryGender === 'female'
    case 'commune':
      return holder.entryCommuneCode === code
  }
}
