import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entityNames } from '../../src/shared/features/history.ts'
import { errorCodes } from '../../src/shared/errors.ts'
import { sessionStates, supportEndReasons } from '../../src/shared/rules/coaching.ts'
import { aCoach, twoFundedActions } from '../support/factories-coaching.ts'
import { aPerson } from '../support/factories.ts'
import { type TestApi, openTestApi } from '../support/open-test-api.ts'

interface World {
  readonly api: TestApi['api']
  readonly people: readonly string[]
  readonly coaches: readonly string[]
  readonly funded: readonly string[]
}
type Command = (world: World, pick: number, vary: number) => Promise<unknown>

const days = ['2026-06-02', '2026-09-14', '2026-11-05', '2026-11-23', '2026-12-03']

const commands: Readonly<Record<string, Command>> = {
  'supports.open': ({ api, people, coaches }, pick, vary) =>
    api.supports.open({ personId: of(people, pick), coachId: of(coaches, vary), startedOn: of(days, vary) }),
  'supports.update': async (world, pick, vary) => {
    const { id, version, endedOn } = await aSpell(world, pick)
    const fields = [
      { personWords: `Dit ${vary}` },
      { startedOn: of(days, vary) },
      { endNote: null, endedOn: of(days, vary) },
    ]
    await world.api.supports.update({ id, version, fields: of(fields, endedOn === null ? vary % 2 : vary) })
  },
  'supports.end': async (world, pick, vary) => {
    const { id } = await aSpell(world, pick)
    await world.api.supports.end({ id, endedOn: of(days, vary), endReason: of(supportEndReasons, vary) })
  },
  'supports.trash': async (world, pick) => world.api.supports.trash({ id: (await aSpell(world, pick)).id }),
  'supports.handOver': async ({ api, coaches }, pick, vary) => {
    const fromId = of(coaches, pick)
    const toId = of(coaches, pick + 1 + (vary % 2))
    const lines = await api.supports.previewHandOver({ fromId, toId })
    if (lines.length === 0) throw new Nobody('nobody to hand over')
    await api.supports.handOver({
      fromId,
      toId,
      on: '2026-11-23',
      lines: lines.map(({ supportId }) => ({ supportId, note: vary % 2 ? 'À appeler' : null })),
    })
  },
  'sessions.create': async (world, pick, vary) => {
    const { personId, id, coachId } = await aSpell(world, pick)
    await world.api.sessions.create({
      personId,
      supportId: id,
      coachId,
      state: of(sessionStates, vary),
      heldOn: of(days, vary),
      minutes: 15 * (1 + (vary % 6)),
      nextStep: vary % 3 ? `Étape ${vary}` : null,
      fundings: sharesOf(world, vary),
    })
  },
  'sessions.update': async (world, pick, vary) => {
    const { id, version } = await aMeeting(world, pick)
    const fields = [
      { state: of(sessionStates, vary) },
      { fundings: sharesOf(world, vary) },
      { nextStep: vary % 2 ? `Étape ${vary}` : null, writtenUp: vary % 2 === 0 },
      { nextStepOn: of(days, vary), minutes: vary },
    ]
    await world.api.sessions.update({ id, version, fields: of(fields, vary) })
  },
  'sessions.trash': async (world, pick) => world.api.sessions.trash({ id: (await aMeeting(world, pick)).id }),
  'plans.addGoal': ({ api, people }, pick, vary) =>
    api.plans.addGoal({ personId: of(people, pick), title: `Objectif ${vary}` }),
  'plans.updateGoal': async (world, pick, vary) => {
    const { id, version } = of((await aPlan(world, pick)).goals, vary)
    const states = ['reached', 'dropped', 'open'] as const
    await world.api.plans.updateGoal({ id, version, fields: { state: of(states, vary) } })
  },
  'plans.moveGoal': async (world, pick, vary) =>
    world.api.plans.moveGoal({ id: of((await aPlan(world, pick)).goals, vary).id, position: vary % 3 }),
  'plans.removeGoal': async (world, pick, vary) =>
    world.api.plans.removeGoal({ id: of((await aPlan(world, pick)).goals, vary).id }),
  'plans.addAction': async (world, pick, vary) => {
    const { personId, goals } = await aPlan(world, pick)
    const goalId = goals.length > 0 && vary % 3 ? of(goals, vary).id : null
    await world.api.plans.addAction({ personId, goalId, title: `Action ${vary}` })
  },
  'plans.updateAction': async (world, pick, vary) => {
    const { id, version } = of((await aPlan(world, pick)).actions, vary)
    await world.api.plans.updateAction({
      id,
      version,
      fields: { doneOn: vary % 2 ? '2026-11-20' : null, goalId: null },
    })
  },
  'plans.moveAction': async (world, pick, vary) => {
    const { goals, actions } = await aPlan(world, pick)
    const goalId = goals.length > 0 && vary % 2 ? of(goals, vary).id : null
    await world.api.plans.moveAction({ id: of(actions, vary).id, goalId, position: vary % 3 })
  },
  'plans.removeAction': async (world, pick, vary) =>
    world.api.plans.removeAction({ id: of((await aPlan(world, pick)).actions, vary).id }),
  'plans.openBarrier': ({ api, people }, pick, vary) =>
    api.plans.openBarrier({ personId: of(people, pick), kind: 'mobility', openedOn: of(days, vary) }),
  'plans.updateBarrier': async (world, pick, vary) => {
    const { id, version } = of((await aPlan(world, pick)).barriers, vary)
    const closed = { closedOn: '2026-11-23', outcome: 'resolved' as const }
    await world.api.plans.updateBarrier({ id, version, fields: vary % 2 ? closed : { closedOn: null } })
  },
  'plans.removeBarrier': async (world, pick, vary) =>
    world.api.plans.removeBarrier({ id: of((await aPlan(world, pick)).barriers, vary).id }),
  'plans.seedLibrary': ({ api }) => api.plans.seedLibrary({ locale: 'fr' }),
  'plans.addToLibrary': ({ api }, pick) => api.plans.addToLibrary({ title: `Proposer ${pick}` }),
  'plans.updateLibrary': async ({ api }, pick, vary) => {
    const { id, version } = of(await api.plans.library({}), pick)
    await api.plans.updateLibrary({ id, version, fields: { retired: vary % 2 === 0 } })
  },
  'scales.seedThemes': ({ api }) => api.scales.seedThemes({ locale: 'fr' }),
  'scales.addTheme': ({ api }, pick) => api.scales.addTheme({ label: `Thème ${pick}` }),
  'scales.updateTheme': async ({ api }, pick, vary) => {
    const { id, version } = of(await api.scales.themes({}), pick)
    await api.scales.updateTheme({ id, version, fields: { retired: vary % 2 === 0 } })
  },
  'scales.moveTheme': async ({ api }, pick, vary) =>
    api.scales.moveTheme({ id: of(await api.scales.themes({}), pick).id, position: vary % 8 }),
  'scales.rate': async (world, pick, vary) => {
    const themes = await world.api.scales.themes({})
    await world.api.scales.rate({
      supportId: (await aSpell(world, pick)).id,
      moment: vary % 2 ? 'entry' : 'exit',
      rater: vary % 3 ? 'person' : 'coach',
      reviewedOn: '2026-11-20',
      scores: themes
        .slice(0, 3)
        .map(({ id }, index) => ({ themeId: id, score: vary % 5 ? (vary + index) % 11 : null })),
    })
  },
  'history.undoLast': ({ api }) => api.history.undoLast({}),
  'history.redoLast': ({ api }) => api.history.redoLast({}),
}

