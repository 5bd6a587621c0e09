import { describe, expect, test } from 'vitest'
import { aCoach, aSession, aSupport } from '../support/factories-coaching.ts'
import { aFilledCohort } from '../support/factories-workshops.ts'
import { aPerson } from '../support/factories.ts'
import { openTestApi } from '../support/open-test-api.ts'

describe('a spell of support', () => {
  test('is open once for a person and a coach, and a new one begins instead of reopening it', async () => {
    const { api } = await openTestApi()
    const first = await aSupport(api)
    const again = { personId: first.personId, coachId: first.coachId, startedOn: '2026-11-02' }
    await expect(api.supports.open(again)).rejects.toMatchObject({ code: 'alreadyExists', data: { id: first.id } })
    await api.supports.end({ id: first.id, endedOn: '2026-11-01', endReason: 'personStopped' })
    await expect(
      api.supports.end({ id: first.id, endedOn: '2026-11-01', endReason: 'completed' }),
    ).rejects.toMatchObject({ code: 'illegalMove' })
    const second = await api.supports.open(again)
    expect(second.previousId).toBe(first.id)
    expect((await api.supports.ofPerson({ personId: first.personId })).map(({ id }) => id)).toEqual([
      second.id,
      first.id,
    ])
    await api.history.undoLast({})
    await api.history.undoLast({})
    expect(await api.supports.get({ id: first.id })).toMatchObject({ endedOn: null, endReason: null, endNote: null })
  })

  test.each([
    [{ startedOn: '2026-11-24' }, 'startedOn'],
    [{ coachId: 'nobody' }, 'coachId'],
    [{ programmeId: 'none' }, 'programmeId'],
  ])('%j is refused by its field', async (said, field) => {
    const { api } = await openTestApi()
    await expect(aSupport(api, said)).rejects.toMatchObject({ code: 'invalid', data: { field } })
  })

  test('does not end before it began, nor tomorrow, nor as handed over to nobody', async () => {
    const { api } = await openTestApi()
    const { id } = await aSupport(api)
    const ends = (endedOn: string, endReason: 'completed' | 'handedOver' = 'completed') =>
      api.supports.end({ id, endedOn, endReason })
    await expect(ends('2026-05-31')).rejects.toMatchObject({ code: 'invalid', data: { field: 'endedOn' } })
    await expect(ends('2026-11-24')).rejects.toMatchObject({ code: 'invalid', data: { field: 'endedOn' } })
    await expect(ends('2026-11-01', 'handedOver')).rejects.toMatchObject({ data: { field: 'endReason' } })
    await expect(api.supports.update({ id, version: 1, fields: { endedOn: '2026-11-01' } })).rejects.toMatchObject({
      code: 'illegalMove',
    })
  })

  test('says the fields that someone else changed meanwhile', async () => {
    const { api } = await openTestApi()
    const { id } = await aSupport(api)
    await api.supports.update({ id, version: 1, fields: { personWords: 'J’ai repris confiance.' } })
    expect(await api.supports.update({ id, version: 1, fields: { coachWords: 'Un beau chemin.' } })).toMatchObject({
      outcome: 'saved',
    })
    expect(await api.supports.update({ id, version: 1, fields: { personWords: 'Merci.' } })).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ field: 'personWords', theirs: 'J’ai repris confiance.', yours: 'Merci.' }],
    })
  })

  test('goes to the trash only while nothing hangs on it', async () => {
    const { api } = await openTestApi()
    const support = await aSupport(api)
    const session = await api.sessions.create(aSession(support))
    await expect(api.supports.trash({ id: support.id })).rejects.toMatchObject({ code: 'inUse' })
    await api.sessions.trash({ id: session.id })
    await api.supports.trash({ id: support.id })
    expect(await api.supports.ofPerson({ personId: support.personId })).toEqual([])
  })
})

