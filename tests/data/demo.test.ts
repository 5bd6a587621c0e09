import { beforeAll, expect, test } from 'vitest'
import { fillDemo } from '../../src/data/demo/fill-demo.ts'
import { called, longest } from '../../src/data/demo/seed-life.ts'
import { seedBase } from '../../src/data/demo/seed.ts'
import { openReferralStates } from '../../src/shared/rules/referral-transitions.ts'
import { openTestApi, type TestApi } from '../support/open-test-api.ts'

/** The demo space of an association, which the tests below read and leave as it is: to fill it is most of what they cost. */
let filled: TestApi
beforeAll(async () => {
  let close: () => Promise<void> = () => Promise.resolve()
  filled = await openTestApi({ closeLater: (end) => (close = end) })
  await fillDemo(filled.database, 'association', 'fr')
  return close
}, 60_000)

test('the demo space of an association shows some 300 people, 60 organisations, and referrals in every state', async () => {
  const { api } = filled
  const people = await api.people.list({ offset: 0, limit: 50 })
  expect(people.total).toBeGreaterThanOrEqual(300)
  expect((await api.organisations.list({ offset: 0, limit: 1 })).total).toBeGreaterThanOrEqual(60)
  const referrals = await api.referrals.list({ offset: 0, limit: 500 })
  expect(referrals.total).toBe(151)
  const states = new Set(referrals.rows.map(({ state }) => state))
  expect([...states].sort()).toEqual([
    'accepted',
    'closed',
    'contacting',
    'expired',
    'met',
    'received',
    'redirected',
    'refused',
    'waitlisted',
    'withdrawn',
  ])
  const expiring = await api.documents.expiring({ until: '2026-12-23' })
  expect(expiring.length).toBeGreaterThan(5)
  expect((await api.letters.models({})).length).toBeGreaterThan(3)
  await expect(api.history.undoLast({})).rejects.toMatchObject({ code: 'nothingToUndo' })
})

test('the demo space of a landlord holds its residences, its drafts and what it sent', async () => {
  const { api, database } = await openTestApi({ kind: 'landlord', organisationName: 'Estuaire Logement' })
  await fillDemo(database, 'landlord', 'en')
  const { rows } = await api.referrals.list({ offset: 0, limit: 500 })
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['draft', 'sent', 'withdrawn']))
  expect((await api.residences.list({ offset: 0, limit: 1 })).total).toBe(12)
})

test('its programmes hold an accelerator of 40, a collective operation of 150, and half a year of workshops', async () => {
  const { api } = filled
  const programmes = await api.programmes.list({})
  expect(programmes.map(({ kind }) => kind).toSorted()).toEqual(['accelerator', 'collectiveOperation'])
  const capacities = programmes.flatMap(({ cohorts }) => cohorts.map(({ capacity }) => capacity))
  expect(capacities.toSorted((one, other) => (one ?? 0) - (other ?? 0))).toEqual([20, 40, 40, 150])
  for (const { id, funders, cohorts } of programmes) {
    expect(funders.length).toBeGreaterThan(1)
    const { goals } = await api.programmes.get({ id })
    expect(goals.length).toBeGreaterThan(3)
    const workshops = await api.workshops.ofCohort({ cohortId: cohorts.at(-1)?.id ?? '' })
    expect(workshops.length).toBeGreaterThan(15)
    expect(workshops.filter(({ cancelledOn }) => cancelledOn !== null)).toHaveLength(1)
  }
})

test('its sheets and certificates carry logos, and the names of those who have none', async () => {
  const { api } = filled
  for (const { cohorts } of await api.programmes.list({})) {
    const shown = await api.logos.ofCohort({ cohortId: cohorts[0]?.id ?? '' })
    expect(shown[0]).toMatchObject({ role: 'own', picture: { mediaType: 'image/png' } })
    expect(shown.filter(({ picture }) => picture !== null).length).toBeGreaterThanOrEqual(4)
    expect(shown.some(({ picture }) => picture === null)).toBe(true)
  }
})

test('the demo space follows some sixty people: three coaches and a coordinator, six months of sessions, plans, scales, reports to write', async () => {
  const { api, database } = filled
  const loads = (await api.supports.loads({})).filter(({ open }) => open > 0)
  expect(loads).toHaveLength(4)
  expect(loads.reduce((sum, { open }) => sum + open, 0)).toBeGreaterThanOrEqual(50)
  expect((await api.sessions.toWriteUp({ coachId: null })).total).toBeGreaterThanOrEqual(3)
  expect((await api.sessions.planned({ coachId: null })).length).toBeGreaterThan(10)
  expect(await api.scales.themes({})).toHaveLength(8)
  const { db } = database.read()
  const { sessions } = await db
    .selectFrom('sessions')
    .select((eb) => eb.fn.countAll<number>().as('sessions'))
    .executeTakeFirstOrThrow()
  expect(sessions).toBeGreaterThan(200)
})

