import { expect, test } from 'vitest'
import { readCaseload, readLoads } from '../../src/data/features/support-loads.ts'
import { sessions } from '../../src/data/features/sessions.ts'
import { coachingEvents } from '../../src/data/features/sessions-timeline.ts'
import { openTestApi } from '../support/open-test-api.ts'
import { plansOf } from '../support/query-plans.ts'

test('what coaches look at all day reads by index, however many sessions there are', async () => {
  const { database } = await openTestApi()
  const plans = await plansOf(database, async (context) => {
    await readCaseload(context, 'c')
    await readLoads(context, 30)
    await sessions.ofPerson(context, { personId: 'p' })
    await sessions.toWriteUp(context, { coachId: null, limit: 200 })
    await sessions.planned(context, { coachId: null, limit: 50 })
    await coachingEvents({ db: context.db, personId: 'p', limit: 200, names: new Map() })
  })
  expect(plans.length).toBeGreaterThan(12)
  const scans = plans.flatMap((plan) =>
    plan
      .split('\n')
      .filter((step) => /^SCAN (?:sessions|people|tasks|interactions|goals|barriers)\b/.test(step.trim())),
  )
  expect(scans).toEqual([])
})