const beginning = [
  'supports.open',
  'supports.open',
  'supports.open',
  'sessions.create',
  'plans.addGoal',
  'plans.addAction',
  'plans.openBarrier',
  'scales.seedThemes',
  'plans.addToLibrary',
  'scales.rate',
]
const command = fc.record({
  name: fc.constantFrom(...Object.keys(commands)),
  pick: fc.nat(20),
  vary: fc.nat(20),
})
const refusals = new Set<unknown>(errorCodes.slice(0, errorCodes.indexOf('cancelled')))
const succeeded = new Set<string>()

test(
  'after any commands of coaching the loads agree with the rows; all undone, nothing is left; all redone, all is back',
  { timeout: 240_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 24, size: 'max' }), async (sequence) => {
        const opened = await openTestApi()
        const { api, database } = opened
        const world: World = {
          api,
          people: [(await api.people.create(aPerson())).id, (await api.people.create(aPerson())).id],
          coaches: [await aCoach(api), await aCoach(api), await aCoach(api)],
          funded: (await twoFundedActions(opened)).ids,
        }
        const done = (await batches(database)).length
        const earlier = await dump(database)
        for (const [index, name] of beginning.entries()) await runAllowed(name, world, index, index)
        for (const { name, pick, vary } of sequence) await runAllowed(name, world, pick, vary)
        await expectLoadsToAgree(world, database)
        await expectSharesWithinTheWhole(database)
        while ((await api.history.next({})).redo !== null) await api.history.redoLast({})
        const later = await dump(database)
        const undone = await undoDownTo(opened, done)
        expect(await dump(database)).toEqual(earlier)
        for (let times = 0; times < undone; times += 1) expect((await api.history.redoLast({})).kept).toEqual([])
        expect(await dump(database)).toEqual(later)
        await database.close()
      }),
      { numRuns: Number(process.env['UNDO_RUNS'] ?? 10) },
    )
    expect(succeeded.size).toBeGreaterThan(18)
  },
)