describe('the load of a coach', () => {
  test('counts open spells, sessions of the month, people without news and what is to write up', async () => {
    const { api } = await openTestApi()
    const coachId = await aCoach(api, 'Camille Rouvière')
    const quiet = await aSupport(api, { coachId, startedOn: '2026-07-01' })
    const met = await aSupport(api, { coachId })
    const over = await aSupport(api, { coachId })
    await api.supports.end({ id: over.id, endedOn: '2026-10-01', endReason: 'completed' })
    await api.sessions.create(aSession(met, { heldOn: '2026-11-20', minutes: 45, writtenUp: true }))
    await api.sessions.create(aSession(met, { heldOn: '2026-10-20', minutes: 90 }))
    await api.sessions.create(aSession(met, { heldOn: '2026-11-21', state: 'noShow' }))
    await api.sessions.create(aSession(quiet, { heldOn: '2026-11-30', state: 'planned' }))
    const loads = await api.supports.loads({})
    expect(loads.find((load) => load.coachId === coachId)).toEqual({
      coachId,
      coachName: 'Camille Rouvière',
      active: true,
      open: 2,
      sessionsThisMonth: 1,
      minutesThisMonth: 45,
      withoutNews: 1,
      toWriteUp: 1,
    })
    const caseload = await api.supports.caseload({ coachId })
    expect(caseload.map(({ id, quietDays, sessions, minutes }) => ({ id, quietDays, sessions, minutes }))).toEqual([
      { id: quiet.id, quietDays: 145, sessions: 0, minutes: 0 },
      { id: met.id, quietDays: 3, sessions: 2, minutes: 135 },
    ])
    expect(caseload[0]).toMatchObject({ nextSessionOn: '2026-11-30', lastSessionOn: null })
    expect(caseload[1]).toMatchObject({ nextSessionOn: null, lastSessionOn: '2026-11-20' })
  })

  test('knows that someone was reached, not that they did not answer', async () => {
    const { api, database } = await openTestApi()
    const support = await aSupport(api)
    const note = (at: string, result: string) =>
      database.command('test.interaction', (tx) =>
        tx.write.insert('interactions', { personId: support.personId, kind: 'call', at, result }),
      )
    await note('2026-11-13T10:00:00.000Z', 'reached')
    await note('2026-11-20T10:00:00.000Z', 'noAnswer')
    expect((await api.supports.caseload({ coachId: support.coachId }))[0]?.quietDays).toBe(10)
  })

  test('a note is no news, and who came to a workshop gave some: the same as the day says', async () => {
    const here = await openTestApi()
    const { api, memberId } = here
    const { people, workshop } = await aFilledCohort(here, { people: 2 })
    const [noted = '', came = ''] = people
    for (const personId of people) await aSupport(api, { personId, coachId: memberId, startedOn: '2026-07-01' })
    await api.interactions.create({ personId: noted, kind: 'note', at: '2026-11-20T10:00:00.000Z', note: 'à rappeler' })
    const workshopId = await workshop({ heldOn: '2026-11-12' })
    for (const [personId, state] of [
      [noted, 'absent'],
      [came, 'late'],
    ] as const)
      await here.database.command('test.attendance', (tx) =>
        tx.write.insert('attendances', { workshopId, personId, halfDay: 'morning', state }),
      )
    const caseload = await api.supports.caseload({ coachId: memberId })
    expect(caseload.map(({ personId, quietDays }) => [personId, quietDays])).toEqual([
      [noted, 145],
      [came, 11],
    ])
    expect(await api.supports.loads({})).toMatchObject([{ coachId: memberId, open: 2, withoutNews: 1 }])
    const { items } = await api.day.list({ axis: 'coaching' })
    expect(items.map(({ reason, person, facts }) => [reason, person?.id, facts.count])).toEqual([
      ['noNews', noted, 145],
    ])
  })

  test('keeps whoever is followed out of the trash, and leaves out who went there once it ended', async () => {
    const { api } = await openTestApi()
    const support = await aSupport(api)
    const selection = { mode: 'these' as const, ids: [support.personId] }
    await expect(api.people.trash({ selection })).rejects.toMatchObject({ code: 'inUse', data: { supports: 1 } })
    await api.supports.end({ id: support.id, endedOn: '2026-11-20', endReason: 'goalReached', endNote: null })
    expect(await api.people.trash({ selection })).toEqual({ changed: 1, kept: 0 })
    expect(await api.supports.caseload({ coachId: support.coachId })).toEqual([])
    expect((await api.supports.loads({})).find(({ coachId }) => coachId === support.coachId)?.open).toBe(0)
  })
})

