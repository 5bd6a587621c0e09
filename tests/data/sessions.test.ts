import { describe, expect, test } from 'vitest'
import { aCoach, aSession, aSupport, twoFundedActions } from '../support/factories-coaching.ts'
import { aPerson } from '../support/factories.ts'
import { type TestApi, openTestApi } from '../support/open-test-api.ts'

describe('a session', () => {
  test('is logged with nothing but the person: held today, by whoever is at the keyboard', async () => {
    const { api, memberId } = await openTestApi()
    const support = await aSupport(api, { coachId: memberId })
    const session = await api.sessions.create({ personId: support.personId })
    expect(session).toMatchObject({
      state: 'held',
      heldOn: '2026-11-23',
      mode: 'inPerson',
      minutes: 60,
      coachId: memberId,
      supportId: support.id,
      themes: [],
      toWriteUp: true,
      fundings: [],
    })
  })

  test.each([
    [{ heldOn: '2026-11-24' }, 'heldOn'],
    [{ coachId: 'nobody' }, 'coachId'],
    [{ supportId: 'another' }, 'supportId'],
  ])('%j is refused by its field', async (said, field) => {
    const { api } = await openTestApi()
    const support = await aSupport(api)
    await expect(api.sessions.create(aSession(support, said))).rejects.toMatchObject({
      code: 'invalid',
      data: { field },
    })
  })

  test('keeps no number of social security, in either note', async () => {
    const { api } = await openTestApi()
    const support = await aSupport(api)
    const nir = '1 84 12 76 451 089 46'
    for (const field of ['privateNote', 'shareableNote', 'nextStep'] as const) {
      await expect(api.sessions.create(aSession(support, { [field]: nir }))).rejects.toMatchObject({
        code: 'sensitiveNumber',
        data: { field },
      })
    }
  })

  test('is to write up once its day is past, until it is written up or was missed', async () => {
    const { api } = await openTestApi()
    const support = await aSupport(api)
    const ahead = await api.sessions.create(aSession(support, { heldOn: '2026-11-24', state: 'planned' }))
    const past = await api.sessions.create(aSession(support, { heldOn: '2026-11-19', state: 'planned' }))
    const held = await api.sessions.create(aSession(support, { heldOn: '2026-11-18' }))
    const waiting = async () => (await api.sessions.toWriteUp({ coachId: null })).rows.map(({ id }) => id)
    expect(await waiting()).toEqual([held.id, past.id])
    expect((await api.sessions.toWriteUp({ coachId: await aCoach(api) })).total).toBe(0)
    expect((await api.sessions.planned({ coachId: support.coachId })).map(({ id }) => id)).toEqual([ahead.id])
    await api.sessions.update({ id: past.id, version: 1, fields: { state: 'excused' } })
    await api.sessions.update({ id: held.id, version: 1, fields: { writtenUp: true, shareableNote: 'Statut choisi' } })
    expect(await waiting()).toEqual([])
    expect(await api.sessions.get({ id: held.id })).toMatchObject({ writtenUpOn: '2026-11-23', toWriteUp: false })
  })

  test('shows what someone else changed meanwhile, and writes nothing then', async () => {
    const { api } = await openTestApi()
    const { id } = await api.sessions.create(aSession(await aSupport(api)))
    await api.sessions.update({ id, version: 1, fields: { minutes: 45, privateNote: 'Vue au local' } })
    const answer = await api.sessions.update({ id, version: 1, fields: { minutes: 90, shareableNote: 'Devis reçu' } })
    expect(answer).toMatchObject({ outcome: 'conflict', conflicts: [{ field: 'minutes', theirs: 45, yours: 90 }] })
    expect(await api.sessions.get({ id })).toMatchObject({ minutes: 45, shareableNote: null })
    expect(await api.sessions.update({ id, version: 1, fields: { shareableNote: 'Devis reçu' } })).toMatchObject({
      outcome: 'saved',
    })
  })
})

describe('what pays for a session', () => {
  test('is never more than the whole, and an action pays once', async () => {
    const world = await openTestApi()
    const { api } = world
    const { programmeId, ids } = await twoFundedActions(world)
    const support = await aSupport(api, { programmeId })
    const paid = (...shares: number[]) => ({
      fundings: shares.map((share, index) => ({ fundedActionId: ids[index] ?? ids[0], share })),
    })
    for (const shares of [[60, 50], [0], [101], [50, 40, 10]]) {
      await expect(api.sessions.create(aSession(support, paid(...shares)))).rejects.toMatchObject({
        code: 'invalid',
        data: { field: 'fundings' },
      })
    }
    const session = await api.sessions.create(aSession(support, paid(60, 40)))
    expect(session.fundings.map(({ title, share }) => ({ title, share }))).toEqual([
      { title: 'Accompagner', share: 60 },
      { title: 'Former', share: 40 },
    ])
    const changed = await api.sessions.update({ id: session.id, version: 1, fields: paid(100) })
    expect(changed).toMatchObject({ outcome: 'saved', record: { version: 2, fundings: [{ share: 100 }] } })
    await api.history.undoLast({})
    expect((await api.sessions.get({ id: session.id })).fundings).toHaveLength(2)
    const proposed = await api.sessions.fundedActions({ on: '2026-11-10', supportId: support.id })
    expect(proposed).toMatchObject([
      { title: 'Accompagner', programmeName: 'Élan', funderName: 'Fonds des deux rives' },
      {},
    ])
  })
})

