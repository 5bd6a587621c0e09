import { describe, expect, test } from 'vitest'
import { aPerson } from '../support/factories.ts'
import { aMove, aReferral, anAgreement, saved } from '../support/factories-referrals.ts'
import { openTestApi } from '../support/open-test-api.ts'

const code = (name: string, data: object = {}) =>
  expect.objectContaining({ code: name, data: expect.objectContaining(data) })

describe('a new referral', () => {
  test('comes in with its person, its agreement, its number and what is owed, all at once', async () => {
    const { api, database } = await openTestApi()
    const referral = await api.referrals.create(
      aReferral({
        person: {
          firstName: 'Corinne',
          lastName: 'Vasselin',
          birthYear: 1981,
          status: 'jobseeker',
          contactPoints: [{ kind: 'phone', value: '06 39 98 37 74' }],
        },
      }),
    )
    expect(referral).toMatchObject({
      state: 'received',
      receivedOn: '2026-11-23',
      firstName: 'Corinne',
      lastName: 'Vasselin',
      phone: '+33639983774',
      agreement: { how: 'signedForm', givenOn: '2026-10-01' },
      feedbackAllowed: true,
      entry: { on: '2026-11-23', age: 45, status: 'jobseeker', qpvState: 'toCheck' },
      deadline: { dueOn: '2026-12-03', rule: 'firstContact', daysLeft: 10, workingDaysLeft: 8, totalDays: 10 },
      moves: [{ from: null, to: 'received', on: '2026-11-23', mover: 'association', by: 'Solène Kerbrat' }],
      feedbacks: [{ occasion: 'received', happenedOn: '2026-11-23', dueOn: '2026-11-30', sentOn: null }],
    })
    expect(referral.number).toMatch(/^OR-2026-0001-[0-9A-Z]{4}$/)
    expect((await api.people.get({ id: referral.personId })).project).toBe('Chambres d’hôtes à la ferme')
    const batches = await database
      .read()
      .db.selectFrom('changes')
      .select('batchId')
      .where('command', '=', 'referrals.create')
      .groupBy('batchId')
      .execute()
    expect(batches).toHaveLength(1)
  })

  test('is refused whole without an agreement to be contacted, and nobody is created', async () => {
    const { api } = await openTestApi()
    for (const agreement of [null, anAgreement({ scope: ['statusBack'] }), anAgreement({ givenOn: '2026-11-23' })]) {
      await expect(api.referrals.create(aReferral({ agreement, receivedOn: '2026-11-20' }))).rejects.toEqual(
        code('agreementMissing'),
      )
    }
    await expect(
      api.referrals.create(aReferral({ agreement: anAgreement({ givenOn: '2026-11-24' }) })),
    ).rejects.toEqual(code('invalid', { field: 'agreement.givenOn' }))
    expect((await api.people.list({ offset: 0, limit: 10 })).total).toBe(0)
  })

  test('needs one person: known or new', async () => {
    const { api } = await openTestApi()
    const { personId } = await api.referrals.create(aReferral())
    await expect(api.referrals.create(aReferral({ person: null }))).rejects.toEqual(
      code('invalid', { field: 'personId' }),
    )
    await expect(api.referrals.create(aReferral({ personId, person: { lastName: 'Autre' } }))).rejects.toEqual(
      code('invalid', { field: 'personId' }),
    )
    await expect(api.referrals.create(aReferral({ personId: 'nobody' }))).rejects.toEqual(code('notFound'))
    expect((await api.referrals.create(aReferral({ personId }))).personId).toBe(personId)
  })

  test('is a draft in a landlord’s space, signed by its officer, and leaves with the agreement only', async () => {
    const { api } = await openTestApi({ kind: 'landlord', organisationName: 'Estuaire Logement' })
    const draft = await api.referrals.create(aReferral({ agreement: null }))
    expect(draft).toMatchObject({
      state: 'draft',
      landlordName: 'Estuaire Logement',
      officerName: 'Solène Kerbrat',
      entry: null,
      deadline: null,
      agreement: null,
      feedbacks: [],
      nextStates: ['sent'],
    })
    await expect(api.referrals.move(aMove(draft, 'sent'))).rejects.toEqual(code('agreementMissing'))
    const agreed = await api.referrals.recordAgreement({ id: draft.id, agreement: anAgreement({ how: 'oral' }) })
    const sent = saved(await api.referrals.move(aMove(agreed, 'sent', { on: '2026-11-20' })))
    expect(sent).toMatchObject({
      state: 'sent',
      sentOn: '2026-11-20',
      entry: { on: '2026-11-20' },
      deadline: { dueOn: '2026-11-24', rule: 'acknowledge', workingDaysLeft: 1 },
      nextStates: ['withdrawn'],
    })
    const atOnce = await api.referrals.create(aReferral({ send: true }))
    expect(atOnce.moves.map(({ from, to }) => [from, to])).toEqual([
      [null, 'draft'],
      ['draft', 'sent'],
    ])
  })

  test('numbers of two devices never meet, and an undone one is not given again', async () => {
    const numbers = new Set<string>()
    for (const deviceId of ['device-a', 'device-b']) {
      const { api } = await openTestApi({ deviceId })
      for (let count = 0; count < 5; count += 1) {
        numbers.add((await api.referrals.create(aReferral())).number)
        if (count === 2) await api.history.undoLast({})
      }
    }
    expect(numbers.size).toBe(10)
    expect([...numbers].map((number) => number.slice(0, 12))).toEqual(
      [1, 2, 3, 4, 5, 1, 2, 3, 4, 5].map((last) => `OR-2026-000${last}`),
    )
  })

  test('holds no number of social security or bank account, in any of its texts', async () => {
    const { api } = await openTestApi()
    await expect(api.referrals.create(aReferral({ note: 'Son numéro : 2 81 05 44 069 012 66' }))).rejects.toEqual(
      code('sensitiveNumber', { field: 'note' }),
    )
    const { id, version } = await api.referrals.create(aReferral())
    await expect(
      api.referrals.update({ id, version, fields: { goal: 'FR76 3000 6000 0112 3456 7890 189' } }),
    ).rejects.toEqual(code('sensitiveNumber', { field: 'goal' }))
  })
})

