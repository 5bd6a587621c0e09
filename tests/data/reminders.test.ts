import { describe, expect, test } from 'vitest'
import { aMove, aReferral } from '../support/factories-referrals.ts'
import { anInteraction, aReminderRule } from '../support/factories-work.ts'
import { put, putCohort, putWorkshop } from '../support/rows.ts'
import { aPerson } from '../support/factories.ts'
import { type TestApi, openTestApi } from '../support/open-test-api.ts'

/** A space whose day can be changed. */
async function onADay() {
  let day = '2026-11-23'
  const testApi = await openTestApi({ now: () => new Date(`${day}T09:00:00.000Z`) })
  return {
    ...testApi,
    itIs: (next: string) => {
      day = next
    },
  }
}

async function aSupport(test: TestApi, startedOn: string, firstName = 'Assa') {
  const person = await test.api.people.create(aPerson({ firstName }))
  const id = await put(test, 'supports', { personId: person.id, coachId: test.memberId, startedOn })
  return { id, personId: person.id }
}

const open = async ({ api }: Pick<TestApi, 'api'>) =>
  (
    await api.tasks.list({
      filter: { conditions: [{ field: 'doneOn', operator: 'isEmpty' }] },
      offset: 0,
      limit: 50,
    })
  ).rows.map(({ title, dueOn }) => [title, dueOn])

