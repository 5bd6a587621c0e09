import { describe, expect, test } from 'vitest'
import { aReferral } from '../support/factories-referrals.ts'
import { aTask } from '../support/factories-work.ts'
import { put } from '../support/rows.ts'
import { anOrganisation, aPerson } from '../support/factories.ts'
import { openTestApi } from '../support/open-test-api.ts'

const today = '2026-11-23' // a Monday

describe('a task', () => {
  test('is about a record, which it names; a referral’s is about its person too', async () => {
    const { api, memberId } = await openTestApi()
    const referral = await api.referrals.create(aReferral())
    const task = await api.tasks.create(
      aTask({ referralId: referral.id, assigneeId: memberId, dueTime: '10:30', note: '  ' }),
    )
    expect(task).toMatchObject({
      about: { entity: 'referrals', id: referral.id, label: referral.number },
      personId: referral.personId,
      lastName: referral.lastName,
      assigneeName: 'Solène Kerbrat',
      dueTime: '10:30',
      note: null,
      origin: 'member',
    })
    const ofPerson = await api.tasks.ofRecord({ owner: { entity: 'people', id: referral.personId } })
    expect(ofPerson.open.map(({ id }) => id)).toEqual([task.id])
    expect(await api.tasks.create(aTask())).toMatchObject({ about: null, personId: null })
  })

  test.each([
    [{ dueOn: null, dueTime: '10:00' }, 'invalid', { field: 'dueOn' }],
    [{ dueOn: null, recurrence: 'weekly' as const }, 'invalid', { field: 'dueOn' }],
    [{ note: 'NIR 1 85 05 78 006 084 91' }, 'sensitiveNumber', { field: 'note' }],
    [{ title: 'IBAN FR76 3000 6000 0112 3456 7890 189' }, 'sensitiveNumber', { field: 'title' }],
    [{ personId: 'nobody' }, 'notFound', { entity: 'people' }],
    [{ assigneeId: 'nobody' }, 'notFound', { entity: 'members' }],
  ])('%j is refused', async (said, code, data) => {
    const { api } = await openTestApi()
    await expect(api.tasks.create(aTask(said))).rejects.toMatchObject({ code, data })
  })

  test('is changed field by field; what someone else changed meanwhile is a conflict', async () => {
    const { api } = await openTestApi()
    const { id } = await api.tasks.create(aTask())
    await api.tasks.update({ id, version: 1, fields: { title: 'Rappeler la mairie' } })
    expect(await api.tasks.update({ id, version: 1, fields: { dueOn: '2026-12-01' } })).toMatchObject({
      outcome: 'saved',
      record: { title: 'Rappeler la mairie', dueOn: '2026-12-01' },
    })
    expect(await api.tasks.update({ id, version: 1, fields: { title: 'Écrire' } })).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ field: 'title', theirs: 'Rappeler la mairie' }],
    })
    const undated = api.tasks.update({ id, version: 3, fields: { dueOn: null, recurrence: 'daily' } })
    await expect(undated).rejects.toMatchObject({ code: 'invalid', data: { field: 'dueOn' } })
  })
})

