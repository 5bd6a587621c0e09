import type { SeriesLine } from '../../shared/features/workshops.ts'
import { type Recurrence, occurrencesOf } from '../../shared/rules/recurrence.ts'
import type { ReadContext } from '../context.ts'
import { refuseGone } from './live-records.ts'

interface Wanted extends Recurrence {
  readonly cohortId: string
  readonly startTime: string
  readonly endTime: string
}

/** The days a series would have, and what speaks against each: a public holiday, another workshop, the cohort's dates. */
export async function previewSeries(context: ReadContext, wanted: Wanted): Promise<SeriesLine[]> {
  const { db } = context
  await refuseGone(db, 'cohorts', wanted.cohortId)
  const { startsOn, endsOn } = await db
    .selectFrom('cohorts')
    .select(['startsOn', 'endsOn'])
    .where('id', '=', wanted.cohortId)
    .executeTakeFirstOrThrow()
  const held = await db
    .selectFrom('workshops')
    .select(['heldOn', 'startTime', 'endTime', 'title'])
    .where('cohortId', '=', wanted.cohortId)
    .where('cancelledOn', 'is', null)
    .where('deletedAt', 'is', null)
    .execute()
  return occurrencesOf(wanted, context.space.settings.serviceLevels.region).map(({ day, holiday }) => ({
    heldOn: day,
    holiday,
    meets:
      held.find((one) => one.heldOn === day && one.startTime < wanted.endTime && wanted.startTime < one.endTime)
        ?.title ?? null,
    outside: (startsOn !== null && day < startsOn) || (endsOn !== null && day > endsOn),
  }))
}
