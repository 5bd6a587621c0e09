import { describe, expect, test } from 'vitest'
import type { Inputs } from '../../src/shared/contract.ts'
import { aReferral } from '../support/factories-referrals.ts'
import { aPerson } from '../support/factories.ts'
import { openTestApi } from '../support/open-test-api.ts'

const today = '2026-11-23'
type Recorded = Inputs['agreements']['record']

async function someone() {
  const here = await openTestApi()
  const { id: personId } = await here.api.people.create(aPerson())
  const record = (answers: Recorded['answers'], on = today) =>
    here.api.agreements.record({ personId, answers, how: 'signedForm', on, wordingVersion: '2026-11', proof: null })
  return { ...here, personId, record }
}
const yes = (purpose: Recorded['answers'][number]['purpose']) => ({ purpose, agreed: true })
const no = (purpose: Recorded['answers'][number]['purpose']) => ({ purpose, agreed: false })

describe('what a person answers without a referral', () => {
  test('is kept, agreed to or refused, with how, by whom and on which wording', async () => {
    const { api, personId, memberId } = await someone()
    const [member] = (await api.members.list({})).filter(({ id }) => id === memberId)
    const { consents } = await api.agreements.record({
      personId,
      answers: [yes('photo'), no('newsletter')],
      how: 'oral',
      on: '2026-11-20',
      wordingVersion: '2026-11',
      proof: 'Noté à l’accueil',
    })
    const said = { how: 'oral', givenOn: '2026-11-20', wordingVersion: '2026-11', proof: 'Noté à l’accueil' }
    const kept = { ...said, withdrawnOn: null, referralId: null, replaced: false, notedBy: member?.name }
    expect(consents).toHaveLength(2)
    expect(consents).toContainEqual(
      expect.objectContaining({ ...kept, purpose: 'photo', refused: false, confirmOn: '2028-11-20' }),
    )
    expect(consents).toContainEqual(
      expect.objectContaining({ ...kept, purpose: 'newsletter', refused: true, confirmOn: null }),
    )
    expect(
      (await api.people.timeline({ id: personId })).map(({ kind, data, by }) => [kind, data['purpose'], by]),
    ).toEqual(
      expect.arrayContaining([
        ['consent', 'photo', member?.name],
        ['consentRefused', 'newsletter', member?.name],
      ]),
    )
  })

  test('is renewed by the next answer, which stands for it; a refusal ends it', async () => {
    const { api, personId, record } = await someone()
    await record([yes('photo')], '2026-01-10')
    expect((await record([yes('photo')], '2026-11-10')).consents).toMatchObject([
      { givenOn: '2026-11-10', replaced: false, withdrawnOn: null },
      { givenOn: '2026-01-10', replaced: true, withdrawnOn: null },
    ])
    const before = (await record([yes('testimony')], '2026-11-11')).consents
    expect((await record([no('photo')])).consents.filter(({ purpose }) => purpose === 'photo')).toMatchObject([
      { givenOn: today, refused: true, replaced: false },
      { givenOn: '2026-11-10', withdrawnOn: today },
      { givenOn: '2026-01-10', withdrawnOn: today },
    ])
    await api.history.undoLast({})
    expect((await api.people.get({ id: personId })).consents).toEqual(before)
  })

  test('is withdrawn whole, with those it had renewed, and nothing else', async () => {
    const { api, personId, record } = await someone()
    await record([yes('photo'), yes('newsletter')], '2026-01-10')
    const { consents } = await record([yes('photo')], '2026-11-10')
    await api.referrals.create(aReferral({ personId }))
    const consentId = consents.find(({ givenOn }) => givenOn === '2026-11-10')?.id ?? ''
    const after = await api.people.withdrawConsent({ consentId, on: today })
    expect(after.consents.map(({ purpose, withdrawnOn }) => [purpose, withdrawnOn])).toEqual(
      expect.arrayContaining([
        ['photo', today],
        ['photo', today],
        ['newsletter', null],
        ['referral', null],
      ]),
    )
  })

  test.each([
    ['a day to come', [yes('photo')], '2026-11-24', null, 'invalid', { field: 'on' }],
    ['twice the same', [yes('photo'), no('photo')], today, null, 'invalid', { field: 'answers' }],
    ['a number of the social security as proof', [yes('photo')], today, '2 85 05 78 006 084 91', 'sensitiveNumber', {}],
  ] as const)('%s is refused', async (_name, answers, on, proof, code, data) => {
    const { api, personId } = await someone()
    const asked = { personId, answers: [...answers], how: 'oral' as const, on, wordingVersion: '2026-11', proof }
    await expect(api.agreements.record(asked)).rejects.toMatchObject({ code, data })
  })

  test('is not of a day before the last answer, and a refusal cannot be withdrawn', async () => {
    const { api, record } = await someone()
    const { consents } = await record([no('contact')], '2026-11-20')
    await expect(record([yes('contact')], '2026-11-19')).rejects.toMatchObject({
      code: 'invalid',
      data: { field: 'on', reason: 'answeredSince', day: '2026-11-20' },
    })
    const withdrawn = api.people.withdrawConsent({ consentId: consents[0]?.id ?? '', on: today })
    await expect(withdrawn).rejects.toMatchObject({ code: 'invalid' })
    expect((await record([yes('contact')], '2026-11-20')).consents.map(({ replaced }) => replaced)).toEqual([
      false,
      true,
    ])
  })

  test('of someone in the trash is refused', async () => {
    const { api, personId, record } = await someone()
    await api.people.trash({ selection: { mode: 'these', ids: [personId] } })
    await expect(record([yes('photo')])).rejects.toMatchObject({ code: 'notFound' })
  })

  test('says nothing of a referral: what goes back to the landlord needs its own agreement', async () => {
    const { api, personId, record } = await someone()
    await record([yes('contact'), yes('photo')])
    const draft = api.referrals.create(aReferral({ personId, agreement: null }))
    await expect(draft).rejects.toMatchObject({ code: 'agreementMissing' })
  })
})

