import { describe, expect, test } from 'vitest'
import { sources } from '../../src/data/features/day/queue.ts'
import { aLandlord, aPerson } from '../support/factories.ts'
import { aCallablePerson, aFollowed, markAll } from '../support/factories-day.ts'
import { aMove, aReferral, anAgreement, saved } from '../support/factories-referrals.ts'
import { type TestApi, openTestApi } from '../support/open-test-api.ts'
import { plansOf } from '../support/query-plans.ts'
import { put, putCohort, putDocument, putEnrolment, putSession, putWorkshop } from '../support/rows.ts'

const today = '2026-11-23' // a Monday

async function dayOf({ api }: TestApi, asked: Parameters<TestApi['api']['day']['list']>[0] = {}) {
  return (await api.day.list(asked)).items
}
async function keysOf(test: TestApi, asked: Parameters<TestApi['api']['day']['list']>[0] = {}) {
  return (await dayOf(test, asked)).map(({ key }) => key)
}

describe('the clocks of referrals', () => {
  test('wait with their rule, the person’s phone and the next act, and stop with the referral', async () => {
    const here = await openTestApi()
    const landlord = await here.api.organisations.create(aLandlord({ name: 'Ponant Habitat' }))
    const personId = await aCallablePerson(here, 'Ouadji')
    const referral = await here.api.referrals.create(
      aReferral({ personId, landlordId: landlord.id, project: 'Pâtisserie en ligne', receivedOn: '2026-11-12' }),
    )
    const first = (await dayOf(here)).find(({ reason }) => reason === 'firstContact')
    expect(first).toMatchObject({
      key: `firstContact:${referral.id}`,
      axis: 'referrals',
      group: 'late',
      act: 'call',
      opens: { entity: 'referrals', id: referral.id },
      person: { lastName: 'Ouadji' },
      phone: '+33639984107',
      facts: { about: 'Pâtisserie en ligne', by: 'Ponant Habitat', on: '2026-11-12', count: 0 },
      dueOn: '2026-11-22',
      daysLeft: -1,
    })
    await here.api.referrals.addAttempt({
      id: referral.id,
      at: '2026-11-20T10:20:00.000Z',
      channel: 'phone',
      result: 'noAnswer',
    })
    expect(await here.api.day.get({ key: `contactAttempts:${referral.id}` })).toMatchObject({
      callOn: 'referral',
      facts: { count: 1, code: null },
      card: { languageHelp: false },
      past: [{ at: '2026-11-20T10:20:00.000Z', channel: 'phone', result: 'noAnswer' }],
    })
    const now = await here.api.referrals.get({ id: referral.id })
    await here.api.referrals.move(aMove(now, 'refused'))
    expect((await keysOf(here)).filter((key) => key.endsWith(referral.id))).toEqual([])
    expect(await here.api.day.get({ key: `contactAttempts:${referral.id}` })).toBeNull()
  })

  test('enough attempts in vain: the act is to decide', async () => {
    const here = await openTestApi()
    const referral = await here.api.referrals.create(aReferral({ receivedOn: '2026-11-12' }))
    for (const [index, channel] of (['phone', 'textMessage', 'phone'] as const).entries())
      await here.api.referrals.addAttempt({
        id: referral.id,
        at: `2026-11-1${4 + index}T10:00:00.000Z`,
        channel,
        result: 'noAnswer',
      })
    expect(await dayOf(here)).toMatchObject([{ act: 'decide', facts: { count: 3, code: 'unreachable' } }])
  })

  test('feedback is owed once a person, and only where they agreed', async () => {
    const here = await openTestApi()
    const landlord = await here.api.organisations.create(aLandlord())
    const told = { landlordId: landlord.id, receivedOn: '2026-11-02', officerPhone: '02 61 91 18 54' }
    const referral = await here.api.referrals.create(aReferral(told))
    await here.api.referrals.create(aReferral({ ...told, agreement: anAgreement({ scope: ['contact'] }) }))
    const met = saved(await here.api.referrals.move(aMove(referral, 'met', { on: '2026-11-03' })))
    const decided = saved(await here.api.referrals.move(aMove(met, 'accepted', { on: '2026-11-10' })))
    const owed = (await dayOf(here)).filter(({ reason }) => reason === 'feedback')
    expect(owed).toMatchObject([
      {
        act: 'tell',
        phone: '+33261911854',
        others: 1,
        opens: { entity: 'referrals', id: decided.id },
        facts: { on: '2026-11-02', code: 'received' },
      },
    ])
    await here.api.referrals.recordFeedback({
      id: decided.id,
      occasion: 'decision',
      sentOn: today,
      channel: 'email',
      message: 'Acceptée.',
    })
    expect((await dayOf(here)).filter(({ reason }) => reason === 'feedback')).toEqual([])
  })

  test('the follower’s, or nobody’s, unless everyone’s is asked', async () => {
    const here = await openTestApi()
    const other = await here.api.members.create({ name: 'Yann Le Hénaff', role: 'Coach', email: null })
    const nobodys = await here.api.referrals.create(aReferral())
    const theirs = await here.api.referrals.create(aReferral({ assignedToId: other.id }))
    const own = await here.api.referrals.create(aReferral({ assignedToId: here.memberId }))
    const ids = async (who: 'mine' | 'everyone') => (await dayOf(here, { who })).map(({ recordId }) => recordId).sort()
    expect(await ids('mine')).toEqual([nobodys.id, own.id].sort())
    expect(await ids('everyone')).toEqual([nobodys.id, theirs.id, own.id].sort())
  })
})

