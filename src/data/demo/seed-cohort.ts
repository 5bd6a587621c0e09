import { addDays } from '../../shared/rules/days.ts'
import type { WriteContext } from '../context.ts'
import { attendances } from '../features/attendances.ts'
import { cohorts } from '../features/cohorts.ts'
import { createEnrolments } from '../features/enrolment-create.ts'
import { programmes } from '../features/programmes.ts'
import { workshops } from '../features/workshops.ts'
import type { Chance } from './chance.ts'
import { decide, onDay } from './cohort-life.ts'

const weeks = 24 // of workshops, the last of them today

/** A cohort half a year old: everyone came in, and was called each week. */
export async function seedCohort(
  tx: WriteContext,
  chance: Chance,
  { name, people }: { readonly name: string; readonly people: readonly string[] },
): Promise<void> {
  const startsOn = addDays(tx.today(), -7 * (weeks - 1))
  const cohortId = await addCohort(tx, { name, startsOn, capacity: people.length })
  await enter(tx, { cohortId, people, startsOn })
  const lines = Array.from({ length: weeks }, (_, week) => ({
    heldOn: addDays(startsOn, 7 * week),
    startTime: '09:30',
    endTime: '12:30',
    minutes: null,
    title: `Séance ${week + 1}`,
  }))
  const made = await workshops.createSeries(tx, { cohortId, kind: 'workshop', title: 'Séance', fundings: [], lines })
  for (const { id: workshopId } of made) {
    const marks = people.map((personId) => ({ personId, halfDay: 'morning' as const, ...stateOf(chance) }))
    await attendances.mark(tx, { workshopId, marks })
  }
}

async function addCohort(
  tx: WriteContext,
  { name, startsOn, capacity }: { readonly name: string; readonly startsOn: string; readonly capacity: number },
): Promise<string> {
  const dates = { startsOn, endsOn: addDays(tx.today(), 60) }
  const programme = await programmes.create(tx, { kind: 'collectiveOperation', name: 'Opération de mesure', ...dates })
  const { id } = await cohorts.create(tx, { programmeId: programme.id, name, capacity, ...dates })
  return id
}

async function enter(
  tx: WriteContext,
  {
    cohortId,
    people,
    startsOn,
  }: { readonly cohortId: string; readonly people: readonly string[]; readonly startsOn: string },
): Promise<void> {
  const applied = addDays(startsOn, -30)
  const ids = await createEnrolments(onDay(tx, applied), {
    cohortId,
    people: people.map((personId) => ({ personId, referralId: null })),
    stage: 'applied',
    on: applied,
  })
  await decide(tx, cohortId, ids, { to: 'selected', on: addDays(startsOn, -14) })
  await decide(tx, cohortId, ids, { to: 'enrolled', on: addDays(startsOn, -7) })
  await decide(tx, cohortId, ids, { to: 'active', on: startsOn })
}

function stateOf(chance: Chance) {
  const state = chance.happens(0.85) ? ('present' as const) : chance.pick(['absent', 'excused', 'late'] as const)
  return { state, minutes: null }
}