describe('doing a task', () => {
  test('says who did it and when; it can be done again', async () => {
    const { api } = await openTestApi()
    const { id } = await api.tasks.create(aTask())
    const { task, next } = await api.tasks.complete({ id })
    expect([task, next]).toMatchObject([{ doneOn: today, doneByName: 'Solène Kerbrat' }, null])
    expect(await api.tasks.reopen({ id })).toMatchObject({ doneOn: null, doneByName: null })
  })

  test('that comes back makes the next one, once; an undo takes both back', async () => {
    const { api, memberId } = await openTestApi()
    const person = await api.people.create(aPerson())
    const { id } = await api.tasks.create(
      aTask({ personId: person.id, recurrence: 'weekly', dueOn: '2026-11-02', assigneeId: memberId, note: 'Le matin' }),
    )
    const first = await api.tasks.complete({ id })
    expect(first.next).toMatchObject({
      dueOn: '2026-11-30', // the Mondays before are not owed
      recurrence: 'weekly',
      personId: person.id,
      assigneeId: memberId,
      note: 'Le matin',
      origin: 'recurrence',
      doneOn: null,
    })
    expect((await api.tasks.complete({ id })).next).toBeNull() // done already
    await api.tasks.reopen({ id })
    const owner = { entity: 'people' as const, id: person.id }
    expect((await api.tasks.ofRecord({ owner })).open.map((task) => task.id)).toEqual([id])
    expect((await api.tasks.complete({ id })).next?.id).toBe(first.next?.id)

    await api.history.undoLast({})
    await api.history.undoLast({})
    await api.history.undoLast({})
    const { open, doneCount } = await api.tasks.ofRecord({ owner })
    expect([open.map((task) => task.id), doneCount]).toEqual([[id], 0])
    await expect(api.tasks.get({ id: first.next?.id ?? '' })).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('several tasks', () => {
  test('are put off together: those still to do, from which day to which', async () => {
    const { api } = await openTestApi()
    const late = await api.tasks.create(aTask({ title: 'En retard', dueOn: '2026-11-02' }))
    const later = await api.tasks.create(aTask({ title: 'Plus tard', dueOn: '2026-11-27' }))
    const undated = await api.tasks.create(aTask({ title: 'Un jour', dueOn: null }))
    const done = await api.tasks.create(aTask({ dueOn: '2026-11-20' }))
    await api.tasks.complete({ id: done.id })
    const selection = { mode: 'these' as const, ids: [late.id, later.id, undated.id, done.id] }
    const expected = {
      changed: 3,
      kept: 1,
      moves: [
        { id: undated.id, title: 'Un jour', before: null, after: '2026-11-25' },
        { id: late.id, title: 'En retard', before: '2026-11-02', after: '2026-11-25' },
        { id: later.id, title: 'Plus tard', before: '2026-11-27', after: '2026-12-01' },
      ],
    }
    expect(await api.tasks.previewPostpone({ selection, to: { workingDays: 2 } })).toEqual(expected)
    expect((await api.tasks.get({ id: late.id })).dueOn).toBe('2026-11-02')
    expect(await api.tasks.postpone({ selection, to: { workingDays: 2 } })).toEqual(expected)
    expect((await api.tasks.get({ id: later.id })).dueOn).toBe('2026-12-01')
    await api.history.undoLast({})
    expect((await api.tasks.get({ id: late.id })).dueOn).toBe('2026-11-02')
    expect((await api.tasks.get({ id: undated.id })).dueOn).toBeNull()

    expect(await api.tasks.postpone({ selection, to: { on: '2026-12-15' } })).toMatchObject({ changed: 3, kept: 1 })
    const past = api.tasks.postpone({ selection, to: { on: '2026-11-22' } })
    await expect(past).rejects.toMatchObject({ code: 'invalid', data: { field: 'on' } })
  })

  test('go to the trash and come back', async () => {
    const { api } = await openTestApi()
    const { id } = await api.tasks.create(aTask({ title: 'Envoyer le devis' }))
    expect(await api.tasks.trash({ selection: { mode: 'these', ids: [id] } })).toEqual({ changed: 1 })
    expect((await api.tasks.list({ offset: 0, limit: 10 })).total).toBe(0)
    expect(await api.history.trash({})).toMatchObject([{ entity: 'tasks', id, label: 'Envoyer le devis' }])
    await api.tasks.restore({ id })
    expect((await api.tasks.list({ offset: 0, limit: 10 })).total).toBe(1)
  })

  test('are listed by the day they are due, filtered, and found by their words or whom they are about', async () => {
    const { api, memberId } = await openTestApi()
    const person = await api.people.create({ lastName: 'Ouadji', firstName: 'Assa' })
    const organisation = await api.organisations.create(anOrganisation({ name: 'Tissages Morvane' }))
    const undated = await api.tasks.create({ title: 'Ranger les dossiers' })
    const soon = await api.tasks.create(
      aTask({ title: 'Vérifier le devis', organisationId: organisation.id, dueOn: today }),
    )
    const late = await api.tasks.create(
      aTask({ title: 'Écrire à la mairie', personId: person.id, assigneeId: memberId, dueOn: '2026-11-01' }),
    )
    const done = await api.tasks.create(aTask({ title: 'Relancer', dueOn: '2026-10-01' }))
    await api.tasks.complete({ id: done.id })
    const found = async (filter: Parameters<typeof api.tasks.list>[0]['filter']) =>
      (await api.tasks.list({ filter, offset: 0, limit: 10 })).rows.map(({ id }) => id)

    expect(await found({})).toEqual([done.id, late.id, soon.id, undated.id])
    const open = { field: 'doneOn', operator: 'isEmpty' as const }
    expect(await found({ conditions: [open] })).toEqual([late.id, soon.id, undated.id])
    expect(await found({ conditions: [open, { field: 'dueOn', operator: 'before', value: today }] })).toEqual([late.id])
    expect(await found({ conditions: [{ field: 'assigneeId', operator: 'is', value: memberId }] })).toEqual([late.id])
    expect(await found({ search: 'ecrire mairie' })).toEqual([late.id])
    expect(await found({ search: 'ouadji' })).toEqual([late.id])
    expect(await found({ search: 'morvane' })).toEqual([soon.id])
  })
})

test('what another feature wrote about a session is shown with its person', async () => {
  const testApi = await openTestApi()
  const { api, memberId } = testApi
  const person = await api.people.create(aPerson())
  const sessionId = await put(testApi, 'sessions', {
    personId: person.id,
    coachId: memberId,
    state: 'held',
    heldOn: '2026-11-20',
    mode: 'inPerson',
  })
  expect(await api.tasks.create(aTask({ sessionId }))).toMatchObject({
    about: { entity: 'sessions', id: sessionId, label: '2026-11-20' },
    personId: person.id,
  })
})

test('what was to be done about someone leaves with them, and comes back with them', async () => {
  const { api } = await openTestApi()
  const person = await api.people.create(aPerson())
  const open = await api.tasks.create(aTask({ personId: person.id }))
  const aside = await api.tasks.create(aTask({ personId: person.id }))
  await api.tasks.trash({ selection: { mode: 'these', ids: [aside.id] } })
  await api.people.trash({ selection: { mode: 'these', ids: [person.id] } })
  expect((await api.tasks.get({ id: open.id })).deletedAt).not.toBeNull()
  await api.people.restore({ id: person.id })
  expect((await api.tasks.get({ id: open.id })).deletedAt).toBeNull()
  expect((await api.tasks.get({ id: aside.id })).deletedAt).not.toBeNull()
})
