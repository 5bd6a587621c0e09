import {
  type AttendanceState,
  type WorkshopMark,
  absencesInRow,
  usualAbsencesAlert,
} from '../../../shared/rules/attendance.ts'
import { type IsoDay, addDays, localDay } from '../../../shared/rules/days.ts'
import type { ReadContext } from '../../context.ts'
import { groupBy } from '../attendance-reading.ts'
import { type DaySource, isWanted, nothingSaid } from './source.ts'

/** People expected at workshops who missed the last ones in a row, and were not reached since. */
export const absences: DaySource = {
  reasons: ['absences'],
  readsFrom: ['workshops', 'attendances', 'cohorts', 'enrolments', 'interactions', 'people'],
  async lines(context, { today, mine }) {
    if (context.space.kind !== 'association') return []
    const rows = await missing(context, { today, mine, enrolmentIds: null })
    return rows.map(({ enrolmentId, personId, absences: { until } }) => ({
      reason: 'absences',
      recordId: enrolmentId,
      personId,
      dueOn: until,
      dueTime: null,
    }))
  },
  async said(context, ids) {
    const rows = await missing(context, { today: context.today(), mine: null, enrolmentIds: ids })
    return new Map(
      rows.map(({ enrolmentId, personId, cohort, absences: { count, since } }) => [
        enrolmentId,
        { ...nothingSaid, on: since, count, about: cohort, opens: { entity: 'people', id: personId } as const },
      ]),
    )
  },
}

/** Nobody is called about workshops of the season before. */
const absencesLookedAt = 90 // days

interface Missing {
  readonly enrolmentId: string
  readonly personId: string
  readonly cohort: string
  readonly absences: { readonly count: number; readonly since: IsoDay | null; readonly until: IsoDay }
}

interface Sought {
  readonly today: IsoDay
  readonly mine: string | null
  /** Null for all of them. */
  readonly enrolmentIds: readonly string[] | null
}

/** Who was absent as often as their cohort's alert says, then what the roll calls, and whoever called them, said. */
async function missing(context: ReadContext, sought: Sought): Promise<readonly Missing[]> {
  const candidates = await oftenAbsent(context, sought).execute()
  if (candidates.length === 0) return []
  const marks = await marksOf(context, sought)
  const reached = await lastReached(context, sought)
  return candidates.flatMap(({ id, personId, name, absencesAlert }) => {
    const { count, since, until } = absencesInRow(marks.get(id) ?? [])
    if (until === null || count < (absencesAlert ?? usualAbsencesAlert)) return []
    if ((reached.get(id) ?? '') >= until) return []
    return [{ enrolmentId: id, personId, cohort: name, absences: { count, since, until } }]
  })
}

function oftenAbsent({ db }: ReadContext, { today, mine, enrolmentIds }: Sought) {
  return db
    .selectFrom('workshops')
    .innerJoin('attendances', 'attendances.workshopId', 'workshops.id')
    .innerJoin('cohorts', 'cohorts.id', 'workshops.cohortId')
    .innerJoin('enrolments', (join) =>
      join
        .onRef('enrolments.cohortId', '=', 'workshops.cohortId')
        .onRef('enrolments.personId', '=', 'attendances.personId')
        .on('enrolments.deletedAt', 'is', null),
    )
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .select(['enrolments.id', 'enrolments.personId', 'enrolments.cohortId', 'cohorts.name', 'cohorts.absencesAlert'])
    .where('workshops.heldOn', '>=', addDays(today, -absencesLookedAt))
    .where('workshops.heldOn', '<=', today)
    .where('workshops.cancelledOn', 'is', null)
    .where('workshops.deletedAt', 'is', null)
    .where('attendances.state', '=', 'absent')
    .where('attendances.deletedAt', 'is', null)
    .where('cohorts.deletedAt', 'is', null)
    .where((eb) => eb.or([eb('cohorts.endsOn', 'is', null), eb('cohorts.endsOn', '>=', today)]))
    .where('enrolments.stage', 'in', ['enrolled', 'active'])
    .where('people.deletedAt', 'is', null)
    .where((eb) => isWanted(eb.ref('cohorts.coordinatorId'), mine))
    .$if(enrolmentIds !== null, (query) => query.where('enrolments.id', 'in', enrolmentIds ?? []))
    .groupBy(['enrolments.id', 'enrolments.personId', 'enrolments.cohortId', 'cohorts.name', 'cohorts.absencesAlert'])
    .having((eb) =>
      eb(
        eb.fn.count('workshops.id').distinct(),
        '>=',
        eb.fn.coalesce('cohorts.absencesAlert', eb.lit(usualAbsencesAlert)),
      ),
    )
}

/** The workshops of their cohort that each of them was called at, in the order of their days. */
async function marksOf(context: ReadContext, sought: Sought): Promise<ReadonlyMap<string, WorkshopMark[]>> {
  const rows = await context.db
    .selectFrom(oftenAbsent(context, sought).as('often'))
    .innerJoin('attendances', 'attendances.personId', 'often.personId')
    .innerJoin('workshops', (join) =>
      join.onRef('workshops.id', '=', 'attendances.workshopId').onRef('workshops.cohortId', '=', 'often.cohortId'),
    )
    .select(['often.id as enrolmentId', 'attendances.workshopId', 'heldOn', 'startTime', 'state'])
    .where('attendances.deletedAt', 'is', null)
    .where('workshops.cancelledOn', 'is', null)
    .where('workshops.deletedAt', 'is', null)
    .where('workshops.heldOn', '<=', sought.today)
    .orderBy('heldOn')
    .orderBy('startTime')
    .orderBy('workshops.id')
    .execute()
  const byPerson = groupBy(rows, ({ enrolmentId }) => enrolmentId)
  return new Map(
    [...byPerson].map(([id, own]) => [
      id,
      [...groupBy(own, ({ workshopId }) => workshopId).values()].map((halfDays) => ({
        heldOn: halfDays[0]?.heldOn ?? '',
        cancelled: false,
        states: halfDays.map(({ state }) => state as AttendanceState),
      })),
    ]),
  )
}

/** The last day each of them was spoken to. */
async function lastReached(context: ReadContext, sought: Sought): Promise<ReadonlyMap<string, IsoDay>> {
  const rows = await context.db
    .selectFrom(oftenAbsent(context, sought).as('often'))
    .innerJoin('interactions', 'interactions.personId', 'often.personId')
    .select((eb) => ['often.id', eb.fn.max('interactions.at').as('at')])
    .where('interactions.result', '=', 'reached')
    .where('interactions.deletedAt', 'is', null)
    .groupBy('often.id')
    .execute()
  return new Map(rows.map(({ id, at }) => [id, localDay(at)]))
}
