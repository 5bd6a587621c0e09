import { expect, test } from 'vitest'
import type { Selection } from '../../src/shared/features/lists.ts'
import { emptyFilter } from '../../src/shared/rules/lists.ts'
import { aStageMove, walked } from '../support/factories-enrolments.ts'
import { putCohort } from '../support/rows.ts'
import { aMove, aReferral } from '../support/factories-referrals.ts'
import { aLandlord, aPerson } from '../support/factories.ts'
import { type TestApi, openTestApi } from '../support/open-test-api.ts'

const on = '2026-11-23'

test('accepted referrals are proposed until they lead to a programme', async () => {
  const test = await openTestApi()
  const { api } = test
  const cohortId = await putCohort(test)
  const other = await putCohort(test)
  const referral = await anAcceptedReferral(test)
  await api.referrals.create(aReferral()) // not decided
  const proposed = await api.enrolments.candidates({ cohortId })
  expect(proposed).toMatchObject([{ referralId: referral.id, number: referral.number, personId: referral.personId }])
  const people = [{ personId: referral.personId, referralId: referral.id }]
  const { ids } = await api.enrolments.create({ cohortId, people, on })
  expect(await api.enrolments.get({ id: ids[0] ?? '' })).toMatchObject({ referralNumber: referral.number })
  expect(await api.enrolments.candidates({ cohortId })).toEqual([])
  expect(await api.enrolments.candidates({ cohortId: other })).toEqual([])
})

test('those selected in the list of people join a cohort with their referral; who is there already stays, counted', async () => {
  const test = await openTestApi()
  const { api } = test
  const cohortId = await putCohort(test)
  const referral = await anAcceptedReferral(test)
  const applied = await api.people.create(aPerson({ lastName: 'Benali', city: 'Rezé' }))
  const there = await api.people.create(aPerson({ lastName: 'Carvalhal', city: 'Rezé' }))
  await api.people.create(aPerson({ lastName: 'Ailleurs' }))
  await api.enrolments.create({ cohortId, people: [{ personId: there.id }], stage: 'enrolled', on })
  const ofForm = { ...emptyFilter, conditions: [{ field: 'city', operator: 'is' as const, value: 'Rezé' }] }
  const those = await api.enrolments.addSelected({
    cohortId,
    selection: { mode: 'allBut', filter: ofForm, except: [], expected: 2 },
    on,
  })
  expect(those).toMatchObject({ ids: [expect.any(String)], there: 1 })
  const selection = { mode: 'these' as const, ids: [referral.personId, applied.id] }
  const again = await api.enrolments.addSelected({ cohortId, selection, stage: 'enrolled', on })
  expect(again.there).toBe(1)
  expect(await api.enrolments.get({ id: again.ids[0] ?? '' })).toMatchObject({
    personId: referral.personId,
    referralNumber: referral.number,
    stage: 'enrolled',
    enrolledOn: on,
  })
  const { rows } = await api.enrolments.ofCohort({ cohortId })
  expect(rows.map(({ personId, stage }) => [personId, stage])).toEqual(
    expect.arrayContaining([
      [there.id, 'enrolled'],
      [applied.id, 'applied'],
      [referral.personId, 'enrolled'],
    ]),
  )
  expect(rows).toHaveLength(3)
})

test('someone with two referrals that may lead there joins without one: somebody chooses', async () => {
  const test = await openTestApi()
  const { api } = test
  const cohortId = await putCohort(test)
  const { personId } = await anAcceptedReferral(test)
  await anAcceptedReferral(test, { personId })
  const { ids } = await api.enrolments.addSelected({ cohortId, selection: { mode: 'these', ids: [personId] }, on })
  expect(await api.enrolments.get({ id: ids[0] ?? '' })).toMatchObject({ referralNumber: null })
})