describe('agreements', () => {
  test('are to be confirmed again after two years, told a month before, until they are', async () => {
    const here = await openTestApi()
    const landlord = await here.api.organisations.create(aLandlord({ name: 'Ponant Habitat' }))
    const old = { receivedOn: '2024-12-24', landlordId: landlord.id }
    const first = anAgreement({ givenOn: '2024-12-23' })
    const personId = await aCallablePerson(here, 'Ouadji')
    const referral = await here.api.referrals.create(aReferral({ ...old, personId, agreement: first }))
    const closed = await here.api.referrals.create(aReferral({ ...old, agreement: first }))
    await here.api.referrals.move(aMove(closed, 'refused'))
    const later = anAgreement({ givenOn: '2024-12-24' })
    await here.api.referrals.create(aReferral({ ...old, agreement: later }))
    const lines = async () => await dayOf(here, { axis: 'papers', groups: ['late', 'today', 'week', 'later'] })
    const [line, ...others] = await lines()
    expect(others).toEqual([])
    expect(line).toMatchObject({
      reason: 'consentRenewal',
      act: 'renew',
      group: 'later',
      dueOn: '2026-12-23',
      phone: '+33639984107',
      opens: { entity: 'referrals', id: referral.id },
      facts: { on: '2024-12-23', by: 'Ponant Habitat' },
    })
    expect(await here.api.day.get({ key: line?.key ?? '' })).toMatchObject({ callOn: 'person', past: [] })
    expect((await here.api.people.get({ id: personId })).consents).toMatchObject([{ confirmOn: '2026-12-23' }])
    const again = anAgreement({ givenOn: today, how: 'oral' })
    const renewed = await here.api.referrals.recordAgreement({ id: referral.id, agreement: again })
    expect(renewed).toMatchObject({ agreement: { givenOn: today }, confirmAgreementOn: '2028-11-23' })
    expect(await lines()).toEqual([])
    expect((await here.api.people.get({ id: personId })).consents).toMatchObject([
      { givenOn: today, replaced: false, confirmOn: '2028-11-23' },
      { givenOn: '2024-12-23', replaced: true, confirmOn: null, withdrawnOn: null },
    ])
    await here.api.history.undoLast({})
    expect(await lines()).toHaveLength(1)
    await here.api.settings.update({ consentMonths: 0 })
    expect(await lines()).toEqual([])
    await here.api.settings.update({ consentMonths: 23 })
    expect((await lines()).map(({ dueOn, group }) => [dueOn, group])).toEqual([
      ['2026-11-23', 'today'],
      ['2026-11-24', 'week'],
    ])
  })

  test('said anew for less, or withdrawn, nothing of what came before remains', async () => {
    const here = await openTestApi()
    const landlord = await here.api.organisations.create(aLandlord())
    const receivedOn = '2024-12-24'
    const agreement = anAgreement({ givenOn: '2024-12-23' })
    const referral = await here.api.referrals.create(aReferral({ landlordId: landlord.id, receivedOn, agreement }))
    const less = anAgreement({ givenOn: '2026-11-20', scope: ['contact'] })
    const renewed = await here.api.referrals.recordAgreement({ id: referral.id, agreement: less })
    expect([renewed.feedbackAllowed, renewed.agreement?.scope]).toEqual([false, ['contact']])
    await here.api.history.undoLast({})
    expect((await here.api.referrals.get({ id: referral.id })).feedbackAllowed).toBe(true)
    const same = anAgreement({ givenOn: '2026-11-20' })
    const { agreement: last } = await here.api.referrals.recordAgreement({ id: referral.id, agreement: same })
    await here.api.people.withdrawConsent({ consentId: last?.id ?? '', on: today })
    expect((await here.api.referrals.get({ id: referral.id })).feedbackAllowed).toBe(false)
    expect(await dayOf(here, { axis: 'papers' })).toMatchObject([
      { key: `consentMissing:${referral.id}`, act: 'decide', dueOn: today, facts: { code: 'withdrawn', on: today } },
    ])
    await here.api.history.undoLast({})
    expect(await dayOf(here, { axis: 'papers' })).toEqual([])
    await here.api.people.withdrawConsent({ consentId: last?.id ?? '', on: today })
    const now = await here.api.referrals.get({ id: referral.id })
    await here.api.referrals.move(aMove(now, 'refused'))
    expect(await dayOf(here, { axis: 'papers' })).toEqual([])
  })

  test('are the association’s to ask for again', async () => {
    const here = await openTestApi({ kind: 'landlord' })
    const agreement = anAgreement({ givenOn: '2024-01-23' })
    const { personId } = await here.api.referrals.create(aReferral({ send: true, sentOn: '2024-01-24', agreement }))
    expect(await dayOf(here, { axis: 'papers' })).toEqual([])
    expect((await here.api.people.get({ id: personId })).consents).toMatchObject([{ confirmOn: null }])
  })
})

