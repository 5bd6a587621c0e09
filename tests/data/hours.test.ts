import { describe, expect, test } from 'vitest'
import { validateMonth } from '../../src/data/features/hour-statements.ts'
import { refuseSettled } from '../../src/data/features/settled-months.ts'
import type { Inputs } from '../../src/shared/contract.ts'
import type { CohortWorld } from '../support/factories-workshops.ts'
import { aFilledCohort } from '../support/factories-workshops.ts'
import { type TestApi, openTestApi } from '../support/open-test-api.ts'

const month = '2026-11'

/** A person with one session of an hour, and one morning of three. */
async function aMonth(
  testApi: TestApi,
): Promise<CohortWorld & { personId: string; workshopId: string; sessionId: string }> {
  const cohort = await aFilledCohort(testApi, { people: 2 })
  const [personId = ''] = cohort.people
  const workshopId = await cohort.workshop()
  await testApi.api.attendances.mark({ workshopId, marks: [{ personId, halfDay: 'morning', state: 'present' }] })
  const sessionId = await cohort.session({ personId })
  await cohort.session({ personId, state: 'planned', heldOn: '2026-11-14' })
  return { ...cohort, personId, workshopId, sessionId }
}

async function batchesOf({ database }: TestApi, command: string): Promise<readonly string[]> {
  const rows = await database
    .read()
    .db.selectFrom('changes')
    .select('batchId')
    .where('command', '=', command)
    .orderBy('seq')
    .execute()
  return [...new Set(rows.map(({ batchId }) => batchId))]
}

describe('the hours of a month', () => {
  test('are counted once, by coach, by person, by workshop and by funder', async () => {
    const testApi = await openTestApi()
    const { personId, workshopId, sessionId, funding } = await aMonth(testApi)
    await funding({ workshopId, share: 60, title: 'Cité de l’emploi' })
    await funding({ sessionId, share: 100, title: 'FSE' })
    const found = await testApi.api.hours.ofMonth({ month })
    expect(found).toMatchObject({
      totals: { individual: 60, group: 180 },
      coaches: [{ id: testApi.memberId, minutes: 60, sessions: 1, people: 1, validatedOn: null }],
      people: [{ id: personId, individual: 60, group: 180 }],
      workshops: [{ id: workshopId, present: 1, minutes: 180, proven: false }],
      peopleCount: 1,
      proven: { numerator: 0, denominator: 180 },
    })
    expect(found.funders.map(({ actionTitle, individual, group }) => [actionTitle, individual, group])).toEqual([
      ['Cité de l’emploi', 0, 108],
      ['FSE', 60, 0],
      [null, 0, 72],
    ])
    expect((await testApi.api.hours.ofMonth({ month: '2026-10' })).totals).toEqual({ individual: 0, group: 0 })
  })

  test('of a workshop are proved by a sheet with both signatures', async () => {
    const testApi = await openTestApi()
    const { workshopId, document } = await aMonth(testApi)
    await testApi.api.sheets.sign({ workshopId, documentId: await document(workshopId), signedOn: '2026-11-10' })
    await testApi.api.sheets.countersign({ workshopId, on: '2026-11-10', by: 'Nadia Brunel' })
    expect((await testApi.api.hours.ofMonth({ month })).proven).toEqual({ numerator: 180, denominator: 180 })
  })
})

