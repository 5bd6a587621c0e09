import { expect, test } from 'vitest'
import { aFilledCohort } from '../support/factories-workshops.ts'
import { openTestApi } from '../support/open-test-api.ts'

test('certificates are issued in one act to those who completed, numbered by their day, and once', async () => {
  const testApi = await openTestApi()
  const { api } = testApi
  const cohort = await aFilledCohort(testApi, { people: 3, cohort: { completionShare: 50 } })
  const workshopId = await cohort.workshop()
  const [one = '', two = ''] = cohort.people
  const marks = [one, two].map((personId) => ({ personId, halfDay: 'morning' as const, state: 'present' as const }))
  await api.attendances.mark({ workshopId, marks })
  const { cohortId } = cohort
  const issue = (enrolmentIds: readonly string[], issuedOn = '2026-11-23') =>
    api.certificates.issue({ cohortId, enrolmentIds: [...enrolmentIds], issuedOn })
  await expect(issue(cohort.enrolments)).rejects.toMatchObject({ data: { reason: 'notCompleted' } })
  await expect(issue(cohort.enrolments.slice(0, 1), '2026-11-24')).rejects.toMatchObject({ data: { reason: 'future' } })
  await expect(issue(['nobody'])).rejects.toMatchObject({ code: 'selectionChanged' })

  const done = cohort.enrolments.slice(0, 2)
  expect(await issue(done)).toEqual({ issued: 2 })
  expect(await issue(done)).toEqual({ issued: 0 })
  const pages = await api.certificates.ofCohort({ cohortId })
  expect(pages.map(({ number }) => number).toSorted()).toEqual(['AT-20261123-001', 'AT-20261123-002'])
  expect(pages[0]).toMatchObject({
    minutes: 180,
    programmeName: 'Lance ta boîte',
    associationName: 'Les Passerelles',
    issuedBy: 'Solène Kerbrat',
  })
  expect(await api.certificates.ofCohort({ cohortId, enrolmentIds: done.slice(0, 1) })).toHaveLength(1)
  const { people } = await api.attendances.ofCohort({ cohortId })
  expect(people.filter(({ certificate }) => certificate !== null)).toHaveLength(2)
  await api.history.undoLast({}) // of the act that had nothing to issue
  await api.history.undoLast({})
  expect(await api.certificates.ofCohort({ cohortId })).toEqual([])
})
