import { describe, expect, test } from 'vitest'
import { currentWording } from '../../src/data/features/agreement-wording.ts'
import { createReferral } from '../../src/data/features/referral-create.ts'
import { learnFromPartner } from '../../src/data/features/referral-partner-news.ts'
import { aMove, aReferral, anAgreement, saved } from '../support/factories-referrals.ts'
import { aLandlord } from '../support/factories.ts'
import { openTestApi } from '../support/open-test-api.ts'

const code = (name: string, data: object = {}) =>
  expect.objectContaining({ code: name, data: expect.objectContaining(data) })
type Api = Awaited<ReturnType<typeof openTestApi>>['api']

async function refused(
  api: Api,
  landlordId: string,
  scope: readonly ('contact' | 'statusBack')[] = ['contact', 'statusBack'],
) {
  const referral = await api.referrals.create(
    aReferral({
      landlordId,
      receivedOn: '2026-10-28',
      agreement: anAgreement({ scope: [...scope] }),
      note: 'Hésite à demander un prêt',
      person: { firstName: 'Corinne', lastName: 'Vasselin', note: 'Voisine de Samira' },
    }),
  )
  const met = saved(await api.referrals.move(aMove(referral, 'met', { on: '2026-11-12' })))
  return saved(await api.referrals.move(aMove(met, 'refused', { note: 'Trop loin de nos locaux' })))
}