describe('a landlord’s day', () => {
  test('has its drafts to send and its referrals to follow', async () => {
    const here = await openTestApi({ kind: 'landlord' })
    const draft = await here.api.referrals.create(aReferral({ agreement: null }))
    const sent = await here.api.referrals.create(aReferral({ send: true, sentOn: '2026-11-18' }))
    expect(await dayOf(here)).toMatchObject([
      { key: `acknowledge:${sent.id}`, group: 'late', act: 'open' },
      { key: `draftReferral:${draft.id}`, group: 'week', act: 'send', dueOn: '2026-11-25' },
    ])
    expect((await dayOf(here)).map(({ facts }) => facts.by)).toEqual([null, null]) // its own name says nothing
    await here.api.referrals.trash({ id: draft.id })
    expect(await keysOf(here)).toEqual([`acknowledge:${sent.id}`])
  })
})

describe('coaching', () => {
  test('sessions to write up: held, or planned on a day gone by', async () => {
    const here = await openTestApi()
    const [one, two, three] = await Promise.all(['Un', 'Deux', 'Trois'].map((name) => aCallablePerson(here, name)))
    const held = await putSession(here, one ?? '', { heldOn: '2026-11-20', state: 'held' })
    const older = await putSession(here, one ?? '', { heldOn: '2026-11-06', state: 'held' })
    const planned = await putSession(here, two ?? '', { heldOn: '2026-11-20', state: 'planned' })
    await putSession(here, three ?? '', { heldOn: today, state: 'planned', startTime: '14:00' })
    await putSession(here, three ?? '', { heldOn: '2026-11-19', state: 'held', writtenUpOn: '2026-11-19' })
    await putSession(here, three ?? '', { heldOn: '2026-11-19', state: 'cancelled' })
    expect(await dayOf(here, { axis: 'coaching' })).toMatchObject([
      {
        key: `sessionToWrite:${older}`,
        others: 1,
        act: 'writeUp',
        group: 'late',
        opens: { entity: 'people', id: one },
      },
      { key: `sessionToWrite:${planned}`, group: 'today', facts: { on: '2026-11-20', by: 'Solène Kerbrat' } },
    ])
    await here.database.command('test.write', (tx) => tx.write.update('sessions', older, { writtenUpOn: today }))
    expect(await keysOf(here)).toContain(`sessionToWrite:${held}`)
    expect(await here.api.day.appointments({})).toMatchObject([
      { kind: 'session', time: '14:00', title: 'TROIS Samira', opens: { entity: 'people', id: three } },
    ])
  })

  test('no news for three weeks while the support is open, until someone is reached', async () => {
    const here = await openTestApi()
    const silent = await aCallablePerson(here, 'Konaté')
    const support = await aFollowed(here, silent, '2026-09-01')
    await putSession(here, silent, { heldOn: '2026-11-02', state: 'held', writtenUpOn: '2026-11-02' })
    const ended = await aCallablePerson(here, 'Partie')
    await aFollowed(here, ended, '2026-09-01', { endedOn: '2026-11-01' })
    const expected = await aCallablePerson(here, 'Attendue')
    await aFollowed(here, expected, '2026-09-01')
    await putSession(here, expected, { heldOn: '2026-12-01', state: 'planned' })
    const present = await aCallablePerson(here, 'Présente')
    await aFollowed(here, present, '2026-09-01')
    const workshop = await putWorkshop(here, await putCohort(here), { heldOn: '2026-11-20' })
    await markAll(here, present, [workshop], ['late'])
    expect(await dayOf(here, { axis: 'coaching' })).toMatchObject([
      {
        key: `noNews:${support}`,
        act: 'call',
        dueOn: '2026-11-23',
        facts: { count: 21, on: '2026-11-02', by: 'Solène Kerbrat' },
      },
    ])
    await here.api.day.noteCall({ personId: silent, result: 'noAnswer' })
    expect(await here.api.day.get({ key: `noNews:${support}` })).toMatchObject({
      callOn: 'person',
      past: [{ channel: 'phone', result: 'noAnswer' }],
    })
    await here.api.day.noteCall({ personId: silent, result: 'reached' })
    expect(await keysOf(here, { axis: 'coaching' })).toEqual([])
    await here.api.history.undoLast({})
    expect(await keysOf(here, { axis: 'coaching' })).toEqual([`noNews:${support}`])
  })
})

