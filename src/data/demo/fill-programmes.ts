import { addDays, weekdayOf } from '../../shared/rules/days.ts'
import { occurrencesOf } from '../../shared/rules/recurrence.ts'
import type { WriteContext } from '../context.ts'
import { cohorts } from '../features/cohorts.ts'
import { programmes } from '../features/programmes.ts'
import { workshops } from '../features/workshops.ts'
import {
  accelerator,
  collective,
  nextEdition,
  type InventedProgramme,
  type InventedSeries,
} from './invented-programmes.ts'

/**
 * An accelerator of forty entrepreneurs and its next edition, and a collective operation of a hundred and fifty
 * women, each with half a year of workshops around today.
 */
export async function fillProgrammes(tx: WriteContext, team: readonly string[]): Promise<void> {
  const cohortId = await addProgramme(tx, accelerator, tx.member?.id ?? team[0] ?? null)
  await addProgramme(tx, collective, team[1] ?? null)
  const startsOn = mondayAround(addDays(tx.today(), nextEdition.begins))
  const preview = await cohorts.previewCopy(tx, { id: cohortId, startsOn })
  await cohorts.copy(tx, { id: cohortId, name: nextEdition.name, startsOn, workshops: preview.workshops })
}

async function addProgramme(
  tx: WriteContext,
  { programme, partners, actions, goals, cohort, quotas, series }: InventedProgramme,
  coordinatorId: string | null,
): Promise<string> {
  const today = tx.today()
  const { begins, ends, ...fields } = programme
  const { id: programmeId } = await programmes.create(tx, {
    ...fields,
    startsOn: mondayAround(addDays(today, begins)),
    endsOn: addDays(today, ends),
  })
  const partnersKnown = await Promise.all(
    partners.map(async ([name, role]) => ({ organisationId: await organisationNamed(tx, name), role })),
  )
  await programmes.setPartners(tx, { id: programmeId, partners: partnersKnown })
  const year = today.slice(0, 4)
  const funded = await Promise.all(
    actions.map(async ({ funder, ...action }) => ({
      id: null,
      funderId: await organisationNamed(tx, funder),
      ...action,
      startsOn: `${year}-01-01`,
      endsOn: `${year}-12-31`,
    })),
  )
  const { fundedActions } = await programmes.setFundedActions(tx, { id: programmeId, fundedActions: funded })
  await programmes.setGoals(tx, { id: programmeId, goals: goals.map((goal) => ({ id: null, label: null, ...goal })) })
  const startsOn = mondayAround(addDays(today, cohort.begins))
  const { id } = await cohorts.create(tx, {
    programmeId,
    name: cohort.name,
    place: cohort.place,
    capacity: cohort.capacity,
    coordinatorId,
    startsOn,
    endsOn: addDays(today, cohort.ends),
    callOpensOn: addDays(startsOn, -70),
    callClosesOn: addDays(startsOn, -21),
    note: cohort.note,
  })
  await cohorts.setQuotas(tx, {
    id,
    quotas: quotas.map((quota) => ({ id: null, code: null, label: null, ...quota })),
  })
  for (const one of series) await addSeries(tx, id, startsOn, one, fundedActions)
  return id
}

/** From the cohort's first day, or days before it for what comes before; never on a public holiday. */
export async function addSeries(
  tx: WriteContext,
  cohortId: string,
  cohortStartsOn: string,
  { weekday, everyWeeks, from, titles, cancelled, shares, startTime, endTime, ...common }: InventedSeries,
  actions: readonly { readonly id: string }[],
): Promise<void> {
  const { region } = tx.space.settings.serviceLevels
  const first = addDays(cohortStartsOn, from)
  const days = occurrencesOf(
    { firstDay: first, everyWeeks, weekdays: [weekday], end: { count: titles.length } },
    region,
  ).filter(({ holiday }) => !holiday)
  const [title = ''] = titles
  const fundings = shares.flatMap((share, index) => {
    const action = actions[index]
    return action === undefined || share === 0 ? [] : [{ fundedActionId: action.id, share }]
  })
  const lines = days.map(({ day }, index) => ({
    heldOn: day,
    startTime,
    endTime,
    minutes: null,
    title: titles[index] ?? title,
  }))
  const made = await workshops.createSeries(tx, { cohortId, title, ...common, fundings, lines })
  const given = cancelled === null ? undefined : made[cancelled.index]
  if (given === undefined || cancelled === null) return
  const on = addDays(given.heldOn, -2)
  await workshops.cancel(tx, { id: given.id, on, reason: cancelled.reason, scope: 'one' })
}

export function mondayAround(day: string): string {
  return addDays(day, 1 - weekdayOf(day))
}

async function organisationNamed(tx: WriteContext, name: string): Promise<string> {
  const { id } = await tx.db
    .selectFrom('organisations')
    .select('id')
    .where('name', '=', name)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return id
}
