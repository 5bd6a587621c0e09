import { describe, expect, test } from 'vitest'
import { anEnrolment, walked } from '../support/factories-enrolments.ts'
import { putCohort } from '../support/rows.ts'
import { type TestApi, openTestApi } from '../support/open-test-api.ts'

describe('the criteria of a cohort', () => {
  test('are added, changed, put in order, and stay while a reading uses them', async () => {
    const test = await openTestApi()
    const { api } = test
    const { cohortId, criteria } = await aGrid(test)
    const [project, drive] = criteria
    expect(await api.selection.criteria({ cohortId })).toMatchObject([
      { label: 'Maturité du projet', weight: 3, uses: 0 },
      { label: 'Motivation', weight: 1, uses: 0 },
    ])
    await api.selection.orderCriteria({ cohortId, ids: [drive, project] })
    expect((await api.selection.criteria({ cohortId })).map(({ id }) => id)).toEqual([drive, project])
    const { id } = await anEnrolment(test, cohortId)
    await api.selection.saveReview(aReview(id, { [project]: 4, [drive]: 5 }))
    await expect(api.selection.removeCriterion({ id: drive })).rejects.toMatchObject({
      code: 'inUse',
      data: { label: 'Motivation', reviews: 1 },
    })
    const added = await api.selection.addCriterion({ cohortId, label: 'Ancrage local', guidance: null, weight: 2 })
    await api.selection.removeCriterion({ id: added.id })
    expect(await api.selection.criteria({ cohortId })).toHaveLength(2)
    expect(
      await api.selection.updateCriterion({ id: drive, version: 1, fields: { guidance: 'Ce que la personne en dit' } }),
    ).toMatchObject({ outcome: 'saved', record: { guidance: 'Ce que la personne en dit' } })
  })

  test('are ordered whole, or not at all', async () => {
    const test = await openTestApi()
    const { cohortId, criteria } = await aGrid(test)
    const ids = criteria.slice(1)
    await expect(test.api.selection.orderCriteria({ cohortId, ids })).rejects.toMatchObject({
      code: 'selectionChanged',
    })
  })
})