describe('programmes', () => {
  test('who completed a programme is asked for news at each wave that is open, until they were reached within it', async () => {
    const here = await openTestApi()
    const cohort = await putCohort(here, { name: 'Promotion du Marais' })
    const left = async (name: string, endedOn: string, stage = 'alumnus') => {
      const person = await aCallablePerson(here, name)
      return { person, id: await putEnrolment(here, cohort, person, { stage, stageSince: endedOn, endedOn }) }
    }
    const three = await left('Trois', '2026-08-20')
    const twelve = await left('Douze', '2025-12-05', 'completed')
    const reached = await left('Jointe', '2026-08-20')
    await here.api.day.noteCall({ personId: reached.person, result: 'reached' })
    await left('Partie', '2026-08-20', 'dropout')
    await left('Entre', '2026-07-01')
    await left('Ancienne', '2024-01-15')
    expect(await dayOf(here, { axis: 'programmes' })).toMatchObject([
      {
        key: `followUp:${three.id}`,
        act: 'call',
        group: 'late',
        dueOn: '2026-11-20',
        phone: '+33639984107',
        facts: { count: 3, on: '2026-08-20', about: 'Promotion du Marais' },
        opens: { entity: 'people', id: three.person },
      },
      { key: `followUp:${twelve.id}`, group: 'later', dueOn: '2026-12-05', facts: { count: 12 } },
    ])
    await here.api.day.noteCall({ personId: three.person, result: 'noAnswer' })
    expect(await keysOf(here, { axis: 'programmes' })).toHaveLength(2)
    await here.api.day.noteCall({ personId: three.person, result: 'reached' })
    expect(await keysOf(here, { axis: 'programmes' })).toEqual([`followUp:${twelve.id}`])
    await here.api.history.undoLast({})
    expect(await keysOf(here, { axis: 'programmes' })).toHaveLength(2)
  })

  test('absences in a row, as often as the cohort says, until they were reached', async () => {
    const here = await openTestApi()
    const cohort = await putCohort(here)
    const strict = await putCohort(here, { absencesAlert: 2 })
    const days = ['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19']
    const workshops: string[] = []
    const strictOnes: string[] = []
    for (const day of days) workshops.push(await putWorkshop(here, cohort, { heldOn: day }))
    for (const day of days) strictOnes.push(await putWorkshop(here, strict, { heldOn: day }))
    const add = async (name: string, cohortId: string, ids: string[], states: string, stage = 'active') => {
      const person = await aCallablePerson(here, name)
      const enrolment = await putEnrolment(here, cohortId, person, { stage: stage, stageSince: '2026-11-01' })
      const words: Record<string, string> = { A: 'absent', P: 'present', E: 'excused' }
      await markAll(
        here,
        person,
        ids,
        [...states].map((letter) => words[letter] ?? ''),
      )
      return { person, enrolment }
    }
    const away = await add('Absente', cohort, workshops, 'PAAA')
    await add('Revenue', cohort, workshops, 'AAAP')
    await add('Excusée', cohort, workshops, 'AAAE')
    await add('Abandon', cohort, workshops, 'AAAA', 'dropout')
    await add('DeuxFois', cohort, workshops, 'PPAA')
    const twice = await add('Stricte', strict, strictOnes, 'PPAA')
    expect((await dayOf(here, { axis: 'programmes' })).filter(({ reason }) => reason === 'absences')).toMatchObject([
      { key: `absences:${away.enrolment}`, facts: { count: 3, on: '2026-11-17', about: 'Automne 2026' }, act: 'call' },
      { key: `absences:${twice.enrolment}`, facts: { count: 2 } },
    ])
    await here.api.day.noteCall({ personId: away.person, result: 'reached' })
    const left = (await dayOf(here, { axis: 'programmes' })).filter(({ reason }) => reason === 'absences')
    expect(left.map(({ recordId }) => recordId)).toEqual([twice.enrolment])
  })

  test('places offered and not answered', async () => {
    const here = await openTestApi()
    const cohort = await putCohort(here)
    const person = await aCallablePerson(here, 'Belharbi')
    const waiting = await putEnrolment(here, cohort, person, { stage: 'selected', stageSince: '2026-11-18' })
    await putEnrolment(here, cohort, await aCallablePerson(here, 'Récente'), {
      stage: 'selected',
      stageSince: '2026-11-20',
    })
    await putEnrolment(here, cohort, await aCallablePerson(here, 'Inscrite'), {
      stage: 'enrolled',
      stageSince: '2026-11-01',
    })
    const past = await putCohort(here, { endsOn: '2026-11-01' })
    await putEnrolment(here, past, await aCallablePerson(here, 'Ancienne'), {
      stage: 'selected',
      stageSince: '2026-10-01',
    })
    expect(await dayOf(here)).toMatchObject([
      {
        key: `proposal:${waiting}`,
        group: 'today',
        facts: { count: 5, about: 'Automne 2026' },
        opens: { entity: 'cohorts', id: cohort },
      },
    ])
  })

  test('sheets that lack a signature, of workshops that were held', async () => {
    const here = await openTestApi()
    const other = await here.api.members.create({ name: 'Yann Le Hénaff', role: 'Coach', email: null })
    const cohort = await putCohort(here)
    const unsigned = await putWorkshop(here, cohort, { heldOn: '2026-11-18' })
    const halfSigned = await putWorkshop(here, cohort, { heldOn: '2026-11-19' })
    const scan = await putDocument(here, { organisationId: (await here.api.organisations.create(aLandlord())).id })
    await put(here, 'attendanceSheets', { workshopId: halfSigned, documentId: scan, signedOn: '2026-11-19' })
    const signed = await putWorkshop(here, cohort, { heldOn: '2026-11-19' })
    await put(here, 'attendanceSheets', {
      workshopId: signed,
      documentId: scan,
      signedOn: '2026-11-19',
      countersignedOn: '2026-11-20',
    })
    await putWorkshop(here, cohort, { heldOn: today })
    const cancelled = await putWorkshop(here, cohort, { heldOn: '2026-11-19' })
    await here.database.command('test.cancel', (tx) =>
      tx.write.update('workshops', cancelled, { cancelledOn: '2026-11-18' }),
    )
    await putWorkshop(here, await putCohort(here, { coordinatorId: other.id }), { heldOn: '2026-11-19' })
    expect(await dayOf(here)).toMatchObject([
      {
        key: `sheet:${unsigned}`,
        act: 'sign',
        person: null,
        dueOn: '2026-11-25',
        facts: { title: 'Fixer ses prix', code: 'signatures' },
        opens: { entity: 'workshops', id: unsigned },
      },
      { key: `sheet:${halfSigned}`, facts: { code: 'countersignature' } },
    ])
    expect(await here.api.day.appointments({})).toMatchObject([{ kind: 'workshop', time: '09:30' }])
  })
})

