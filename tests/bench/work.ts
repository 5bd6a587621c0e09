import { called, longest } from '../../src/data/demo/seed-life.ts'
import { dayGroups } from '../../src/shared/rules/day.ts'
import { isoDay } from '../../src/data/open-database.ts'
import type { Api } from '../../src/shared/contract.ts'
import { type Figure, figure, median } from './figures.ts'
import { type Ask, pairs } from './pairs.ts'

const aim = 3

/** The long page, the full day and the large workshop, each asked as its screen asks. */
export async function compareWork(api: Api, ask: Ask): Promise<Figure[]> {
  const personId = await longestPage(api)
  const page = await pairs(
    100,
    () => Promise.all([api.people.get({ id: personId }), api.people.timeline({ id: personId, limit: 200 })]),
    () => Promise.all([ask('person', personId), ask('timeline', personId)]),
  )
  const rollCall = await largestWorkshop(api)
  const attendance = await pairs(
    100,
    () => api.attendances.ofWorkshop({ workshopId: rollCall }),
    () => ask('rollCall', rollCall),
  )
  const openDay = () => Promise.all([api.day.list({ who: 'mine', limit: 100 }), api.day.counts({})])
  const floorDay = () => ask('day', '')
  await refuseSmallDay(api)
  const still = await pairs(12, openDay, floorDay)
  const moved = await pairs(12, openDay, floorDay, (turn) => receiveReferral(api, turn))
  return [
    figure('person page, 400 events', 'ms', median(page.ours), median(page.floor), aim),
    figure('Ma journée, 20,000 items, after a commit', 'ms', median(moved.ours), median(moved.floor), aim),
    figure('Ma journée, 20,000 items, nothing new', 'ms', median(still.ours), median(still.floor), aim),
    figure('attendance screen of 150', 'ms', median(attendance.ours), median(attendance.floor), aim),
  ]
}

/** Of someone new: all that the day is made of is read again, but for workshops. */
function receiveReferral(api: Api, turn: number): Promise<unknown> {
  const person = { firstName: 'Arrivée', lastName: `Numéro ${turn}` }
  const receivedOn = isoDay(new Date())
  const agreement = {
    how: 'oral' as const,
    givenOn: receivedOn,
    scope: ['contact' as const],
    wordingVersion: '2026-11',
  }
  return api.referrals.create({ person, motive: 'businessCreation', receivedOn, agreement })
}

async function longestPage(api: Api): Promise<string> {
  const text = `${longest.firstName} ${longest.lastName}`
  const [hit] = await api.search.find({ text, entities: ['people'], limit: 1 })
  const id = hit?.id
  const events = id === undefined ? [] : await api.people.timeline({ id, limit: 500 })
  if (id === undefined || events.length < 400) throw new Error(`the longest page has ${events.length} events`)
  return id
}

async function largestWorkshop(api: Api): Promise<string> {
  const [cohort] = await api.cohorts.list({ text: called })
  const workshop = cohort && (await api.workshops.ofCohort({ cohortId: cohort.id })).at(-1)
  const people = workshop ? (await api.attendances.ofWorkshop({ workshopId: workshop.id })).people.length : 0
  if (!workshop || people < 150) throw new Error(`the largest workshop has ${people} people`)
  return workshop.id
}

async function refuseSmallDay(api: Api): Promise<void> {
  const { groups } = await api.day.list({ who: 'mine', groups: [...dayGroups], limit: 1 })
  const open = Object.values(groups).reduce((sum, count) => sum + count, 0)
  if (open < 20_000) throw new Error(`the day has ${open} items`)
}
