import { describe, expect, test } from 'vitest'
import { countOverdue } from '../../src/data/features/referral-feedback.ts'
import { listReferrals, readBoard } from '../../src/data/features/referral-list.ts'
import { emptyFilter } from '../../src/shared/rules/lists.ts'
import { aMove, aReferral, saved } from '../support/factories-referrals.ts'
import { aLandlord, aResidence } from '../support/factories.ts'
import { openTestApi } from '../support/open-test-api.ts'
import { plansOf } from '../support/query-plans.ts'

describe('lists and board', () => {
  test('a row says all that its columns show', async () => {
    const { api, memberId } = await openTestApi()
    const landlord = await api.organisations.create(aLandlord({ name: 'Estuaire Logement' }))
    const residence = await api.residences.create(aResidence(landlord.id, { name: 'Les Genêts' }))
    const created = await api.referrals.create(
      aReferral({
        residenceId: residence.id,
        officerName: 'Julien Tessandier',
        receivedOn: '2026-11-20',
        sentOn: '2026-11-19',
        assignedToId: memberId,
        projectStage: 'idea',
        person: {
          firstName: 'Corinne',
          lastName: 'Vasselin',
          contactPoints: [
            { kind: 'phone', value: '0240000000' },
            { kind: 'phone', value: '0639983774', preferred: true },
          ],
        },
      }),
    )
    await api.referrals.addAttempt({
      id: created.id,
      at: '2026-11-23T08:00:00.000Z',
      channel: 'phone',
      result: 'noAnswer',
    })
    const { rows, total, unfiltered } = await api.referrals.list({ offset: 0, limit: 10 })
    expect([total, unfiltered]).toEqual([1, 1])
    expect(rows[0]).toMatchObject({
      number: created.number,
      state: 'contacting',
      stateSince: '2026-11-23',
      firstName: 'Corinne',
      lastName: 'Vasselin',
      phone: '+33639983774',
      landlordId: landlord.id,
      landlordName: 'Estuaire Logement',
      residenceName: 'Les Genêts',
      officerName: 'Julien Tessandier',
      motive: 'businessCreation',
      projectStage: 'idea',
      needs: ['clarifyIdea', 'funding'],
      sentOn: '2026-11-19',
      receivedOn: '2026-11-20',
      attempts: 1,
      assignedToId: memberId,
      assignedTo: 'Solène Kerbrat',
      agreementOn: '2026-10-01',
      entryQpvState: 'toCheck',
      deadline: { dueOn: '2026-11-30', rule: 'contactAttempts', daysLeft: 7, workingDaysLeft: 5, totalDays: 10 },
    })
  })

  test('filters and sorts on its fields; what is not due comes last', async () => {
    const { api } = await openTestApi()
    const landlord = await api.organisations.create(aLandlord({ name: 'Toits de l’Ouest' }))
    const [late, soon, done] = [
      await api.referrals.create(
        aReferral({ receivedOn: '2026-11-02', landlordId: landlord.id, person: { lastName: 'Zola' } }),
      ),
      await api.referrals.create(
        aReferral({ receivedOn: '2026-11-20', needs: ['mobility'], person: { lastName: 'Arnaud' } }),
      ),
      await api.referrals.create(aReferral({ receivedOn: '2026-11-10', person: { lastName: 'Éluard' } })),
    ]
    saved(await api.referrals.move(aMove(done, 'refused')))
    const ids = async (request: object) =>
      (await api.referrals.list({ offset: 0, limit: 10, ...request })).rows.map(({ id }) => id)
    const where = (field: string, operator: string, value: unknown) =>
      ids({ filter: { conditions: [{ field, operator, value }] } })
    expect(await ids({ sort: [{ field: 'dueOn', direction: 'asc' }] })).toEqual([late.id, soon.id, done.id])
    expect(await ids({ sort: [{ field: 'name', direction: 'asc' }] })).toEqual([soon.id, done.id, late.id])
    expect(await where('dueOn', 'before', '2026-11-23')).toEqual([late.id])
    expect(await where('landlordName', 'contains', 'toits de l ouest')).toEqual([late.id])
    expect(await where('needs', 'isAnyOf', ['mobility'])).toEqual([soon.id])
    expect(await where('reasons', 'isAnyOf', ['notEligibleArea'])).toEqual([done.id])
    expect(await ids({ filter: { search: 'eluard' } })).toEqual([done.id])
    expect((await api.referrals.overdue({})).referrals).toBe(1)
  })

  test('the board has a column for each step, those due first, and counts what it does not show', async () => {
    const { api } = await openTestApi()
    const days = ['2026-11-18', '2026-11-09', '2026-11-20']
    for (const receivedOn of days) await api.referrals.create(aReferral({ receivedOn }))
    saved(await api.referrals.move(aMove(await api.referrals.create(aReferral()), 'met')))
    const board = await api.referrals.board({ filter: {}, limit: 2 })
    expect(board.map(({ state, total, rows }) => [state, total, rows.length])).toEqual([
      ['received', 3, 2],
      ['contacting', 0, 0],
      ['met', 1, 1],
      ['waitlisted', 0, 0],
    ])
    expect(board[0]?.rows.map(({ receivedOn }) => receivedOn)).toEqual(['2026-11-09', '2026-11-18'])
  })

  test('new service levels move the deadlines of what is open', async () => {
    const { api } = await openTestApi()
    const { id } = await api.referrals.create(aReferral())
    const { serviceLevels } = await api.settings.get({})
    await api.settings.update({ serviceLevels: { ...serviceLevels, contactDays: 15 } })
    expect((await api.referrals.get({ id })).deadline).toMatchObject({ dueOn: '2026-12-08', totalDays: 15 })
    await api.history.undoLast({})
    expect((await api.referrals.get({ id })).deadline).toMatchObject({ dueOn: '2026-12-03' })
  })
})