describe('what the landlord is told', () => {
  test('a message is drafted in both languages from state, dates, reasons and a name to call', async () => {
    const { api } = await openTestApi()
    const landlord = await api.organisations.create(aLandlord({ name: 'Estuaire Logement' }))
    const { id, number } = await refused(api, landlord.id)
    const french = await api.referrals.draftFeedback({ id, occasion: 'decision', locale: 'fr' })
    expect(french).toEqual({
      allowed: true,
      recipient: 'Estuaire Logement',
      message: `Orientation de Corinne Vasselin (${number}), reçue le 28/10/2026.\nDécision du 23/11/2026\u00a0: non retenue, hors territoire.\nContact\u00a0: Solène Kerbrat.`,
    })
    const english = await api.referrals.draftFeedback({ id, occasion: 'decision', locale: 'en' })
    expect(english.message).toBe(
      `Referral of Corinne Vasselin (${number}), received on 28/10/2026.\nDecision of 23/11/2026: not selected, outside our area.\nContact: Solène Kerbrat.`,
    )
  })

  test('a decision can be read before it is taken, and changes nothing', async () => {
    const { api } = await openTestApi()
    const referral = await api.referrals.create(aReferral({ receivedOn: '2026-11-20' }))
    const planned = { to: 'accepted' as const, on: '2026-11-23', reasons: [] }
    expect(
      (await api.referrals.draftFeedback({ id: referral.id, occasion: 'decision', locale: 'fr', planned })).message,
    ).toContain('Décision du 23/11/2026\u00a0: acceptée.')
    expect(await api.referrals.get({ id: referral.id })).toEqual(referral)
  })

  test('never notes, needs or project, at any step', async () => {
    const { api } = await openTestApi()
    const landlord = await api.organisations.create(aLandlord())
    const { id } = await refused(api, landlord.id)
    for (const occasion of ['received', 'decision', 'entry', 'exit'] as const) {
      const { message } = await api.referrals.draftFeedback({ id, occasion, locale: 'fr' })
      expect(message).toContain('Corinne Vasselin')
      expect(message).not.toMatch(/prêt|Samira|locaux|hôtes|clarif/i)
    }
  })

  test('nothing at all without the agreement to it, and it may not be recorded', async () => {
    const { api } = await openTestApi()
    const landlord = await api.organisations.create(aLandlord())
    const { id } = await refused(api, landlord.id, ['contact'])
    expect(await api.referrals.draftFeedback({ id, occasion: 'decision', locale: 'fr' })).toMatchObject({
      allowed: false,
      message: '',
    })
    await expect(
      api.referrals.recordFeedback({ id, occasion: 'decision', sentOn: '2026-11-23', channel: 'email', message: null }),
    ).rejects.toEqual(code('agreementMissing'))
  })

  test('is owed at each step, counted when late, and one message answers what came before it', async () => {
    let now = new Date('2026-10-28T09:00:00.000Z')
    const { api } = await openTestApi({ now: () => now })
    const landlord = await api.organisations.create(aLandlord())
    const referral = await api.referrals.create(aReferral({ landlordId: landlord.id }))
    await api.referrals.create(aReferral({ landlordId: landlord.id, agreement: anAgreement({ scope: ['contact'] }) }))
    // 1 and 11 November are holidays, the first on a Sunday
    expect(referral.feedbacks).toEqual([
      expect.objectContaining({ occasion: 'received', dueOn: '2026-11-04', sentOn: null }),
    ])
    now = new Date('2026-11-04T09:00:00.000Z')
    expect(await api.referrals.overdue({})).toEqual({ referrals: 0, feedbacks: 0 })
    now = new Date('2026-11-09T09:00:00.000Z')
    expect(await api.referrals.overdue({})).toEqual({ referrals: 2, feedbacks: 1 })
    const met = saved(await api.referrals.move(aMove(referral, 'met', { on: '2026-11-09' })))
    const accepted = saved(await api.referrals.move(aMove(met, 'accepted', { on: '2026-11-09' })))
    expect(accepted.feedbacks.map(({ occasion, dueOn }) => [occasion, dueOn])).toEqual([
      ['received', '2026-11-04'],
      ['decision', '2026-11-17'],
    ])
    const told = await api.referrals.recordFeedback({
      id: referral.id,
      occasion: 'decision',
      sentOn: '2026-11-09',
      channel: 'email',
      message: 'Acceptée.',
    })
    expect(told.feedbacks).toEqual([
      expect.objectContaining({ occasion: 'received', sentOn: '2026-11-09', message: null, by: 'Solène Kerbrat' }),
      expect.objectContaining({ occasion: 'decision', sentOn: '2026-11-09', message: 'Acceptée.', channel: 'email' }),
    ])
    expect((await api.referrals.overdue({})).feedbacks).toBe(0)
    await expect(
      api.referrals.recordFeedback({
        id: referral.id,
        occasion: 'exit',
        sentOn: '2026-11-09',
        channel: 'email',
        message: null,
      }),
    ).rejects.toEqual(code('invalid', { field: 'occasion' }))
    await expect(
      api.referrals.recordFeedback({
        id: referral.id,
        occasion: 'entry',
        sentOn: '2026-11-10',
        channel: 'email',
        message: null,
      }),
    ).rejects.toEqual(code('invalid', { field: 'sentOn' }))
  })
})

describe('the agreement form', () => {
  test('names the three it binds, in both languages, under its version', async () => {
    const { api } = await openTestApi({ organisationName: 'Les Passerelles' })
    const landlord = await api.organisations.create(aLandlord({ name: 'Estuaire Logement' }))
    const person = await api.people.create({ firstName: 'Corinne', lastName: 'Vasselin' })
    const forms: string[] = []
    for (const locale of ['fr', 'en'] as const) {
      const form = await api.referrals.agreementForm({ personId: person.id, landlordId: landlord.id, locale })
      expect(form).toMatchObject({
        wordingVersion: currentWording,
        landlordName: 'Estuaire Logement',
        associationName: 'Les Passerelles',
        personName: 'Corinne Vasselin',
      })
      const text = JSON.stringify(form)
      for (const word of ['Estuaire Logement', 'Les Passerelles', 'Corinne Vasselin', 'CNIL'])
        expect(text).toContain(word)
      expect(form.sections).toHaveLength(5)
      expect(form.choices.map(({ scope }) => scope)).toEqual(['contact', 'statusBack'])
      forms.push(text)
    }
    expect(forms[0]).not.toMatch(/ [:;!?»]|« /)
  })

  test('in a landlord’s space it names the partner of the settings, or leaves a line to write on', async () => {
    const { api } = await openTestApi({ kind: 'landlord', organisationName: 'Estuaire Logement' })
    const blank = await api.referrals.agreementForm({ personId: null, landlordId: null, locale: 'fr' })
    expect(blank).toMatchObject({ landlordName: 'Estuaire Logement', associationName: '', personName: '' })
    expect(blank.introduction).toMatch(/\.{20}/)
    await api.settings.update({ partnerName: 'Les Passerelles' })
    expect(await api.referrals.agreementForm({ personId: null, landlordId: null, locale: 'fr' })).toMatchObject({
      associationName: 'Les Passerelles',
    })
  })
})