describe('handing a caseload over', () => {
  test('is previewed, ends the old spells, begins the new ones with their notes, and is taken back at once', async () => {
    const { api } = await openTestApi()
    const fromId = await aCoach(api, 'Camille Rouvière')
    const toId = await aCoach(api, 'Yann Le Hénaff')
    const one = await aSupport(api, { coachId: fromId })
    const two = await aSupport(api, { coachId: fromId })
    const shared = await aSupport(api, { coachId: fromId })
    const theirs = await aSupport(api, { personId: shared.personId, coachId: toId })
    const planned = await api.sessions.create(aSession(one, { heldOn: '2026-12-01', state: 'planned' }))
    const past = await api.sessions.create(aSession(one, { nextStep: 'Envoyer le devis', nextStepOn: '2026-12-02' }))
    const lines = await api.supports.previewHandOver({ fromId, toId })
    const effectOf = (id: string) => lines.find(({ supportId }) => supportId === id)
    expect(effectOf(one.id)).toMatchObject({ effect: 'goesOn', plannedSessions: 1 })
    expect(effectOf(shared.id)).toMatchObject({ effect: 'alreadyFollowed' })

    const done = await api.supports.handOver({
      fromId,
      toId,
      on: '2026-11-23',
      lines: [
        { supportId: one.id, note: 'Préfère le matin' },
        { supportId: two.id },
        { supportId: shared.id, note: 'Suivie à deux jusqu’ici' },
      ],
    })
    expect(done).toEqual({ goneOn: 2, ended: 1, sessions: 1 })
    expect(await api.supports.caseload({ coachId: fromId })).toEqual([])
    expect(await api.supports.get({ id: one.id })).toMatchObject({ endedOn: '2026-11-23', endReason: 'handedOver' })
    const [next] = await api.supports.ofPerson({ personId: one.personId })
    expect(next).toMatchObject({ coachId: toId, previousId: one.id, handoverNote: 'Préfère le matin', endedOn: null })
    expect(await api.supports.get({ id: theirs.id })).toMatchObject({ handoverNote: 'Suivie à deux jusqu’ici' })
    expect(await api.sessions.get({ id: planned.id })).toMatchObject({ coachId: toId, supportId: next?.id })
    expect(await api.sessions.get({ id: past.id })).toMatchObject({ coachId: fromId, supportId: one.id })

    const [told] = await api.history.ofRecord({ entity: 'people', id: one.personId })
    expect(told).toMatchObject({ command: 'supports.handOver', others: 3 }) // two people, and a next step to do
    expect((await api.history.undoLast({})).kept).toEqual([])
    expect(await api.supports.caseload({ coachId: fromId })).toHaveLength(3)
    expect(await api.supports.caseload({ coachId: toId })).toHaveLength(1)
    expect(await api.sessions.get({ id: planned.id })).toMatchObject({ coachId: fromId, supportId: one.id })
  })

  test('writes nothing when one line is not of that coach, or the other coach is gone', async () => {
    const { api } = await openTestApi()
    const mine = await aSupport(api)
    const other = await aSupport(api)
    const toId = await aCoach(api)
    const ask = (lines: { supportId: string }[], to = toId) =>
      api.supports.handOver({ fromId: mine.coachId, toId: to, on: '2026-11-23', lines })
    await expect(ask([{ supportId: mine.id }, { supportId: other.id }])).rejects.toMatchObject({ code: 'notFound' })
    expect(await api.supports.get({ id: mine.id })).toMatchObject({ endedOn: null })
    await api.members.update({ id: toId, name: 'Partie', role: 'Coach', email: null, active: false })
    await expect(ask([{ supportId: mine.id }])).rejects.toMatchObject({ code: 'invalid', data: { field: 'toId' } })
  })
})