describe('what is frozen and what is not', () => {
  test('a person who moves does not move their referral', async () => {
    const { api } = await openTestApi()
    const referral = await api.referrals.create(
      aReferral({
        person: {
          lastName: 'Vasselin',
          postcode: '44350',
          city: 'Guérande',
          communeCode: '44069',
          birthDate: '1981-12-01',
          status: 'jobseeker',
          education: 'level4',
        },
      }),
    )
    expect(referral.entry).toMatchObject({
      communeCode: '44069',
      communeName: 'Guérande',
      age: 44,
      status: 'jobseeker',
      education: 'level4',
    })
    const person = await api.people.get({ id: referral.personId })
    await api.people.update({
      id: person.id,
      version: person.version,
      fields: { postcode: '44600', city: 'Saint-Nazaire', communeCode: '44184', status: 'employed' },
    })
    saved(await api.referrals.move(aMove(referral, 'met')))
    expect((await api.referrals.get({ id: referral.id })).entry).toEqual(referral.entry)
  })

  test('an edit carries its version: another field merges, the same field is a conflict', async () => {
    const { api } = await openTestApi()
    const { id, version } = await api.referrals.create(aReferral())
    expect(await api.referrals.update({ id, version, fields: { goal: 'Ouvrir au printemps' } })).toMatchObject({
      outcome: 'saved',
    })
    expect(await api.referrals.update({ id, version, fields: { agency: 'Agence Ouest' } })).toMatchObject({
      outcome: 'saved',
      record: { goal: 'Ouvrir au printemps', agency: 'Agence Ouest' },
    })
    expect(await api.referrals.update({ id, version, fields: { goal: 'Ouvrir à l’été' } })).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ field: 'goal', yours: 'Ouvrir à l’été', theirs: 'Ouvrir au printemps' }],
    })
    expect((await api.referrals.get({ id })).goal).toBe('Ouvrir au printemps')
  })

  test('the trash takes one with its moves, closes the waiting list, and gives it back', async () => {
    const { api } = await openTestApi()
    const [first, second] = [await waiting(api), await waiting(api)]
    await api.referrals.trash({ id: first.id })
    expect((await api.referrals.get({ id: second.id })).rank).toBe(1)
    expect((await api.referrals.list({ offset: 0, limit: 10 })).rows.map(({ id }) => id)).toEqual([second.id])
    await expect(api.referrals.move(aMove(first, 'accepted'))).rejects.toEqual(code('notFound'))
    expect(await api.referrals.restore({ id: first.id })).toMatchObject({
      state: 'waitlisted',
      rank: 1,
      deletedAt: null,
      moves: [{ to: 'received' }, { to: 'met' }, { to: 'waitlisted' }],
    })
    expect((await api.referrals.get({ id: second.id })).rank).toBe(2)
  })
})

test('a referral does not come back from the trash without its person', async () => {
  const { api } = await openTestApi()
  const { id, personId } = await api.referrals.create(aReferral())
  await api.referrals.trash({ id })
  await api.people.trash({ selection: { mode: 'these', ids: [personId] } })
  await expect(api.referrals.restore({ id })).rejects.toEqual(code('notFound', { entity: 'people' }))
  await api.people.restore({ id: personId })
  expect(await api.referrals.restore({ id })).toMatchObject({ id, deletedAt: null })
})

