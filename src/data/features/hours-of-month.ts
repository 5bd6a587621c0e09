import type { HoursOfMonth } from '../../shared/features/hours.ts'
import {
  type HourTotals,
  daysOfMonth,
  peopleIn,
  provenRate,
  sumOf,
  totalsBy,
  totalsByFunding,
} from '../../shared/rules/hours.ts'
import type { ReadDb } from '../context.ts'
import { groupBy } from './attendance-reading.ts'
import { type ReadLine, readHourLines } from './hour-lines.ts'

/** The hours of a month, by coach, by person, by workshop and by funder: four ways to count the same ones. */
export async function readHoursOfMonth(db: ReadDb, month: string): Promise<HoursOfMonth> {
  const lines = (await readHourLines(db, daysOfMonth(month))).filter(({ minutes }) => minutes > 0)
  const validated = await validatedIn(db, month)
  return {
    month,
    totals: { individual: sumOf(lines, 'individual'), group: sumOf(lines, 'group') },
    coaches: coachesIn(lines, validated),
    people: peopleOf(lines, validated),
    workshops: workshopsIn(lines),
    funders: await fundersOf(db, lines),
    peopleCount: peopleIn(lines),
    proven: provenRate(lines),
  }
}

/** The day each holder's month was validated, by their id. */
async function validatedIn(db: ReadDb, month: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('hourStatements')
    .select(['personId', 'coachId', 'validatedOn'])
    .where('month', '=', month)
    .where('deletedAt', 'is', null)
    .execute()
  return new Map(rows.map(({ personId, coachId, validatedOn }) => [personId ?? coachId ?? '', validatedOn]))
}

function coachesIn(lines: readonly ReadLine[], validated: ReadonlyMap<string, string>): HoursOfMonth['coaches'] {
  const sessions = lines.filter(({ coachId }) => coachId !== null)
  const coaches = [...groupBy(sessions, ({ coachId }) => coachId ?? '')].map(([id, own]) => ({
    id,
    name: own[0]?.coachName ?? '',
    minutes: sumOf(own, 'individual'),
    sessions: own.length,
    people: peopleIn(own),
    validatedOn: validated.get(id) ?? null,
  }))
  return coaches.sort((a, b) => a.name.localeCompare(b.name, 'fr'))
}

function peopleOf(lines: readonly ReadLine[], validated: ReadonlyMap<string, string>): HoursOfMonth['people'] {
  const totals = totalsBy(lines, ({ personId }) => personId)
  const people = [...groupBy(lines, ({ personId }) => personId)].map(([id, own]) => ({
    id,
    firstName: own[0]?.firstName ?? '',
    lastName: own[0]?.lastName ?? '',
    ...(totals.get(id) ?? none),
    validatedOn: validated.get(id) ?? null,
  }))
  const name = (person: (typeof people)[number]) => `${person.lastName} ${person.firstName}`
  return people.sort((a, b) => name(a).localeCompare(name(b), 'fr', { sensitivity: 'base' }))
}

const none: HourTotals = { individual: 0, group: 0 }

function workshopsIn(lines: readonly ReadLine[]): HoursOfMonth['workshops'] {
  const group = lines.filter(({ workshopId }) => workshopId !== null)
  return [...groupBy(group, ({ workshopId }) => workshopId ?? '')].map(([id, own]) => ({
    id,
    title: own[0]?.title ?? '',
    heldOn: own[0]?.heldOn ?? '',
    cohortName: own[0]?.cohortName ?? '',
    present: peopleIn(own),
    minutes: sumOf(own, 'group'),
    proven: own[0]?.proven ?? false,
  }))
}

async function fundersOf(db: ReadDb, lines: readonly ReadLine[]): Promise<HoursOfMonth['funders']> {
  const { funded, own } = totalsByFunding(lines)
  const names = await actionNames(db, [...funded.keys()])
  const paid = [...funded].map(([fundedActionId, totals]) => ({
    fundedActionId,
    funderName: names.get(fundedActionId)?.funderName ?? null,
    actionTitle: names.get(fundedActionId)?.title ?? null,
    ...totals,
  }))
  const label = (row: (typeof paid)[number]) => `${row.funderName ?? ''} ${row.actionTitle ?? ''}`
  const sorted = paid.sort((a, b) => label(a).localeCompare(label(b), 'fr'))
  return [...sorted, { fundedActionId: null, funderName: null, actionTitle: null, ...own }]
}

async function actionNames(db: ReadDb, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, { funderName: string; title: string }>()
  const rows = await db
    .selectFrom('fundedActions')
    .innerJoin('organisations', 'organisations.id', 'fundedActions.funderId')
    .select(['fundedActions.id', 'fundedActions.title', 'organisations.name as funderName'])
    .where('fundedActions.id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}