describe('a reading', () => {
  test('is whole, of the member at the keyboard, and may be changed until the decision', async () => {
    const test = await openTestApi()
    const { api, memberId } = test
    const { cohortId, criteria } = await aGrid(test)
    const [project, drive] = criteria
    const { id } = await anEnrolment(test, cohortId)
    const half = api.selection.saveReview(aReview(id, { [project]: 4 }))
    await expect(half).rejects.toMatchObject({ code: 'invalid', data: { field: 'scores' } })
    const undecided = api.selection.saveReview({ ...aReview(id, { [project]: 4, [drive]: 2 }), recommendation: null })
    await expect(undecided).rejects.toMatchObject({ data: { field: 'recommendation' } })
    await api.selection.saveReview(aReview(id, { [project]: 4, [drive]: 2 }))
    const { mine } = await api.selection.reviews({ enrolmentId: id })
    expect(mine).toMatchObject({ memberId, memberName: 'Solène Kerbrat', mean: 3.5, submittedOn: '2026-11-23' })
    await api.selection.saveReview({ ...aReview(id, { [project]: 5, [drive]: 5 }), version: mine?.version ?? null })
    expect(await api.selection.reviews({ enrolmentId: id })).toMatchObject({ mine: { mean: 5 }, others: [] })
    await walked(test, id, ['selected'])
    await expect(api.selection.saveReview(aReview(id, { [project]: 1, [drive]: 1 }))).rejects.toMatchObject({
      code: 'illegalMove',
    })
  })

  test('two readers far apart, or who recommend the contrary, are flagged', async () => {
    const test = await openTestApi()
    const { api } = test
    const { cohortId, criteria } = await aGrid(test)
    const [project, drive] = criteria
    const { id } = await anEnrolment(test, cohortId)
    await api.selection.saveReview(aReview(id, { [project]: 5, [drive]: 5 }))
    expect(await api.selection.candidates({ cohortId })).toMatchObject([{ summary: { readers: 1, lacking: 1 } }])
    await asAnother(test)
    expect(await api.selection.candidates({ cohortId })).toMatchObject([{ mine: 'toRead' }])
    await api.selection.saveReview({ ...aReview(id, { [project]: 2, [drive]: 2 }), recommendation: 'unfavourable' })
    expect(await api.selection.candidates({ cohortId })).toMatchObject([
      {
        mine: 'read',
        place: 1,
        marks: [3.5, 3.5],
        summary: { readers: 2, lacking: 0, mean: 3.5, disagreements: ['scores', 'recommendations'] },
      },
    ])
    const { rows } = await api.enrolments.ofCohort({ cohortId })
    expect(rows).toMatchObject([{ review: { mean: 3.5 } }])
  })

  test('who declares a conflict of interest counts for nothing and sees no mark', async () => {
    const test = await openTestApi()
    const { api } = test
    const { cohortId, criteria } = await aGrid(test)
    const [project, drive] = criteria
    const { id } = await anEnrolment(test, cohortId)
    await api.selection.saveReview(aReview(id, { [project]: 5, [drive]: 5 }))
    await asAnother(test)
    await api.selection.saveReview({ enrolmentId: id, version: null, conflictOfInterest: true })
    expect(await api.selection.candidates({ cohortId })).toMatchObject([
      { mine: 'conflict', summary: null, place: null, marks: [null, null] },
    ])
    expect(await api.selection.reviews({ enrolmentId: id })).toMatchObject({ hidden: true, others: [] })
    expect((await api.enrolments.get({ id })).review).toBeNull()
    await api.members.switchTo({ id: test.memberId })
    expect(await api.selection.candidates({ cohortId })).toMatchObject([
      { place: 1, summary: { readers: 1, conflicts: 1, lacking: 1, mean: 5 } },
    ])
  })

  test('is taken back by one undo', async () => {
    const test = await openTestApi()
    const { cohortId, criteria } = await aGrid(test)
    const [project, drive] = criteria
    const { id } = await anEnrolment(test, cohortId)
    await test.api.selection.saveReview(aReview(id, { [project]: 5, [drive]: 5 }))
    await test.api.history.undoLast({})
    expect(await test.api.selection.reviews({ enrolmentId: id })).toEqual({ mine: null, others: [], hidden: false })
  })
})

test('applications are ranked by their mean, those nobody read last', async () => {
  const test = await openTestApi()
  const { api } = test
  const { cohortId, criteria } = await aGrid(test)
  const [project, drive] = criteria
  const middling = await anEnrolment(test, cohortId)
  const best = await anEnrolment(test, cohortId)
  const unread = await anEnrolment(test, cohortId)
  await anEnrolment(test, cohortId, { enrolledOn: '2026-11-10' }) // joined without applying
  await api.selection.saveReview(aReview(middling.id, { [project]: 3, [drive]: 3 }))
  await api.selection.saveReview(aReview(best.id, { [project]: 5, [drive]: 4 }))
  const ranked = await api.selection.candidates({ cohortId })
  expect(ranked.map(({ enrolmentId, place }) => [enrolmentId, place])).toEqual([
    [best.id, 1],
    [middling.id, 2],
    [unread.id, null],
  ])
})

async function aGrid(test: TestApi) {
  const cohortId = await putCohort(test)
  const project = await test.api.selection.addCriterion({
    cohortId,
    label: 'Maturité du projet',
    guidance: null,
    weight: 3,
  })
  const drive = await test.api.selection.addCriterion({ cohortId, label: 'Motivation', guidance: null, weight: 1 })
  const criteria: [string, string] = [project.id, drive.id]
  return { cohortId, criteria }
}

function aReview(enrolmentId: string, scores: Record<string, number>) {
  const recommendation: 'favourable' | 'unfavourable' = 'favourable'
  return { enrolmentId, version: null, conflictOfInterest: false, recommendation, scores }
}

async function asAnother({ api }: TestApi): Promise<void> {
  const { id } = await api.members.create({ name: 'Camille Rouvière', role: 'Coach', email: null })
  await api.members.switchTo({ id })
}
