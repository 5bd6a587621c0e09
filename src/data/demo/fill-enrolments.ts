import { addDays } from '../../shared/rules/days.ts'
import type { CurrentMember, WriteContext } from '../context.ts'
import { enrolments } from '../features/enrolments.ts'
import { people } from '../features/people.ts'
import { referrals } from '../features/referrals.ts'
import { type Chance, chanceFrom } from './chance.ts'
import { decide, onDay } from './cohort-life.ts'
import { fillSelection } from './fill-selection.ts'
import { type Estate, earliest, inventPerson } from './invent.ts'

interface DemoCohort {
  readonly id: string
  readonly startsOn: string
}

/**
 * Who is in the invented cohorts: an accelerator of forty, chosen among some ninety applications that two members
 * read; its next edition, whose applications are being read; a hundred and fifty women in a collective operation,
 * with a waiting list.
 */
export async function fillEnrolments(
  tx: WriteContext,
  team: readonly string[],
  estate: readonly Estate[],
): Promise<void> {
  const chance = chanceFrom(20261124)
  const readers = await readersOf(tx, team)
  const [accelerator, next] = await cohortsOf(tx, 'accelerator')
  const [collective] = await cohortsOf(tx, 'collectiveOperation')
  if (collective) await fillCollective(tx, collective, await womenEnough(tx, chance, estate))
  if (accelerator) await fillSelection(tx, chance, { cohort: accelerator, people: await anyone(tx, 0, 92), readers })
  if (next) await fillSelection(tx, chance, { cohort: next, people: await anyone(tx, 92, 120), readers })
}

async function readersOf(tx: WriteContext, team: readonly string[]): Promise<readonly CurrentMember[]> {
  const rows = await tx.db.selectFrom('members').select(['id', 'name']).where('id', 'in', team).execute()
  const [second] = rows
  return tx.member && second ? [tx.member, second] : []
}

/** The cohorts of a kind of programme, the first to begin first. */
async function cohortsOf(tx: WriteContext, kind: string): Promise<readonly DemoCohort[]> {
  const rows = await tx.db
    .selectFrom('cohorts')
    .innerJoin('programmes', 'programmes.id', 'cohorts.programmeId')
    .select(['cohorts.id', 'cohorts.startsOn'])
    .where('programmes.kind', '=', kind)
    .where('cohorts.deletedAt', 'is', null)
    .orderBy('cohorts.startsOn')
    .execute()
  return rows.flatMap(({ id, startsOn }) => (startsOn === null ? [] : [{ id, startsOn }]))
}

const womenWanted = 172

/** The women of the demo, and as many more as the operation counts. */
async function womenEnough(tx: WriteContext, chance: Chance, estate: readonly Estate[]): Promise<readonly string[]> {
  const known = await tx.db
    .selectFrom('people')
    .select('id')
    .where('gender', '=', 'female')
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .execute()
  const ids = known.map(({ id }) => id)
  while (ids.length < womenWanted) {
    const { person } = inventPerson(chance, estate, tx.today())
    if (person.gender === 'female') ids.push((await people.create(tx, person)).id)
  }
  return ids.slice(0, womenWanted)
}

/** People of the demo by the order they came in, from one place to another. */
export async function anyone(tx: WriteContext, from: number, to: number): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('people')
    .select('id')
    .where('birthYear', 'is not', null) // not those one only speaks to in an organisation
    .where('deletedAt', 'is', null)
    .orderBy('id')
    .limit(to)
    .execute()
  return rows.slice(from).map(({ id }) => id)
}

/** A hundred and fifty at work after two gave up, twelve who wait, and eight who thought better of it. */
async function fillCollective(tx: WriteContext, cohort: DemoCohort, women: readonly string[]): Promise<void> {
  const { id: cohortId, startsOn } = cohort
  const day = (after: number) => earliest(addDays(startsOn, after), tx.today())
  const accepted = await enrolments.candidates(tx, { cohortId })
  const referralOf = new Map(
    accepted
      .filter(({ decidedOn }) => decidedOn !== null && decidedOn <= day(-20))
      .map(({ personId, referralId }) => [personId, referralId]),
  )
  const { ids } = await enrolments.create(onDay(tx, day(-45)), {
    cohortId,
    people: women.map((personId) => ({ personId, referralId: referralOf.get(personId) ?? null })),
    stage: 'applied',
    on: day(-45),
  })
  const entered = ids.slice(0, 152)
  await decide(tx, cohortId, entered, { to: 'selected', on: day(-20) })
  await decide(tx, cohortId, ids.slice(152, 164), { to: 'waitlisted', on: day(-20) })
  await decide(tx, cohortId, ids.slice(164), { to: 'withdrawn', on: day(-12), reasons: ['notAvailableThen'] })
  await decide(tx, cohortId, entered, { to: 'enrolled', on: day(-5) })
  await decide(tx, cohortId, entered, { to: 'active', on: day(0) })
  await decide(tx, cohortId, entered.slice(40, 42), {
    to: 'dropout',
    on: day(34),
    reasons: ['foundJob'],
    outcomeClass: 'durableEmployment',
  })
  for (const id of entered) await enrolments.recordMessage(onDay(tx, day(34)), { id, sentOn: day(34) })
  for (const referralId of referralOf.values()) await tellLandlord(tx, referralId, day(-3))
}

/** The landlord was told of the entry, where the person agreed to it. */
async function tellLandlord(tx: WriteContext, id: string, on: string): Promise<void> {
  const { feedbacks, feedbackAllowed, state } = await referrals.get(tx, { id })
  const owed = feedbacks.find(({ occasion, sentOn }) => occasion === 'entry' && sentOn === null)
  if (!owed || !feedbackAllowed || state !== 'accepted') return
  const sentOn = on > owed.happenedOn ? on : owed.happenedOn
  await referrals.recordFeedback(tx, { id, occasion: 'entry', sentOn, channel: 'email', message: null })
}