describe('search in the list', () => {
  test('finds a referral by its person, its landlord or its residence, under their names of today', async () => {
    const { api } = await openTestApi()
    const landlord = await api.organisations.create(aLandlord({ name: 'Estuaire Logement', city: 'Guérande' }))
    const residence = await api.residences.create(aResidence(landlord.id, { name: 'Les Genêts', code: '0417-B' }))
    const housed = await api.referrals.create(aReferral({ residenceId: residence.id }))
    const other = await api.referrals.create(aReferral({ person: { firstName: 'Awa', lastName: 'Savadoguy' } }))
    const found = async (search: string) =>
      (await api.referrals.list({ filter: { ...emptyFilter, search }, offset: 0, limit: 10 })).rows.map(({ id }) => id)
    expect(await found('savado')).toEqual([other.id])
    expect(await found('estuaire logem')).toEqual([housed.id])
    expect(await found('genets')).toEqual([housed.id])
    expect(await found('0417-b')).toEqual([housed.id])
    expect(await found('guerande')).toEqual([]) // where the landlord sits says nothing of its referrals
    await api.organisations.update({ id: landlord.id, version: landlord.version, fields: { name: 'Ponant Habitat' } })
    expect(await found('estuaire')).toEqual([])
    expect(await found('ponant')).toEqual([housed.id])
    const board = await api.referrals.board({ filter: { ...emptyFilter, search: 'genêts' } })
    expect(board.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual([housed.id])
  })
})

describe('deadlines', () => {
  test('an acknowledgement skips weekends and holidays, of the region that is set', async () => {
    const sent = async (day: string, region?: 'alsaceMoselle') => {
      const { api } = await openTestApi({ kind: 'landlord', now: () => new Date(`${day}T09:00:00.000Z`) })
      const { serviceLevels } = await api.settings.get({})
      if (region) await api.settings.update({ serviceLevels: { ...serviceLevels, region } })
      return (await api.referrals.create(aReferral({ send: true }))).deadline
    }
    // Christmas is on a Friday, the day after it a holiday in Alsace and Moselle but a Saturday
    expect(await sent('2026-12-24')).toMatchObject({ dueOn: '2026-12-29', workingDaysLeft: 2, daysLeft: 5 })
    // Good Friday 2027 is 26 March
    expect(await sent('2027-03-25')).toMatchObject({ dueOn: '2027-03-30' })
    expect(await sent('2027-03-25', 'alsaceMoselle')).toMatchObject({ dueOn: '2027-03-31' })
  })
})

describe('query plans', () => {
  test('the list in its own order, the columns of the board and what is late come from an index, unsorted', async () => {
    const { api, database } = await openTestApi()
    for (let count = 0; count < 5; count += 1) await api.referrals.create(aReferral())
    const list = await plansOf(database, (context) =>
      listReferrals(context, { filter: emptyFilter, sort: [], offset: 0, limit: 2 }),
    )
    expect(list).toContainEqual(expect.stringMatching(/^SCAN referrals USING (COVERING )?INDEX referralsCreated$/))
    const board = await plansOf(database, (context) => readBoard(context, { filter: emptyFilter, limit: 2 }))
    expect(board).toContainEqual(
      expect.stringMatching(/^SEARCH referrals USING (COVERING )?INDEX referralsState \(state=\?\)$/),
    )
    const overdue = await plansOf(database, countOverdue)
    expect(overdue).toContainEqual(
      expect.stringMatching(/^SEARCH referrals USING (COVERING )?INDEX referralsDue \(dueOn<\?\)$/),
    )
    expect(overdue).toContainEqual(
      expect.stringMatching(/^SEARCH referralFeedbacks USING COVERING INDEX referralFeedbacksReferral /m),
    )
    // nothing reads a whole table but the list, which reads it in the order of an index; `agreed` is those who did, found before
    const steps = [...list, ...board, ...overdue].flatMap((plan) => plan.split('\n'))
    expect(steps.filter((step) => /^SCAN (?!referrals USING|agreed$)/.test(step))).toEqual([])
    expect(
      [...list, ...board].filter((plan) => /INDEX referrals(Created|State)/.test(plan) && plan.includes('TEMP B-TREE')),
    ).toEqual([])
  })
})