test('the demo space shows an edition that ended: certificates issued in one go, exits, alumni, months validated', async () => {
  const { api } = filled
  const ended = (await api.cohorts.list({})).filter(({ endsOn }) => endsOn !== null && endsOn < '2026-11-23')
  expect(ended).toHaveLength(1)
  const cohortId = ended[0]?.id ?? ''
  const sheet = await api.attendances.ofCohort({ cohortId })
  const certified = sheet.people.filter(({ certificate }) => certificate !== null)
  expect(certified.length).toBeGreaterThan(sheet.people.length * 0.6)
  expect(sheet.completed.numerator).toBe(certified.length + 1) // one is still to be issued
  const { rows } = await api.enrolments.ofCohort({ cohortId })
  const stages = new Set(rows.map(({ stage }) => stage))
  expect(stages).toEqual(new Set(['completed', 'alumnus', 'dropout', 'refused']))
  expect(rows.every(({ stage, endedOn }) => stage === 'refused' || endedOn !== null)).toBe(true)
  const months = new Set(sheet.workshops.map(({ heldOn }) => heldOn.slice(0, 7)))
  for (const month of months) {
    const { people } = await api.hours.ofMonth({ month })
    const theirs = people.filter(({ id }) => sheet.people.some(({ personId }) => personId === id))
    expect(theirs.every(({ validatedOn }) => validatedOn !== null)).toBe(true)
  }
})

test('the demo space marks nothing ahead of its day, and a rule reminds of papers that expire', async () => {
  const { api, database } = filled
  const ahead = await database
    .read()
    .db.selectFrom('attendances')
    .innerJoin('workshops', 'workshops.id', 'attendances.workshopId')
    .select('attendances.id')
    .where('workshops.heldOn', '>', '2026-11-23')
    .execute()
  expect(ahead).toEqual([])
  const [rule, ...others] = await api.reminders.rules({})
  expect(others).toEqual([])
  expect(rule).toMatchObject({ active: true, dateField: 'documentExpiry' })
  expect(rule?.openTasks).toBeGreaterThan(3)
  expect(await api.reminders.run({})).toEqual({ made: 0, moved: 0, withdrawn: 0 })
})

test('a seeded base has served for a while: most of its referrals are decided, few are late', async () => {
  const { api, database } = await openTestApi()
  await seedBase(database, { people: 60, referrals: 60 }, () => undefined)
  const { rows } = await api.referrals.list({ offset: 0, limit: 500 })
  const open = rows.filter(({ state }) => openReferralStates.some((one) => one === state))
  expect(open.length).toBeGreaterThan(6)
  expect(open.length).toBeLessThan(20)
  expect(new Set(rows.map(({ state }) => state)).size).toBe(10)
  const late = (await api.referrals.overdue({})).referrals
  expect(late).toBeLessThan(open.length / 2)
})

test('a base that is measured holds the cohort, the long timeline and the full day it says', async () => {
  const { api, database } = await openTestApi()
  const life = { cohort: 12, events: 100, openItems: 160 }
  await seedBase(database, { people: 200, referrals: 20, life }, () => undefined)
  const [cohort] = await api.cohorts.list({ text: called })
  const made = await api.workshops.ofCohort({ cohortId: cohort?.id ?? '' })
  const sheet = await api.attendances.ofWorkshop({ workshopId: made.at(-1)?.id ?? '' })
  expect(sheet.people).toHaveLength(12)
  expect(sheet.people.every(({ marks }) => marks.length === 1)).toBe(true)
  const [hit] = await api.search.find({ text: `${longest.firstName} ${longest.lastName}`, limit: 1 })
  const events = await api.people.timeline({ id: hit?.id ?? '', limit: 200 })
  expect(events).toHaveLength(100)
  expect(new Set(events.map(({ kind }) => kind)).size).toBeGreaterThan(8)
  const { groups, axes } = await api.day.list({ who: 'everyone', limit: 1 })
  expect(Object.values(groups).reduce((sum, count) => sum + count, 0)).toBe(160)
  expect(Object.values(axes).every((count) => count > 0)).toBe(true)
})
