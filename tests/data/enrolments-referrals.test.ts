import { expect, test } from 'vitest'
import { aStageMove, walked } from '../support/factories-enrolments.ts'
import { putCohort } from '../support/rows.ts'
import { aMove, aReferral } from '../support/factories-referrals.ts'
import { aLandlord } from '../support/factories.ts'
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

async function anAcceptedReferral({ api }: TestApi) {
  const landlord = await api.organisations.create(aLandlord())
  const referral = await api.referrals.create(aReferral({ landlordId: landlord.id, receivedOn: '2026-11-02' }))
  await api.referrals.move(aMove(referral, 'met'))
  await api.referrals.move(aMove(await api.referrals.get({ id: referral.id }), 'accepted'))
  return api.referrals.get({ id: referral.id })
}