describe('the next step', () => {
  const tasksOf = ({ database }: TestApi) =>
    database.read().db.selectFrom('tasks').selectAll().where('deletedAt', 'is', null).orderBy('id').execute()

  test('becomes a task of the coach, and follows what is said of it', async () => {
    const world = await openTestApi()
    const { api } = world
    const support = await aSupport(api)
    const session = await api.sessions.create(
      aSession(support, { nextStep: 'Relire le devis', nextStepOn: '2026-11-27' }),
    )
    expect(await tasksOf(world)).toMatchObject([
      {
        title: 'Relire le devis',
        dueOn: '2026-11-27',
        kind: 'followUp',
        origin: 'session',
        assigneeId: support.coachId,
        personId: support.personId,
        sessionId: session.id,
        doneOn: null,
      },
    ])
    const { id } = session
    await api.sessions.update({ id, version: 1, fields: { nextStep: 'Signer le devis' } })
    expect(await tasksOf(world)).toMatchObject([{ title: 'Signer le devis', dueOn: '2026-11-27' }])
    await api.sessions.update({ id, version: 2, fields: { nextStepOn: '2026-12-04' } })
    expect(await api.sessions.get({ id })).toMatchObject({ version: 3, nextStepOn: '2026-12-04' })
    await api.sessions.update({ id, version: 3, fields: { nextStep: null } })
    expect(await tasksOf(world)).toEqual([])
    await api.history.undoLast({})
    expect(await tasksOf(world)).toMatchObject([{ title: 'Signer le devis' }])
  })

  test('once done stays done, and another step is another task', async () => {
    const world = await openTestApi()
    const { api, database } = world
    const session = await api.sessions.create(aSession(await aSupport(api), { nextStep: 'Relire le devis' }))
    const [task] = await tasksOf(world)
    await database.command('test.done', (tx) => tx.write.update('tasks', task?.id ?? '', { doneOn: '2026-11-22' }))
    expect(await api.sessions.get({ id: session.id })).toMatchObject({ nextStepDone: true })
    await api.sessions.update({ id: session.id, version: 1, fields: { nextStep: 'Signer le devis' } })
    expect(await tasksOf(world)).toMatchObject([
      { title: 'Relire le devis', doneOn: '2026-11-22' },
      { title: 'Signer le devis', doneOn: null },
    ])
  })

  test('goes to the trash with its session, and both come back', async () => {
    const world = await openTestApi()
    const { api } = world
    const session = await api.sessions.create(aSession(await aSupport(api), { nextStep: 'Relire le devis' }))
    await api.sessions.trash({ id: session.id })
    expect(await tasksOf(world)).toEqual([])
    expect(await api.sessions.ofPerson({ personId: session.personId })).toEqual([])
    expect((await api.history.undoLast({})).kept).toEqual([])
    expect(await api.sessions.get({ id: session.id })).toEqual({
      ...session,
      version: expect.any(Number) as number,
      updatedAt: expect.any(String) as string,
    })
  })
})

test('the list of people, which exports are made of, holds no word of a session', async () => {
  const { api } = await openTestApi()
  const person = await api.people.create(aPerson())
  const support = await aSupport(api, { personId: person.id })
  await api.sessions.create(aSession(support, { privateNote: 'Entre nous', shareableNote: 'Peut être lu' }))
  const { rows } = await api.people.list({ offset: 0, limit: 10 })
  expect(JSON.stringify(rows)).not.toMatch(/Entre nous|Peut être lu/)
})

test('the timeline numbers those that were held the same, whether it shows them all or the last ones', async () => {
  const { api } = await openTestApi()
  const { personId } = await api.sessions.create({ personId: (await api.people.create(aPerson())).id })
  for (const heldOn of ['2026-11-20', '2026-11-19', '2026-11-18'])
    await api.sessions.create({ personId, heldOn, state: heldOn === '2026-11-19' ? 'noShow' : 'held' })
  const numbersOf = async (limit: number) =>
    (await api.people.timeline({ id: personId, limit })).flatMap(({ kind, data }) =>
      kind === 'session' ? [data['number']] : [],
    )
  expect(await numbersOf(200)).toEqual([3, 2, null, 1])
  expect(await numbersOf(4)).toEqual([3, 2, null])
  expect(await numbersOf(2)).toEqual([3])
})
