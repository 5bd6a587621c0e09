import { AppError } from '../../shared/errors.ts'
import type { CohortCopyPreview } from '../../shared/features/cohorts.ts'
import { addDays, daysBetween } from '../../shared/rules/days.ts'
import { sortKey } from '../../shared/rules/fold.ts'
import { shiftedDay, weeksShift } from '../../shared/rules/recurrence.ts'
import type { ReadContext, ReadDb, WriteContext } from '../context.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { refuseGone } from './live-records.ts'

/** What the next edition would be: its dates moved whole, its workshops by whole weeks, past the public holidays. */
export async function previewCopy(context: ReadContext, id: string, startsOn: string): Promise<CohortCopyPreview> {
  const { db } = context
  const { region } = context.space.settings.serviceLevels
  const cohort = await sourceOf(db, id)
  const workshops = await workshopsToCopy(db, id)
  const first = cohort.startsOn ?? workshops[0]?.heldOn ?? startsOn
  const apart = daysBetween(first, startsOn)
  const shift = weeksShift(
    first,
    startsOn,
    workshops.map(({ heldOn }) => heldOn),
  )
  const moved = (day: string | null) => (day === null ? null : addDays(day, apart))
  return {
    name: cohort.name,
    startsOn,
    endsOn: moved(cohort.endsOn),
    callOpensOn: moved(cohort.callOpensOn),
    callClosesOn: moved(cohort.callClosesOn),
    quotas: (await quotasToCopy(db, id)).length,
    criteria: (await criteriaToCopy(db, id)).length,
    workshops: workshops.map((workshop) => {
      const heldOn = shiftedDay(workshop.heldOn, shift, region)
      return {
        id: workshop.id,
        title: workshop.title,
        startTime: workshop.startTime,
        endTime: workshop.endTime,
        from: workshop.heldOn,
        heldOn,
        avoidsHoliday: heldOn !== addDays(workshop.heldOn, shift),
      }
    }),
  }
}

interface Copy {
  readonly id: string
  readonly name: string
  readonly startsOn: string
  readonly workshops: readonly { readonly id: string; readonly heldOn: string }[]
}

/** Writes the next edition, and gives its id. Nobody is enrolled in it, and nothing of it is cancelled. */
export async function copyCohort(tx: WriteContext, { id, name, startsOn, workshops }: Copy): Promise<string> {
  refuseSensitiveNumbers({ name })
  const source = await sourceOf(tx.db, id)
  const { endsOn, callOpensOn, callClosesOn } = await previewCopy(tx, id, startsOn)
  const { place, capacity, coordinatorId, completionShare, absencesAlert, note, programmeId } = source
  const cohortId = await tx.write.insert('cohorts', {
    programmeId,
    name: name.trim(),
    sortKey: sortKey(name, ''),
    startsOn,
    endsOn,
    place,
    capacity,
    coordinatorId,
    callOpensOn,
    callClosesOn,
    completionShare,
    absencesAlert,
    previousId: id,
    note,
  })
  for (const quota of await quotasToCopy(tx.db, id)) await tx.write.insert('cohortQuotas', { cohortId, ...quota })
  for (const criterion of await criteriaToCopy(tx.db, id))
    await tx.write.insert('selectionCriteria', { cohortId, ...criterion })
  await copyWorkshops(tx, id, cohortId, workshops)
  return cohortId
}

/** On the days that were agreed to; what was one series is one again, of its own. */
async function copyWorkshops(
  tx: WriteContext,
  from: string,
  cohortId: string,
  wanted: Copy['workshops'],
): Promise<void> {
  const known = new Map((await workshopsToCopy(tx.db, from)).map((workshop) => [workshop.id, workshop]))
  const series = new Map<string, string>()
  for (const { id, heldOn } of wanted) {
    const source = known.get(id)
    if (!source) throw new AppError('notFound', { entity: 'workshops', id })
    const { id: _id, seriesId, ...columns } = source
    if (seriesId !== null && !series.has(seriesId)) series.set(seriesId, tx.newId())
    const workshopId = await tx.write.insert('workshops', {
      ...columns,
      cohortId,
      heldOn,
      seriesId: seriesId === null ? null : (series.get(seriesId) ?? null),
    })
    for (const funding of await fundingsOf(tx.db, id))
      await tx.write.insert('workshopFundings', { workshopId, ...funding })
  }
}

function workshopsToCopy(db: ReadDb, cohortId: string) {
  return db
    .selectFrom('workshops')
    .select([
      'id',
      'kind',
      'title',
      'theme',
      'position',
      'heldOn',
      'startTime',
      'endTime',
      'minutes',
      'place',
      'link',
      'trainerName',
      'trainerOrganisationId',
      'compulsory',
      'seriesId',
      'note',
    ])
    .where('cohortId', '=', cohortId)
    .where('cancelledOn', 'is', null)
    .where('deletedAt', 'is', null)
    .orderBy('heldOn')
    .orderBy('startTime')
    .orderBy('id')
    .execute()
}

function fundingsOf(db: ReadDb, workshopId: string) {
  return db
    .selectFrom('workshopFundings')
    .innerJoin('fundedActions', 'fundedActions.id', 'workshopFundings.fundedActionId')
    .select(['fundedActionId', 'workshopFundings.share'])
    .where('workshopId', '=', workshopId)
    .where('workshopFundings.deletedAt', 'is', null)
    .where('fundedActions.deletedAt', 'is', null)
    .orderBy('workshopFundings.id')
    .execute()
}

function quotasToCopy(db: ReadDb, cohortId: string) {
  return db
    .selectFrom('cohortQuotas')
    .select(['kind', 'code', 'label', 'places', 'position'])
    .where('cohortId', '=', cohortId)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .execute()
}

function criteriaToCopy(db: ReadDb, cohortId: string) {
  return db
    .selectFrom('selectionCriteria')
    .select(['label', 'guidance', 'weight', 'position'])
    .where('cohortId', '=', cohortId)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .execute()
}

async function sourceOf(db: ReadDb, id: string) {
  await refuseGone(db, 'cohorts', id)
  return db.selectFrom('cohorts').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
}