describe('agreements that age', () => {
  test('are asked for again from the coach, one line a person, until they are answered', async () => {
    const { api, personId, record } = await someone()
    const other = await api.members.create({ name: 'Yann Le Hénaff', role: 'Coach', email: null })
    const lines = async (who: 'mine' | 'everyone' = 'mine') =>
      (await api.day.list({ who, axis: 'papers', groups: ['late', 'today', 'week', 'later'] })).items
    await record([yes('photo'), yes('newsletter'), no('contact')], '2024-12-01')
    expect(await lines()).toMatchObject([
      {
        reason: 'consentRenewal',
        act: 'renew',
        dueOn: '2026-12-01',
        others: 1,
        opens: { entity: 'people', id: personId },
      },
    ])
    await api.supports.open({ personId, coachId: other.id, startedOn: today })
    expect(await lines()).toEqual([])
    const [line] = await lines('everyone')
    expect(['photo', 'newsletter']).toContain(line?.facts.code)
    expect(await api.day.get({ key: line?.key ?? '' })).toMatchObject({ callOn: 'person', facts: { on: '2024-12-01' } })
    await record([yes('photo'), no('newsletter')])
    expect(await lines('everyone')).toEqual([])
    await api.history.undoLast({})
    expect(await lines('everyone')).toHaveLength(1)
    await api.settings.update({ consentMonths: 0 })
    expect(await lines('everyone')).toEqual([])
  })

  test('are the association’s to ask for again', async () => {
    const { api } = await openTestApi({ kind: 'landlord' })
    const { id: personId } = await api.people.create(aPerson())
    const asked = { personId, how: 'oral', on: '2024-01-10', wordingVersion: '2026-11' } as const
    const { consents } = await api.agreements.record({ ...asked, answers: [yes('photo')] })
    expect(consents).toMatchObject([{ purpose: 'photo', confirmOn: null }])
    expect((await api.day.list({})).items).toEqual([])
  })
})

test('the form to sign has a box for each, and the names', async () => {
  const { api, personId } = await someone()
  const { firstName, lastName } = await api.people.get({ id: personId })
  for (const locale of ['fr', 'en'] as const) {
    const form = await api.agreements.form({ personId, locale })
    expect(form.choices).toHaveLength(4)
    expect(form.introduction).toContain(`${firstName} ${lastName}`)
    for (const { text } of form.choices) expect(text).toContain(form.organisationName)
    expect(form.wordingVersion).toBe('2026-11')
  }
})