describe('papers', () => {
  test('expire within thirty days, unless a later one is there or their owner is in the trash', async () => {
    const here = await openTestApi()
    const person = await aCallablePerson(here, 'D’Hauteroche')
    const soon = await putDocument(here, { personId: person, expiresOn: '2026-11-27' })
    await putDocument(here, { personId: person, expiresOn: '2026-12-24', kind: 'other' })
    const other = await putDocument(here, { personId: person, expiresOn: '2026-12-20', kind: 'other' })
    await putDocument(here, { personId: person, expiresOn: null, kind: 'other' })
    await putDocument(here, { personId: person, expiresOn: '2026-11-01', kind: 'licence' })
    await putDocument(here, { personId: person, expiresOn: '2027-11-01', kind: 'licence' })
    const gone = (await here.api.people.create(aPerson())).id
    await putDocument(here, { personId: gone, expiresOn: '2026-11-24' })
    await here.api.people.trash({ selection: { mode: 'these', ids: [gone] } })
    expect(await dayOf(here)).toMatchObject([
      {
        key: `expiry:${soon}`,
        axis: 'papers',
        group: 'week',
        act: 'renew',
        facts: { title: 'Attestation d’assurance', on: '2026-11-27' },
        opens: { entity: 'people', id: person },
      },
      { key: `expiry:${other}`, group: 'later' },
    ])
  })
})