describe('a reminder', () => {
  test('is made on its day, once, for whoever follows the record', async () => {
    const space = await onADay()
    const { api } = space
    const { personId } = await aSupport(space, '2026-10-25')
    await api.reminders.createRule(aReminderRule())
    expect(await api.reminders.run({})).toEqual({ made: 0, moved: 0, withdrawn: 0 })
    space.itIs('2026-11-24')
    expect(await api.reminders.run({})).toEqual({ made: 1, moved: 0, withdrawn: 0 })
    expect(await api.reminders.run({})).toEqual({ made: 0, moved: 0, withdrawn: 0 })
    expect(await api.tasks.ofRecord({ owner: { entity: 'people', id: personId } })).toMatchObject({
      open: [
        {
          title: 'Prendre des nouvelles',
          dueOn: '2026-11-24',
          kind: 'followUp',
          origin: 'rule',
          assigneeName: 'Solène Kerbrat',
        },
      ],
    })
    expect(await api.reminders.rules({})).toMatchObject([
      { openTasks: 1, lastOn: expect.stringMatching(/^2026-11-24/) as unknown },
    ])
  })

  test('that was done or put aside is not made again', async () => {
    const space = await onADay()
    const { api } = space
    const { personId } = await aSupport(space, '2026-10-20')
    await aSupport(space, '2026-10-21', 'Lila')
    await api.reminders.createRule(aReminderRule())
    expect(await api.reminders.run({})).toMatchObject({ made: 2 })
    const [mine] = (await api.tasks.ofRecord({ owner: { entity: 'people', id: personId } })).open
    await api.tasks.complete({ id: mine?.id ?? '' })
    const [other] = (await api.tasks.list({ offset: 0, limit: 5, filter: { search: 'lila' } })).rows
    await api.tasks.trash({ selection: { mode: 'these', ids: [other?.id ?? ''] } })
    expect(await api.reminders.run({})).toEqual({ made: 0, moved: 0, withdrawn: 0 })
  })

  test('goes with what it was about: closed, cancelled, in the trash', async () => {
    const space = await onADay()
    const { api, database } = space
    const cohortId = await putCohort(space)
    const workshopId = await putWorkshop(space, cohortId, { heldOn: '2026-11-25' })
    const support = await aSupport(space, '2026-10-20')
    await api.reminders.createRule(aReminderRule({ title: 'Suivi' }))
    await api.reminders.createRule(aReminderRule({ title: 'Préparer', dateField: 'workshopDay', offsetDays: -2 }))
    expect(await api.reminders.run({})).toMatchObject({ made: 2 })
    await database.command('tests.close', async (tx) => {
      await tx.write.update('workshops', workshopId, { cancelledOn: '2026-11-23' })
      await tx.write.update('supports', support.id, { endedOn: '2026-11-23' })
    })
    expect(await api.reminders.run({})).toEqual({ made: 0, moved: 0, withdrawn: 2 })
    expect(await open(space)).toEqual([])
  })

  test('never is about a referral that is over', async () => {
    const { api } = await openTestApi()
    const going = await api.referrals.create(aReferral({ receivedOn: '2026-11-10' }))
    const over = await api.referrals.create(aReferral({ receivedOn: '2026-11-10' }))
    await api.referrals.move(aMove(over, 'withdrawn', { reasons: ['personMoved'] }))
    await api.reminders.createRule(aReminderRule({ dateField: 'referralReceived', offsetDays: 10 }))
    expect(await api.reminders.run({})).toMatchObject({ made: 1 })
    expect((await api.tasks.list({ offset: 0, limit: 5 })).rows).toMatchObject([{ referralId: going.id }])
  })

  test('follows its date, unless someone gave it a day of their own', async () => {
    const space = await onADay()
    const { api, database, memberId } = space
    const cohortId = await putCohort(space, { startsOn: '2026-12-01', coordinatorId: memberId })
    await api.reminders.createRule(aReminderRule({ title: 'Salle', dateField: 'cohortStart', offsetDays: -10 }))
    await api.reminders.run({})
    expect(await open(space)).toEqual([['Salle', '2026-11-21']])
    const startsOn = (day: string) =>
      database.command('tests.move', (tx) => tx.write.update('cohorts', cohortId, { startsOn: day }))
    await startsOn('2027-01-11')
    expect(await api.reminders.run({})).toEqual({ made: 0, moved: 1, withdrawn: 0 })
    expect(await open(space)).toEqual([['Salle', '2027-01-01']])
    const [task] = (await api.tasks.list({ offset: 0, limit: 5 })).rows
    await api.tasks.update({ id: task?.id ?? '', version: task?.version ?? 0, fields: { dueOn: '2026-12-18' } })
    await startsOn('2027-02-01')
    expect(await api.reminders.run({})).toEqual({ made: 0, moved: 0, withdrawn: 0 })
  })

  test('of silence waits for whoever is followed, and a call moves it', async () => {
    const space = await onADay()
    const { api } = space
    const { personId } = await aSupport(space, '2026-03-01')
    await api.people.create(aPerson()) // nobody follows them
    const rule = { dateField: 'lastContact' as const, offsetDays: 60 }
    expect(await api.reminders.preview(rule)).toEqual({ tasks: 1 })
    await api.reminders.createRule(aReminderRule({ title: 'Sans nouvelles', ...rule }))
    expect(await api.reminders.run({})).toMatchObject({ made: 1 })
    await api.interactions.create(anInteraction({ personId, result: 'noAnswer' }))
    expect(await api.reminders.run({})).toMatchObject({ moved: 0 })
    await api.interactions.create(anInteraction({ personId }))
    expect(await api.reminders.run({})).toMatchObject({ moved: 1 })
    expect(await open(space)).toEqual([['Sans nouvelles', '2027-01-22']])
  })

  test('is not what an undo takes back', async () => {
    const space = await onADay()
    const { api } = space
    await aSupport(space, '2026-10-20')
    await api.reminders.createRule(aReminderRule())
    await api.reminders.run({})
    expect(await api.history.next({})).toMatchObject({ undo: 'reminders.createRule' })
    await api.history.undoLast({})
    expect(await api.reminders.run({})).toEqual({ made: 0, moved: 0, withdrawn: 1 })
  })

  test('leaves with its rule, and comes back with it', async () => {
    const space = await onADay()
    const { api } = space
    await aSupport(space, '2026-10-20')
    const { id } = await api.reminders.createRule(aReminderRule())
    await api.reminders.run({})
    await api.reminders.removeRule({ id })
    expect([await open(space), await api.reminders.rules({})]).toEqual([[], []])
    await api.history.undoLast({})
    expect(await open(space)).toHaveLength(1)
    expect(await api.reminders.updateRule({ id, version: 3, fields: { active: false } })).toMatchObject({
      outcome: 'saved',
      record: { active: false, openTasks: 1 },
    })
  })
})
