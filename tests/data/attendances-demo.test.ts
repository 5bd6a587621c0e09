import { expect, test } from 'vitest'
import { chanceFrom } from '../../src/data/demo/chance.ts'
import { fillAttendances } from '../../src/data/demo/fill-attendances.ts'
import { aFilledCohort } from '../support/factories-workshops.ts'
import { openTestApi } from '../support/open-test-api.ts'

test('the demo’s past workshops are called and some signed; those to come are not; who completed is certified', async () => {
  const testApi = await openTestApi()
  const { api } = testApi
  const cohort = await aFilledCohort(testApi, { people: 12, cohort: { endsOn: '2026-11-15', completionShare: 30 } })
  const days = ['2026-09-15', '2026-09-22', '2026-10-06', '2026-10-13', '2026-11-03', '2026-12-01']
  for (const heldOn of days) await cohort.workshop({ heldOn, startTime: '09:00', endTime: '17:00', minutes: 420 })
  await cohort.session({ personId: cohort.people[0] ?? '', heldOn: '2026-09-18' })
  await testApi.database.command('space.demo', (tx) => fillAttendances(tx, chanceFrom(7)))
  const sheet = await api.attendances.ofCohort({ cohortId: cohort.cohortId })
  expect(sheet.presence.denominator).toBe(12 * 5 * 2)
  expect(sheet.presence.numerator).toBeGreaterThan(80)
  expect(sheet.people.every(({ cells }) => cells.at(-1)?.marks.length === 0)).toBe(true)
  const done = sheet.people.filter(({ completion }) => completion.completed)
  expect(done.length).toBeGreaterThan(3)
  expect(done.filter(({ certificate }) => certificate === null)).toHaveLength(1) // one is still to be issued
  const waiting = await api.sheets.unsigned({ cohortId: cohort.cohortId })
  expect(waiting).toHaveLength(5) // none has its scan yet
  expect(waiting.some(({ countersignedOn }) => countersignedOn !== null)).toBe(true)
  const { validated } = await api.hours.statement({ month: '2026-09', holder: { kind: 'coach', id: testApi.memberId } })
  expect(validated).not.toBeNull()
})