describe('tasks', () => {
  test('are added in one line, done, and undone', async () => {
    const here = await openTestApi()
    const personId = await aCallablePerson(here, 'Syllard')
    const { id } = await here.api.tasks.create({
      assigneeId: here.memberId,
      title: 'Relire le plan de financement',
      dueOn: today,
      personId,
    })
    await here.api.tasks.create({ assigneeId: here.memberId, title: 'Ranger les dossiers' })
    expect(await dayOf(here)).toMatchObject([
      { key: `task:${id}`, group: 'today', act: 'finish', facts: { title: 'Relire le plan de financement' } },
      { group: 'later', dueOn: null, daysLeft: null, facts: { title: 'Ranger les dossiers' } },
    ])
    await here.api.tasks.complete({ id })
    expect(await here.api.day.get({ key: `task:${id}` })).toBeNull()
    await here.api.history.undoLast({})
    expect(await here.api.day.get({ key: `task:${id}` })).not.toBeNull()
    await expect(
      here.api.tasks.create({ assigneeId: here.memberId, title: 'Son NIR : 2 69 05 49 588 157 80' }),
    ).rejects.toMatchObject({
      code: 'sensitiveNumber',
    })
    await expect(here.api.tasks.complete({ id: 'none' })).rejects.toMatchObject({ code: 'notFound' })
  })

  test('that come back make their next one when they are done from here', async () => {
    const here = await openTestApi()
    const weekly = { title: 'Relever les présences', dueOn: today, recurrence: 'weekly' as const }
    const { id } = await here.api.tasks.create(weekly)
    expect(await keysOf(here)).toEqual([`task:${id}`])
    const { next } = await here.api.tasks.complete({ id })
    expect(await keysOf(here)).toEqual([`task:${next?.id}`])
    expect(next).toMatchObject({ dueOn: '2026-11-30' })
  })

  test('of another member, or about someone in the trash, do not show', async () => {
    const here = await openTestApi()
    const other = await here.api.members.create({ name: 'Yann Le Hénaff', role: 'Coach', email: null })
    const gone = (await here.api.people.create(aPerson())).id
    await here.api.tasks.create({ assigneeId: here.memberId, title: 'Pour quelqu’un', personId: gone })
    await here.api.people.trash({ selection: { mode: 'these', ids: [gone] } })
    const task = { title: 'Une tâche', kind: 'other', origin: 'member', dueOn: today }
    const theirs = await put(here, 'tasks', { ...task, assigneeId: other.id })
    const nobodys = await put(here, 'tasks', task)
    expect(await keysOf(here)).toEqual([`task:${nobodys}`])
    expect((await keysOf(here, { who: 'everyone' })).toSorted()).toEqual(
      [`task:${theirs}`, `task:${nobodys}`].toSorted(),
    )
  })
})