describe('history and undo', () => {
  test('every command of a referral is undone by Ctrl+Z, back to an empty space', async () => {
    const { api, database } = await openTestApi()
    const empty = await dump(database)
    const other = await waiting(api)
    const states = [await dump(database)]
    const step = async (work: () => Promise<unknown>) => {
      await work()
      states.push(await dump(database))
    }
    const created = await api.referrals.create(aReferral())
    states.push(await dump(database))
    const { id } = created
    const now = () => api.referrals.get({ id })
    await step(() =>
      api.referrals.update({ id, version: created.version, fields: { goal: 'Ouvrir', needs: ['mobility'] } }),
    )
    await step(() => api.referrals.recordAgreement({ id, agreement: anAgreement({ how: 'email' }) }))
    await step(() =>
      api.referrals.addAttempt({ id, at: '2026-11-23T08:30:00.000Z', channel: 'phone', result: 'noAnswer' }),
    )
    await step(async () => api.referrals.move(aMove(await now(), 'met')))
    await step(async () => api.referrals.move(aMove(await now(), 'waitlisted', { rank: 1 })))
    await step(() => api.referrals.setRank({ id, rank: 2 }))
    await step(() => api.referrals.trash({ id: other.id }))
    await step(() => api.referrals.restore({ id: other.id }))
    await step(async () => api.referrals.move(aMove(await now(), 'refused')))
    await step(() =>
      api.referrals.recordFeedback({
        id,
        occasion: 'decision',
        sentOn: '2026-11-23',
        channel: 'email',
        message: 'Bonjour',
      }),
    )
    await step(async () => api.referrals.move(aMove(await now(), 'received')))
    for (const state of states.slice(0, -1).reverse()) {
      expect((await api.history.undoLast({})).kept).toEqual([])
      expect(await dump(database)).toEqual(state)
    }
    for (let count = 0; count < 3; count += 1) await api.history.undoLast({})
    expect(await dump(database)).toEqual(empty)
    expect(await api.history.verify({})).toMatchObject({ brokenAt: null })
  })

  test('the history of a referral tells its moves, attempts and feedback', async () => {
    const { api } = await openTestApi()
    const { id } = await api.referrals.create(aReferral())
    await api.referrals.addAttempt({ id, at: '2026-11-23T08:30:00.000Z', channel: 'phone', result: 'noAnswer' })
    await api.referrals.recordFeedback({
      id,
      occasion: 'received',
      sentOn: '2026-11-23',
      channel: 'email',
      message: 'Bien reçue.',
    })
    const entries = await api.history.ofRecord({ entity: 'referrals', id })
    expect(entries.map(({ command, by, undoable }) => [command, by, undoable])).toEqual([
      ['referrals.recordFeedback', 'Solène Kerbrat', true],
      ['referrals.addAttempt', 'Solène Kerbrat', true],
      ['referrals.create', 'Solène Kerbrat', true],
    ])
    const [told, attempt] = entries
    expect(told?.changes.flatMap(({ fields }) => fields)).toContainEqual({
      field: 'message',
      before: null,
      after: 'Bien reçue.',
    })
    expect(attempt?.changes.map(({ entity }) => entity).sort()).toEqual([
      'contactAttempts',
      'referralMoves',
      'referrals',
    ])
    expect(attempt?.changes.flatMap(({ fields }) => fields)).toContainEqual({
      field: 'state',
      before: 'received',
      after: 'contacting',
    })
  })
})

type Api = Awaited<ReturnType<typeof openTestApi>>['api']
type Database = Awaited<ReturnType<typeof openTestApi>>['database']

/** Someone at the end of the waiting list. */
async function waiting(api: Api) {
  const met = saved(await api.referrals.move(aMove(await api.referrals.create(aReferral()), 'met')))
  return saved(await api.referrals.move(aMove(met, 'waitlisted')))
}

/** What the rows say, but for when and how often they were written. */
async function dump(database: Database) {
  const { db } = database.read()
  const tables = [
    'people',
    'participantProfiles',
    'referrals',
    'referralMoves',
    'contactAttempts',
    'referralFeedbacks',
    'consents',
  ] as const
  const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().orderBy('id').execute()))
  return Object.fromEntries(
    tables.map((table, index) => [
      table,
      (rows[index] ?? []).map(({ version: _version, updatedAt: _updatedAt, ...row }) => row),
    ]),
  )
}

test('someone has all their referrals, whatever else fills their thread, those of the trash aside', async () => {
  const { api } = await openTestApi()
  const person = await api.people.create(aPerson())
  const mine = []
  for (let count = 0; count < 3; count += 1) mine.push(await api.referrals.create(aReferral({ personId: person.id })))
  await api.referrals.create(aReferral())
  const [first, gone, last] = mine
  await api.referrals.trash({ id: gone?.id ?? '' })
  const found = await api.referrals.ofPerson({ personId: person.id })
  expect(new Set(found.map(({ id }) => id))).toEqual(new Set([first?.id, last?.id]))
  expect(found[0]).toEqual(await api.referrals.get({ id: found[0]?.id ?? '' }))
})