describe('what a partner’s file tells', () => {
  const news = {
    state: 'accepted',
    on: '2026-11-20',
    receivedOn: '2026-11-10',
    decidedOn: '2026-11-20',
    closedOn: null,
    reasons: [],
    outcomeClass: null,
    byName: 'Les Passerelles',
    mover: 'association',
  } as const

  test('is believed when it can follow what is known, signed by the partner, and owes no feedback here', async () => {
    const { api, database } = await openTestApi({ kind: 'landlord' })
    const { id } = await api.referrals.create(aReferral({ send: true, sentOn: '2026-11-09' }))
    const learn = () => database.command('imports.apply', (tx) => learnFromPartner(tx, id, news), { origin: 'import' })
    expect(await learn()).toBe(true)
    expect(await learn()).toBe(false)
    const referral = await api.referrals.get({ id })
    expect(referral).toMatchObject({
      state: 'accepted',
      receivedOn: '2026-11-10',
      decidedOn: '2026-11-20',
      deadline: null,
      feedbacks: [],
    })
    expect(referral.moves.at(-1)).toMatchObject({
      from: 'sent',
      to: 'accepted',
      on: '2026-11-20',
      by: 'Les Passerelles',
      mover: 'association',
    })
  })

  test('is refused when it cannot: nothing goes back to being received', async () => {
    const { api, database } = await openTestApi({ kind: 'landlord' })
    const { id } = await api.referrals.create(aReferral({ send: true, sentOn: '2026-11-09' }))
    await database.command('imports.apply', (tx) => learnFromPartner(tx, id, news), { origin: 'import' })
    await expect(
      database.command('imports.apply', (tx) => learnFromPartner(tx, id, { ...news, state: 'met' }), {
        origin: 'import',
      }),
    ).rejects.toMatchObject({ code: 'illegalMove', data: { from: 'accepted', to: 'met' } })
    expect((await api.referrals.get({ id })).moves).toHaveLength(3)
  })

  test('a waiting list is the association’s: a landlord sees the state, and no rank', async () => {
    const { api, database } = await openTestApi({ kind: 'landlord' })
    const { id } = await api.referrals.create(aReferral({ send: true, sentOn: '2026-11-09' }))
    await database.command('imports.apply', (tx) => learnFromPartner(tx, id, { ...news, state: 'waitlisted' }), {
      origin: 'import',
    })
    expect(await api.referrals.get({ id })).toMatchObject({ state: 'waitlisted', rank: null })
  })

  test('a referral keeps the number of the install that wrote it, and comes in once', async () => {
    const { api, database } = await openTestApi()
    const file = { number: 'OR-2026-0007-K7QX', byName: 'Estuaire Logement' }
    const importIt = () =>
      database.command('imports.apply', (tx) => createReferral(tx, aReferral({ sentOn: '2026-11-20' }), file), {
        origin: 'import',
      })
    expect(await api.referrals.get({ id: await importIt() })).toMatchObject({
      number: file.number,
      sentOn: '2026-11-20',
      moves: [{ to: 'received', by: 'Estuaire Logement' }],
    })
    await expect(importIt()).rejects.toMatchObject({ code: 'alreadyExists' })
    expect((await api.people.list({ offset: 0, limit: 10 })).total).toBe(1)
  })
})
