import { addDays } from '../../shared/rules/days.ts'
import { monthOf } from '../../shared/rules/hours.ts'
import type { OutcomeClass } from '../../shared/rules/values.ts'
import type { WriteContext } from '../context.ts'
import { attendances } from '../features/attendances.ts'
import { cohorts } from '../features/cohorts.ts'
import { enrolments } from '../features/enrolments.ts'
import { hours } from '../features/hours.ts'
import { programmes } from '../features/programmes.ts'
import { chanceFrom } from './chance.ts'
import { decide, onDay } from './cohort-life.ts'
import { addSeries, mondayAround } from './fill-programmes.ts'
import { anyone } from './fill-enrolments.ts'
import { previousEdition } from './invented-programmes.ts'

/** Those of the demo who are in no other edition of the programme. */
const from = 120
const to = 142

/** The accelerator's edition before this one: whoever it took, and the workshops they are about to be called at. */
export async function beginPreviousEdition(tx: WriteContext, coordinatorId: string | null): Promise<string> {
  const { name, capacity, completionShare, begins, ends, series } = previousEdition
  const { id: programmeId, place } = await programmeOf(tx)
  const startsOn = mondayAround(addDays(tx.today(), begins))
  const endsOn = addDays(tx.today(), ends)
  const { id } = await cohorts.create(tx, {
    programmeId,
    name,
    capacity,
    completionShare,
    coordinatorId,
    place,
    startsOn,
    endsOn,
    callOpensOn: addDays(startsOn, -60),
    callClosesOn: addDays(startsOn, -21),
  })
  await cohorts.setQuotas(tx, { id, quotas: [{ id: null, code: null, label: null, kind: 'women', places: 12 }] })
  const { fundedActions } = await programmes.get(tx, { id: programmeId })
  for (const one of series) await addSeries(tx, id, startsOn, one, fundedActions)
  const day = (after: number) => addDays(startsOn, after)
  const { ids } = await enrolments.create(onDay(tx, day(-40)), {
    cohortId: id,
    people: (await anyone(tx, from, to)).map((personId) => ({ personId, referralId: null })),
    stage: 'applied',
    on: day(-40),
  })
  const entered = ids.slice(0, capacity)
  await decide(tx, id, entered, { to: 'selected', on: day(-14) })
  await decide(tx, id, ids.slice(capacity), { to: 'refused', on: day(-14), reasons: ['projectNotReady'] })
  await decide(tx, id, entered, { to: 'enrolled', on: day(-4) })
  await decide(tx, id, entered, { to: 'active', on: day(0) })
  return id
}

const outcomes: readonly OutcomeClass[] = ['positiveExit', 'positiveExit', 'durableEmployment', 'otherExit']
const notLong = 12 // days from the end to what becomes of those who were through

/**
 * Its end, once its rolls are called: whoever was there long enough is through, and most of them
 * stay in touch as alumni; the others left. Their hours of each month were validated.
 */
export async function endPreviousEdition(tx: WriteContext, cohortId: string): Promise<void> {
  const chance = chanceFrom(20_261_125)
  const { endsOn } = await cohorts.get(tx, { id: cohortId })
  const { people, workshops } = await attendances.ofCohort(tx, { cohortId })
  if (endsOn === null) return
  const idsOf = (some: typeof people) => some.map(({ enrolmentId }) => enrolmentId)
  const through = people.filter(({ completion }) => completion.completed)
  for (const outcomeClass of new Set(outcomes)) {
    const theirs = through.filter((_, index) => outcomes[index % outcomes.length] === outcomeClass)
    await decide(tx, cohortId, idsOf(theirs), { to: 'completed', on: endsOn, outcomeClass })
  }
  const others = people.filter(({ completion }) => !completion.completed)
  await decide(tx, cohortId, idsOf(others), {
    to: 'dropout',
    on: endsOn,
    reasons: ['businessNeedsTime'],
    outcomeClass: 'otherExit',
  })
  const alumni = through.filter(() => chance.happens(0.8))
  await decide(tx, cohortId, idsOf(alumni), { to: 'alumnus', on: addDays(endsOn, notLong) })
  const months = new Set(workshops.map(({ heldOn }) => monthOf(heldOn)))
  for (const month of months) {
    for (const { personId } of people) await validate(tx, month, personId)
  }
}

/** As soon as the month was over. Whoever was never there has nothing to validate. */
async function validate(tx: WriteContext, month: string, personId: string): Promise<void> {
  const holder = { kind: 'person', id: personId } as const
  const { lines, validated } = await hours.statement(tx, { month, holder })
  if (lines.length === 0 || validated !== null) return
  await hours.validate(onDay(tx, addDays(`${month}-28`, 9)), { month, holder })
}

async function programmeOf(tx: WriteContext) {
  return tx.db
    .selectFrom('cohorts')
    .innerJoin('programmes', 'programmes.id', 'cohorts.programmeId')
    .select(['programmes.id', 'cohorts.place'])
    .where('programmes.kind', '=', 'accelerator')
    .orderBy('cohorts.startsOn')
    .executeTakeFirstOrThrow()
}