async function runAllowed(name: string, world: World, pick: number, vary: number): Promise<void> {
  if (name === 'history.undoLast' && (await world.api.history.next({})).undo?.startsWith('people.')) return
  try {
    await commands[name]?.(world, pick, vary)
    succeeded.add(name)
  } catch (error) {
    if (!(error instanceof Nobody) && !refusals.has((error as { code?: unknown }).code)) throw error
  }
}

/** Undoes this run's commands, not those that made its world; answers how many. */
async function undoDownTo({ api, database }: TestApi, made: number): Promise<number> {
  let undone = 0
  for (;;) {
    const inForce = await commandsInForce(database)
    if (inForce <= made) return undone
    expect((await api.history.undoLast({})).kept).toEqual([])
    undone += 1
  }
}

async function batches(database: TestApi['database']) {
  return database.read().db.selectFrom('changes').select(['batchId', 'undoes']).groupBy(['batchId', 'undoes']).execute()
}

async function commandsInForce(database: TestApi['database']): Promise<number> {
  const all = await batches(database)
  const inForce = (id: string): boolean => !all.some(({ batchId, undoes }) => undoes === id && inForce(batchId))
  return all.filter(({ batchId, undoes }) => undoes === null && inForce(batchId)).length
}

/** What the load of each coach says, counted again from the plain rows. */
async function expectLoadsToAgree({ api }: World, database: TestApi['database']): Promise<void> {
  const { db } = database.read()
  const supports = await db.selectFrom('supports').selectAll().where('deletedAt', 'is', null).execute()
  const sessions = await db.selectFrom('sessions').selectAll().where('deletedAt', 'is', null).execute()
  for (const load of await api.supports.loads({})) {
    const held = sessions.filter(
      ({ coachId, state, heldOn }) => coachId === load.coachId && state === 'held' && heldOn.startsWith('2026-11'),
    )
    expect(load.open).toBe(
      supports.filter(({ coachId, endedOn }) => coachId === load.coachId && endedOn === null).length,
    )
    expect(load.sessionsThisMonth).toBe(held.length)
    expect(load.minutesThisMonth).toBe(held.reduce((sum, { minutes }) => sum + minutes, 0))
    expect((await api.supports.caseload({ coachId: load.coachId })).length).toBe(load.open)
    expect((await api.sessions.toWriteUp({ coachId: load.coachId })).total).toBe(load.toWriteUp)
  }
}

async function expectSharesWithinTheWhole(database: TestApi['database']): Promise<void> {
  const rows = await database
    .read()
    .db.selectFrom('sessionFundings')
    .select((eb) => ['sessionId', eb.fn.sum<number>('share').as('share')])
    .where('deletedAt', 'is', null)
    .groupBy('sessionId')
    .execute()
  expect(rows.every(({ share }) => share <= 100)).toBe(true)
}

async function dump(database: TestApi['database']): Promise<Readonly<Record<string, readonly unknown[]>>> {
  return database.whileQuiet(async (raw) =>
    Object.fromEntries(
      entityNames.map((entity) => {
        const rows = raw.prepare<[], Record<string, unknown>>(`select * from ${entity} order by id`).all()
        return [entity, rows.map(({ version: _version, updatedAt: _updatedAt, ...row }) => row)] as const
      }),
    ),
  )
}

async function aSpell({ api, people }: World, pick: number) {
  return of(await api.supports.ofPerson({ personId: of(people, pick) }), pick)
}
async function aMeeting({ api, people }: World, pick: number) {
  return of(await api.sessions.ofPerson({ personId: of(people, pick) }), pick)
}
function aPlan({ api, people }: World, pick: number) {
  return api.plans.ofPerson({ personId: of(people, pick) })
}

/** Sometimes more than the whole, which is refused. */
function sharesOf({ funded }: World, vary: number) {
  return funded
    .slice(0, vary % 3)
    .map((fundedActionId, index) => ({ fundedActionId, share: index === 0 ? 60 : vary * 5 }))
}

class Nobody extends Error {}

function of<Item>(items: readonly Item[], number: number): Item {
  const item = items[number % items.length]
  if (item === undefined) throw new Nobody('nothing to pick yet')
  return item
}
