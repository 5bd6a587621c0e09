import { describe, expect, test } from 'vitest'
import { aPerson } from '../support/factories.ts'
import { type TestApi, openTestApi } from '../support/open-test-api.ts'

async function someone(api: TestApi['api']): Promise<string> {
  return (await api.people.create(aPerson())).id
}

describe('a plan', () => {
  test('holds goals and actions in their order, from the library and free ones alike', async () => {
    const { api } = await openTestApi()
    const personId = await someone(api)
    const [entry] = await api.plans.seedLibrary({ locale: 'fr' })
    const shop = await api.plans.addGoal({
      personId,
      title: 'Ouvrir la boutique',
      theme: 'digital',
      targetOn: '2027-03-01',
    })
    const suppliers = await api.plans.addGoal({ personId, title: 'Trouver deux fournisseurs' })
    const free = await api.plans.addAction({ personId, goalId: shop.id, title: 'Photographier les tissus' })
    const taken = await api.plans.addAction({
      personId,
      goalId: shop.id,
      libraryId: entry?.id ?? '',
      title: entry?.title ?? '',
      who: 'other',
      whoName: 'Marc Lesquenou',
    })
    await api.plans.moveGoal({ id: suppliers.id, position: 0 })
    const plan = await api.plans.moveAction({ id: taken.id, goalId: shop.id, position: 0 })
    expect(plan.goals.map(({ title }) => title)).toEqual(['Trouver deux fournisseurs', 'Ouvrir la boutique'])
    expect(plan.actions.map(({ id }) => id)).toEqual([taken.id, free.id])
    expect(plan.actions[0]).toMatchObject({ libraryId: entry?.id, who: 'other', whoName: 'Marc Lesquenou' })
    await api.plans.moveAction({ id: free.id, goalId: suppliers.id, position: 5 })
    expect((await api.plans.ofPerson({ personId })).actions.find(({ id }) => id === free.id)?.goalId).toBe(suppliers.id)
  })

  test('dates a goal that is reached, and keeps the name of another only for another', async () => {
    const { api } = await openTestApi()
    const personId = await someone(api)
    const goal = await api.plans.addGoal({ personId, title: 'Oser présenter son projet' })
    expect(goal).toMatchObject({ state: 'open', stateOn: '2026-11-23' })
    expect(await api.plans.updateGoal({ id: goal.id, version: 1, fields: { state: 'reached' } })).toMatchObject({
      record: { state: 'reached', stateOn: '2026-11-23' },
    })
    const action = await api.plans.addAction({ personId, title: 'Appeler', who: 'other', whoName: 'Nadia' })
    expect(await api.plans.updateAction({ id: action.id, version: 1, fields: { who: 'coach' } })).toMatchObject({
      record: { who: 'coach', whoName: null },
    })
    await expect(
      api.plans.updateAction({ id: action.id, version: 2, fields: { doneOn: '2026-11-24' } }),
    ).rejects.toMatchObject({ code: 'invalid', data: { field: 'doneOn' } })
  })

  test('shows a conflict where two changed the same line', async () => {
    const { api } = await openTestApi()
    const goal = await api.plans.addGoal({ personId: await someone(api), title: 'Ouvrir' })
    await api.plans.updateGoal({ id: goal.id, version: 1, fields: { title: 'Ouvrir la boutique' } })
    expect(await api.plans.updateGoal({ id: goal.id, version: 1, fields: { title: 'Ouvrir en mars' } })).toMatchObject({
      outcome: 'conflict',
      conflicts: [{ field: 'title', theirs: 'Ouvrir la boutique' }],
    })
    // the day of the state follows from it: no conflict on it alone
    expect(await api.plans.updateGoal({ id: goal.id, version: 1, fields: { state: 'reached' } })).toMatchObject({
      outcome: 'saved',
    })
  })

  test('a goal goes with its actions, and they come back together', async () => {
    const { api } = await openTestApi()
    const personId = await someone(api)
    const goal = await api.plans.addGoal({ personId, title: 'Ouvrir' })
    await api.plans.addAction({ personId, goalId: goal.id, title: 'Photographier' })
    await api.plans.addAction({ personId, title: 'Appeler la banque' })
    await api.plans.removeGoal({ id: goal.id })
    expect((await api.plans.ofPerson({ personId })).actions.map(({ title }) => title)).toEqual(['Appeler la banque'])
    await api.history.undoLast({})
    expect((await api.plans.ofPerson({ personId })).actions).toHaveLength(2)
  })

  test('takes no goal of someone else', async () => {
    const { api } = await openTestApi()
    const goal = await api.plans.addGoal({ personId: await someone(api), title: 'Ouvrir' })
    await expect(
      api.plans.addAction({ personId: await someone(api), goalId: goal.id, title: 'Appeler' }),
    ).rejects.toMatchObject({ code: 'invalid', data: { field: 'goalId' } })
  })
})

describe('the library', () => {
  test('proposes; a retired entry stays where it was used', async () => {
    const { api } = await openTestApi()
    const entries = await api.plans.seedLibrary({ locale: 'fr' })
    expect(entries.length).toBeGreaterThan(10)
    await expect(api.plans.seedLibrary({ locale: 'en' })).rejects.toMatchObject({ code: 'alreadyExists' })
    const [entry] = entries
    const personId = await someone(api)
    await api.plans.addAction({ personId, libraryId: entry?.id ?? '', title: entry?.title ?? '' })
    await api.plans.updateLibrary({ id: entry?.id ?? '', version: 1, fields: { retired: true } })
    const after = await api.plans.library({})
    expect(after.at(-1)).toMatchObject({ id: entry?.id, retired: true, uses: 1 })
    expect((await api.plans.ofPerson({ personId })).actions).toMatchObject([{ title: entry?.title }])
    const again = api.plans.addToLibrary({ title: (entries[1]?.title ?? '').toUpperCase() })
    await expect(again).rejects.toMatchObject({ code: 'alreadyExists', data: { field: 'title' } })
  })
})

describe('a barrier', () => {
  test('is closed with what came of it, and has no outcome once opened again', async () => {
    const { api } = await openTestApi()
    const barrier = await api.plans.openBarrier({
      personId: await someone(api),
      kind: 'childcare',
      openedOn: '2026-09-01',
    })
    const { id } = barrier
    await expect(api.plans.updateBarrier({ id, version: 1, fields: { closedOn: '2026-10-01' } })).rejects.toMatchObject(
      { code: 'invalid', data: { field: 'outcome' } },
    )
    await expect(
      api.plans.updateBarrier({ id, version: 1, fields: { closedOn: '2026-08-01', outcome: 'resolved' } }),
    ).rejects.toMatchObject({ code: 'invalid', data: { field: 'closedOn' } })
    await api.plans.updateBarrier({ id, version: 1, fields: { closedOn: '2026-10-01', outcome: 'resolved' } })
    expect(await api.plans.updateBarrier({ id, version: 2, fields: { closedOn: null } })).toMatchObject({
      record: { closedOn: null, outcome: null },
    })
  })
})