describe('the summary of a spell', () => {
  test('adds up what was noted during it, and quotes no note', async () => {
    const { api } = await openTestApi()
    const support = await aSupport(api)
    const { personId } = support
    const note = 'À ne jamais transmettre'
    await api.sessions.create(
      aSession(support, { minutes: 45, mode: 'phone', privateNote: note, nextStep: 'Rappeler' }),
    )
    await api.sessions.create(aSession(support, { minutes: 90, themes: ['financing', 'project'] }))
    await api.sessions.create(aSession(support, { state: 'noShow' }))
    const goal = await api.plans.addGoal({ personId, title: 'Ouvrir la boutique en ligne' })
    await api.plans.updateGoal({ id: goal.id, version: 1, fields: { state: 'reached' } })
    const action = await api.plans.addAction({ personId, title: 'Choisir le statut' })
    await api.plans.addAction({ personId, title: 'Ouvrir un compte', who: 'other', whoName: 'Banque' })
    await api.plans.updateAction({ id: action.id, version: 1, fields: { doneOn: '2026-11-12' } })
    const barrier = await api.plans.openBarrier({ personId, kind: 'mobility', openedOn: '2026-06-10' })
    await api.plans.updateBarrier({
      id: barrier.id,
      version: 1,
      fields: { closedOn: '2026-09-01', outcome: 'resolved' },
    })
    const [theme] = await api.scales.seedThemes({ locale: 'fr' })
    const rate = (moment: 'entry' | 'exit', score: number) =>
      api.scales.rate({
        supportId: support.id,
        moment,
        rater: 'person',
        reviewedOn: '2026-11-01',
        scores: [{ themeId: theme?.id ?? '', score }],
      })
    await rate('entry', 4)
    await rate('exit', 7)
    await api.supports.end({ id: support.id, endedOn: '2026-11-23', endReason: 'goalReached' })
    const summary = await api.supports.summary({ id: support.id })
    expect(summary).toMatchObject({
      organisationName: 'Les Passerelles',
      until: '2026-11-23',
      support: { sessions: 2, minutes: 135, endReason: 'goalReached' },
      byMode: [
        { mode: 'inPerson', sessions: 1, minutes: 90 },
        { mode: 'phone', sessions: 1, minutes: 45 },
      ],
      themes: [
        { theme: 'project', sessions: 2 },
        { theme: 'financing', sessions: 1 },
      ],
      missed: 1,
      goals: [{ title: 'Ouvrir la boutique en ligne', state: 'reached' }],
      actionsDone: 1,
      actionsLeft: [{ title: 'Ouvrir un compte', who: 'other', whoName: 'Banque' }],
      barriers: [{ kind: 'mobility', outcome: 'resolved' }],
      scales: [
        { moment: 'entry', score: 4 },
        { moment: 'exit', score: 7 },
      ],
      nextSteps: [{ title: 'Rappeler' }],
    })
    expect(JSON.stringify(summary)).not.toContain(note)
  })
})

test('the timeline of a person tells sessions, spells, goals and barriers, and no private note', async () => {
  const { api } = await openTestApi()
  const support = await aSupport(api)
  const { personId } = support
  await api.sessions.create(aSession(support, { heldOn: '2026-10-01', privateNote: 'Pour nous' }))
  await api.sessions.create(aSession(support, { heldOn: '2026-10-15', shareableNote: 'Trois commandes' }))
  await api.sessions.create(aSession(support, { heldOn: '2026-11-30', state: 'planned' }))
  const goal = await api.plans.addGoal({ personId, title: 'Trouver deux fournisseurs' })
  await api.plans.updateGoal({ id: goal.id, version: 1, fields: { state: 'reached' } })
  const events = await api.people.timeline({ id: personId })
  expect(events.map(({ kind }) => kind)).toEqual(['created', 'goalReached', 'session', 'session', 'supportStarted'])
  expect(events[2]?.data).toMatchObject({ number: 2, shareableNote: 'Trois commandes' })
  expect(events[3]?.data).toMatchObject({ number: 1 })
  expect(JSON.stringify(events)).not.toContain('Pour nous')
})

test('someone in the trash is not followed', async () => {
  const { api } = await openTestApi()
  const { id } = await api.people.create(aPerson())
  await api.people.trash({ selection: { mode: 'these', ids: [id] } })
  await expect(aSupport(api, { personId: id })).rejects.toMatchObject({ code: 'notFound' })
})