describe('a statement of hours', () => {
  test('once validated is changed by a correction alone, which leaves its trace', async () => {
    const testApi = await openTestApi()
    const { api } = testApi
    const { personId, workshopId, sessionId } = await aMonth(testApi)
    const person = { kind: 'person', id: personId } as const
    const coach = { kind: 'coach', id: testApi.memberId } as const
    const open = await api.hours.statement({ month, holder: person })
    expect(open).toMatchObject({ validated: null, totals: { individual: 60, group: 180 } })
    expect(open.lines.map(({ kind, minutes }) => [kind, minutes])).toEqual([
      ['group', 180],
      ['individual', 60],
    ])
    const early = api.hours.correct({ target: { kind: 'session', sessionId }, minutes: 30, reason: 'Erreur', from: 60 })
    await expect(early).rejects.toMatchObject({ data: { reason: 'monthOpen' } })

    await api.hours.validate({ month, holder: person })
    await api.hours.validate({ month, holder: coach })
    await expect(api.hours.validate({ month, holder: person })).rejects.toMatchObject({ code: 'alreadyExists' })
    const late = api.attendances.mark({ workshopId, marks: [{ personId, halfDay: 'morning', state: 'late' }] })
    await expect(late).rejects.toMatchObject({ code: 'monthSettled', data: { month } })

    const session = { kind: 'session', sessionId } as const
    const saved = await api.hours.correct({ target: session, minutes: 45, reason: 'Séance écourtée', from: 60 })
    expect(saved).toMatchObject({ outcome: 'saved', record: { corrections: 2 } })
    const attendance = { kind: 'attendance', workshopId, personId, halfDay: 'morning' } as const
    await api.hours.correct({ target: attendance, minutes: 0, reason: 'Confondue avec une autre', from: 180 })
    const meanwhile = await api.hours.correct({ target: attendance, minutes: 90, reason: 'Encore', from: 180 })
    expect(meanwhile).toMatchObject({ outcome: 'conflict', conflicts: [{ field: 'minutes', theirs: 0, yours: 90 }] })

    expect(await api.hours.statement({ month, holder: coach })).toMatchObject({
      totals: { individual: 45, group: 0 },
      validated: { totals: { individual: 60, group: 0 }, by: 'Solène Kerbrat', on: '2026-11-23' },
      corrections: [{ beforeMinutes: 60, afterMinutes: 45, reason: 'Séance écourtée', by: 'Solène Kerbrat' }],
    })
    const corrected = await api.hours.statement({ month, holder: person })
    expect(corrected.corrections).toHaveLength(2)
    expect(corrected).toMatchObject({ totals: { individual: 45, group: 0 } })
    const [called] = (await api.attendances.ofWorkshop({ workshopId })).people.filter(
      (row) => row.personId === personId,
    )
    expect(called?.marks).toMatchObject([{ state: 'absent', minutes: 0 }])
  })

  test('of a month validated lets an absence become an excuse, and others be called', async () => {
    const testApi = await openTestApi()
    const { api } = testApi
    const { people, workshopId, workshop, personId } = await aMonth(testApi)
    const other = await workshop({ heldOn: '2026-11-17' })
    const mark = (who: string, state: 'absent' | 'excused') =>
      api.attendances.mark({ workshopId: other, marks: [{ personId: who, halfDay: 'morning', state }] })
    await mark(personId, 'absent')
    await api.hours.validate({ month, holder: { kind: 'person', id: personId } })
    await mark(personId, 'excused')
    const free = { personId: people[1] ?? '', halfDay: 'morning' as const, state: 'present' as const }
    await api.attendances.mark({ workshopId, marks: [free] })
    const all = api.attendances.markOthers({ workshopId: other, halfDay: 'morning', state: 'present' })
    expect(await all).toEqual({ changed: 1 })
    const forgotten = await workshop({ heldOn: '2026-11-18' })
    const target = { kind: 'attendance', workshopId: forgotten, personId, halfDay: 'morning' } as const
    await api.hours.correct({ target, minutes: 180, reason: 'Oubliée à l’appel', from: 0 })
    expect(await api.hours.statement({ month, holder: { kind: 'person', id: personId } })).toMatchObject({
      corrections: [{ beforeMinutes: 0, afterMinutes: 180, heldOn: '2026-11-18', what: 'Fixer ses prix' }],
    })
  })

  test('refuses the undo of what it counts, from the keyboard or from the history; a correction can be taken back', async () => {
    const testApi = await openTestApi()
    const { api } = testApi
    const { personId, workshopId, people } = await aMonth(testApi)
    const holder = { kind: 'person', id: personId } as const
    const logged = await api.sessions.create({ personId, heldOn: '2026-11-13', minutes: 30 })
    await testApi.database.command('hours.validate', (tx) => validateMonth(tx, month, holder)) // whoever is next to undo
    const refused = { code: 'monthSettled', data: { month, personId } }
    const batches = [
      ...(await batchesOf(testApi, 'attendances.mark')),
      ...(await batchesOf(testApi, 'sessions.create')),
    ]
    expect(batches).toHaveLength(2)
    for (const batchId of batches) await expect(api.history.undoBatch({ batchId })).rejects.toMatchObject(refused)
    const other = { personId: people[1] ?? '', halfDay: 'morning', state: 'present' } as const
    await api.attendances.mark({ workshopId, marks: [other] })
    expect(await api.history.undoLast({})).toMatchObject({ command: 'attendances.mark', kept: [] })

    const target = { kind: 'session', sessionId: logged.id } as const
    await api.hours.correct({ target, minutes: 45, reason: 'Durée relue', from: 30 })
    await api.hours.correct({ target, minutes: 50, reason: 'Relue encore', from: 45 })
    const [first = '', second = ''] = await batchesOf(testApi, 'hours.correct')
    await expect(api.history.undoBatch({ batchId: first })).rejects.toMatchObject(refused)
    await api.history.undoBatch({ batchId: second })
    expect(await api.hours.statement({ month, holder })).toMatchObject({
      totals: { individual: 105, group: 180 },
      corrections: [{ beforeMinutes: 30, afterMinutes: 45 }],
    })
  })

  test('taken back is not put again over hours that changed meanwhile', async () => {
    const testApi = await openTestApi()
    const { api } = testApi
    const { personId, workshopId } = await aMonth(testApi)
    const holder = { kind: 'person', id: personId } as const
    await api.hours.validate({ month, holder })
    await api.history.undoLast({})
    const [undoing = ''] = await batchesOf(testApi, 'history.undoLast')
    await api.attendances.mark({ workshopId, marks: [{ personId, halfDay: 'morning', state: 'late' }] })
    await expect(api.history.undoBatch({ batchId: undoing })).rejects.toMatchObject({ code: 'monthSettled' })
    await api.attendances.mark({ workshopId, marks: [{ personId, halfDay: 'morning', state: 'present' }] })
    await api.history.undoBatch({ batchId: undoing })
    expect((await api.hours.statement({ month, holder })).validated).not.toBeNull()
  })

  test('keeps the funded actions its hours were validated with; the part that none paid for can still find one', async () => {
    const testApi = await openTestApi()
    const { api } = testApi
    const { programmeId, personId, workshopId, sessionId, funding } = await aMonth(testApi)
    const city = await funding({ workshopId, share: 60, title: 'Cité de l’emploi' })
    const europe = await funding({ sessionId, share: 50, title: 'FSE' })
    const holder = { kind: 'person', id: personId } as const
    await api.workshops.update({
      id: workshopId,
      version: 1,
      fields: { fundings: [{ fundedActionId: city, share: 70 }] },
      scope: 'one',
    })
    const [shared = ''] = await batchesOf(testApi, 'workshops.update')
    await api.hours.validate({ month, holder })
    const refused = { code: 'monthSettled', data: { month, personId, reason: 'shares' } }
    const pay = async (fundings: readonly { fundedActionId: string; share: number }[]) =>
      api.workshops.update({
        id: workshopId,
        version: (await api.workshops.get({ id: workshopId })).version,
        fields: { fundings: [...fundings] },
        scope: 'one',
      })
    await expect(pay([])).rejects.toMatchObject(refused)
    await expect(pay([{ fundedActionId: city, share: 60 }])).rejects.toMatchObject(refused)
    await expect(api.history.undoBatch({ batchId: shared })).rejects.toMatchObject(refused)
    const session = api.sessions.update({
      id: sessionId,
      version: (await api.sessions.get({ id: sessionId })).version,
      fields: { fundings: [{ fundedActionId: europe, share: 40 }] },
    })
    await expect(session).rejects.toMatchObject(refused)
    const { fundedActions } = await api.programmes.get({ id: programmeId })
    const [first, last] = fundedActions.map(({ funderName: _name, ...action }) => action)
    const swapped = [
      { ...first, funderId: last?.funderId },
      last,
    ] as Inputs['programmes']['setFundedActions']['fundedActions']
    await expect(api.programmes.setFundedActions({ id: programmeId, fundedActions: swapped })).rejects.toMatchObject(
      refused,
    )
    const before = await api.hours.statement({ month, holder })
    const added = { fundedActionId: europe, share: 30 }
    await expect(pay([{ fundedActionId: city, share: 70 }, added])).resolves.toMatchObject({ outcome: 'saved' })
    expect(await api.hours.statement({ month, holder })).toEqual(before)
    await api.history.undoLast({})
  })

  test('of a coach refuses a session of that month, whoever it is with, and no other month', async () => {
    const testApi = await openTestApi()
    const { people } = await aMonth(testApi)
    const coachId = testApi.memberId
    await testApi.api.hours.validate({ month, holder: { kind: 'coach', id: coachId } })
    const check = (heldOn: string, said: object = { coachId }) =>
      testApi.database.command('space.seed', (tx) => refuseSettled(tx, { personId: people[1] ?? '', heldOn, ...said }))
    const refused = { code: 'monthSettled', data: { month, name: 'Solène Kerbrat' } }
    await expect(check('2026-11-30')).rejects.toMatchObject(refused)
    await expect(check('2026-12-01')).resolves.toBeUndefined()
    await expect(check('2026-11-30', {})).resolves.toBeUndefined()
  })

  test('holds its sessions as they are: moved neither out nor in, nor thrown away; their notes are still written', async () => {
    const testApi = await openTestApi()
    const { api } = testApi
    const { personId, sessionId } = await aMonth(testApi)
    const other = await api.sessions.create({ personId, heldOn: '2026-10-12', minutes: 30 })
    const planned = (await api.sessions.ofPerson({ personId })).find(({ state }) => state === 'planned')
    await api.hours.validate({ month, holder: { kind: 'person', id: personId } })
    const change = async (id: string, fields: Inputs['sessions']['update']['fields']) =>
      api.sessions.update({ id, version: (await api.sessions.get({ id })).version, fields })
    const refused = { code: 'monthSettled', data: { month, personId } }
    await expect(change(sessionId, { minutes: 90 })).rejects.toMatchObject(refused)
    await expect(change(sessionId, { heldOn: '2026-10-12' })).rejects.toMatchObject(refused)
    await expect(change(sessionId, { state: 'noShow' })).rejects.toMatchObject(refused)
    await expect(change(other.id, { heldOn: '2026-11-12' })).rejects.toMatchObject(refused)
    await expect(change(planned?.id ?? '', { state: 'held' })).rejects.toMatchObject(refused)
    await expect(api.sessions.trash({ id: sessionId })).rejects.toMatchObject(refused)
    await expect(api.sessions.create({ personId, heldOn: '2026-11-13' })).rejects.toMatchObject(refused)
    await expect(change(sessionId, { shareableNote: 'Prix revus' })).resolves.toMatchObject({ outcome: 'saved' })
    await expect(change(planned?.id ?? '', { state: 'excused' })).resolves.toMatchObject({ outcome: 'saved' })
    await expect(change(other.id, { minutes: 45 })).resolves.toMatchObject({ outcome: 'saved' })
  })

  test('holds the day and the duration of the workshops it counts; what else is said of them is still written', async () => {
    const testApi = await openTestApi()
    const { api } = testApi
    const { personId, workshopId, workshop } = await aMonth(testApi)
    const empty = await workshop({ heldOn: '2026-10-20' })
    const another = await workshop({ heldOn: '2026-10-21' })
    await api.attendances.mark({ workshopId: another, marks: [{ personId, halfDay: 'morning', state: 'present' }] })
    await api.hours.validate({ month, holder: { kind: 'person', id: personId } })
    const change = async (id: string, fields: Inputs['workshops']['update']['fields']) =>
      api.workshops.update({ id, version: (await api.workshops.get({ id })).version, fields })
    const refused = { code: 'monthSettled', data: { month, personId } }
    await expect(change(workshopId, { heldOn: '2026-11-11' })).rejects.toMatchObject(refused)
    await expect(change(workshopId, { endTime: '11:30' })).rejects.toMatchObject(refused)
    await expect(change(another, { heldOn: '2026-11-12' })).rejects.toMatchObject(refused)
    await expect(api.workshops.trash({ id: workshopId, scope: 'one' })).rejects.toMatchObject({ code: 'inUse' })
    await expect(change(workshopId, { place: 'Salle B' })).resolves.toMatchObject({ outcome: 'saved' })
    await expect(change(empty, { heldOn: '2026-11-12' })).resolves.toMatchObject({ outcome: 'saved' })
  })

  test('is refused for a month to come, and for one that holds nothing', async () => {
    const testApi = await openTestApi()
    const { personId } = await aMonth(testApi)
    const holder = { kind: 'person', id: personId } as const
    const validate = (of: string) => testApi.api.hours.validate({ month: of, holder })
    await expect(validate('2026-12')).rejects.toMatchObject({ data: { reason: 'future' } })
    await expect(validate('2026-09')).rejects.toMatchObject({ data: { reason: 'empty' } })
  })
})