test('no one, or more than a cohort can be, is refused; a list that changed meanwhile too', async () => {
  const test = await openTestApi()
  const { api } = test
  const cohortId = await putCohort(test)
  await api.people.create(aPerson())
  const add = (selection: Selection) => api.enrolments.addSelected({ cohortId, selection, on })
  await expect(add({ mode: 'these', ids: [] })).rejects.toMatchObject({ code: 'invalid', data: { field: 'people' } })
  await expect(add({ mode: 'allBut', filter: emptyFilter, except: [], expected: 2 })).rejects.toMatchObject({
    code: 'selectionChanged',
  })
  expect((await api.enrolments.ofCohort({ cohortId })).rows).toEqual([])
})

test('a referral that is not accepted, or not theirs, leads nowhere', async () => {
  const test = await openTestApi()
  const { api } = test
  const cohortId = await putCohort(test)
  const accepted = await anAcceptedReferral(test)
  const open = await api.referrals.create(aReferral())
  for (const people of [
    [{ personId: open.personId, referralId: open.id }],
    [{ personId: open.personId, referralId: accepted.id }],
  ])
    await expect(api.enrolments.create({ cohortId, people, on })).rejects.toMatchObject({
      data: { field: 'referralId' },
    })
})

test('the landlord is owed word of the entry, then of the exit, which closes the referral', async () => {
  const test = await openTestApi()
  const { api } = test
  const cohortId = await putCohort(test)
  const { id: referralId, personId } = await anAcceptedReferral(test)
  const { ids } = await api.enrolments.create({ cohortId, people: [{ personId, referralId }], on })
  const [id = ''] = ids
  await walked(test, id, ['selected', 'enrolled'])
  const owed = async () =>
    (await api.referrals.get({ id: referralId })).feedbacks
      .filter(({ sentOn }) => sentOn === null)
      .map(({ occasion, happenedOn }) => [occasion, happenedOn])
  expect(await owed()).toContainEqual(['entry', on])
  const draft = await api.referrals.draftFeedback({ id: referralId, occasion: 'entry', locale: 'fr' })
  expect(draft.message).toContain('Entrée dans l’accompagnement le 23/11/2026.')
  await walked(test, id, ['active', 'completed'])
  expect(await owed()).toContainEqual(['exit', on])
  expect(await api.referrals.get({ id: referralId })).toMatchObject({
    state: 'closed',
    outcomeClass: 'positiveExit',
    closedOn: on,
  })
  await api.history.undoLast({})
  expect(await api.referrals.get({ id: referralId })).toMatchObject({ state: 'accepted', outcomeClass: null })
})

test('a referral that led to two programmes is closed by the last exit', async () => {
  const test = await openTestApi()
  const { api } = test
  const { id: referralId, personId } = await anAcceptedReferral(test)
  const enrolled = []
  for (const cohortId of [await putCohort(test), await putCohort(test)]) {
    const people = [{ personId, referralId }]
    enrolled.push(...(await api.enrolments.create({ cohortId, people, stage: 'enrolled', on })).ids)
  }
  const [first = '', second = ''] = enrolled
  await walked(test, first, ['dropout'])
  expect(await api.referrals.get({ id: referralId })).toMatchObject({ state: 'accepted' })
  const last = await api.enrolments.get({ id: second })
  await api.enrolments.move(aStageMove(last, 'completed', { outcomeClass: 'durableEmployment' }))
  expect(await api.referrals.get({ id: referralId })).toMatchObject({
    state: 'closed',
    outcomeClass: 'durableEmployment',
  })
})

async function anAcceptedReferral({ api }: TestApi, said: Parameters<typeof aReferral>[0] = {}) {
  const landlord = await api.organisations.create(aLandlord())
  const referral = await api.referrals.create(aReferral({ landlordId: landlord.id, receivedOn: '2026-11-02', ...said }))
  await api.referrals.move(aMove(referral, 'met'))
  await api.referrals.move(aMove(await api.referrals.get({ id: referral.id }), 'accepted'))
  return api.referrals.get({ id: referral.id })
}