describe('putting off', () => {
  test('hides a line until its day for this member alone, and is undone', async () => {
    const here = await openTestApi()
    const { id } = await here.api.tasks.create({ assigneeId: here.memberId, title: 'Rappeler la mairie', dueOn: today })
    const key = `task:${id}`
    const groupOf = async () => (await dayOf(here, { who: 'everyone' }))[0]?.group
    await here.api.day.snooze({ key, until: '2026-11-26' })
    expect(await dayOf(here)).toMatchObject([{ group: 'snoozed', snoozedUntil: '2026-11-26' }])
    expect(await here.api.day.counts({})).toEqual({ waiting: 0, late: 0 })
    await here.api.day.snooze({ key, until: '2026-11-24' })
    expect(await dayOf(here)).toMatchObject([{ snoozedUntil: '2026-11-24' }])
    await here.api.history.undoLast({})
    expect(await dayOf(here)).toMatchObject([{ snoozedUntil: '2026-11-26' }])
    const other = await here.api.members.create({ name: 'Yann Le Hénaff', role: 'Coach', email: null })
    await here.api.members.switchTo({ id: other.id })
    expect(await groupOf()).toBe('today')
    await here.api.members.switchTo({ id: here.memberId })
    await here.api.day.unsnooze({ key })
    expect(await groupOf()).toBe('today')
    await here.api.history.undoLast({})
    expect(await groupOf()).toBe('snoozed')
  })

  test('never to a day gone by, nor anything that is not a line', async () => {
    const { api } = await openTestApi()
    await expect(api.day.snooze({ key: 'task:x', until: today })).rejects.toMatchObject({
      code: 'invalid',
      data: { field: 'until' },
    })
    await expect(api.day.snooze({ key: 'other:x', until: '2026-12-01' })).rejects.toMatchObject({
      code: 'invalid',
      data: { field: 'key' },
    })
    await expect(api.day.unsnooze({ key: 'task:x' })).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('the day as a whole', () => {
  test('is paged in order, with its counts by axis and by group', async () => {
    const here = await openTestApi()
    for (const dueOn of ['2026-11-20', '2026-11-23', '2026-11-25', '2026-12-10'])
      await here.api.tasks.create({ assigneeId: here.memberId, title: `Pour le ${dueOn}`, dueOn })
    await here.api.referrals.create(aReferral({ receivedOn: '2026-11-12' }))
    const page = await here.api.day.list({ groups: ['late', 'today', 'week'], offset: 1, limit: 2 })
    expect(page.items.map(({ dueOn, axis }) => [axis, dueOn])).toEqual([
      ['referrals', '2026-11-22'],
      ['tasks', '2026-11-23'],
    ])
    expect(page).toMatchObject({
      groups: { late: 2, today: 1, week: 1, later: 1, snoozed: 0 },
      axes: { referrals: 1, tasks: 3, coaching: 0, programmes: 0, papers: 0 },
      waiting: 4,
      next: { dueOn: '2026-12-10' },
    })
    const apart = await here.api.day.list({ groups: ['late', 'later'], offset: 1, limit: 5 })
    expect(apart.items.map(({ dueOn }) => dueOn)).toEqual(['2026-11-22', '2026-12-10'])
    expect(await here.api.day.list({ axis: 'referrals' })).toMatchObject({
      groups: { late: 1, today: 0 },
      waiting: 4,
      next: null,
    })
    expect(await here.api.day.counts({})).toEqual({ waiting: 4, late: 2 })
  })

  test('nothing waits in a new space', async () => {
    const { api } = await openTestApi()
    expect(await api.day.list({})).toMatchObject({ items: [], waiting: 0, next: null })
    expect(await api.day.appointments({})).toEqual([])
  })

  test('reads each source by an index of what is open, and never a whole table', async () => {
    const { database, memberId } = await openTestApi()
    for (const mine of [null, memberId]) {
      const plans = await plansOf(database, async (context) => {
        for (const source of sources) await source.lines(context, { today, mine })
      })
      for (const index of [
        /^SEARCH referrals USING INDEX referralsDue \(dueOn>\?\)/m,
        /^SEARCH sessions USING INDEX sessionsToWrite \(state=\? AND heldOn<\?\)/m,
        /^SEARCH enrolments USING INDEX enrolmentsStage \(stage=\? AND stageSince<\?\)/m,
        /^SEARCH consents USING INDEX consentsInForce \(givenOn<\?\)/m,
        /^SEARCH referrals USING INDEX referralsRank \(state=\?\)[^]*consentsReferral \(referralId=\?/m,
        /^SEARCH documents USING INDEX documentsExpiry \(expiresOn<\?\)/m,
        /^SEARCH workshops USING INDEX workshopsHeld \(heldOn<\?\)/m,
        /^SEARCH enrolments USING INDEX enrolmentsStage \(stage=\?\)[^]*attendancesPerson \(personId=\? AND workshopId=\?\)/m,
        /^SEARCH consents USING COVERING INDEX consentsReferral[^]*COVERING INDEX referralFeedbacksReferral \(referralId=\?/m,
        /^SCAN tasks USING INDEX tasksDue/m,
      ])
        expect(plans).toContainEqual(expect.stringMatching(index))
      const steps = plans.flatMap((plan) => plan.split('\n'))
      expect(steps.filter((step) => /^SCAN (?!agreed$|\w+ USING INDEX)/.test(step))).toEqual([])
    }
  })

  test('asks again only what a commit touched, and never shows what it was before', async () => {
    const here = await openTestApi()
    const { id } = await here.api.tasks.create({ assigneeId: here.memberId, title: 'Rappeler la mairie', dueOn: today })
    const person = await aCallablePerson(here, 'Konaté')
    const support = await aFollowed(here, person, '2026-09-01')
    expect(await keysOf(here)).toEqual([`noNews:${support}`, `task:${id}`])
    await here.api.people.update({ id: person, version: 1, fields: { city: 'Rezé' } })
    expect(await keysOf(here)).toEqual([`noNews:${support}`, `task:${id}`])
    await here.api.day.noteCall({ personId: person, result: 'reached' })
    expect(await keysOf(here)).toEqual([`task:${id}`])
    await here.api.tasks.complete({ id })
    expect(await keysOf(here)).toEqual([])
    await here.api.history.undoLast({})
    await here.api.history.undoLast({})
    expect(await keysOf(here)).toEqual([`noNews:${support}`, `task:${id}`])
    await here.api.supports.end({ id: support, endedOn: today, endReason: 'goalReached', endNote: null })
    expect(await keysOf(here)).toEqual([`task:${id}`])
  })
})
