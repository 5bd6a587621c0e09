import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CohortWorld, aFilledCohort } from '../support/factories-workshops.ts'
import { type TestApi, openTestApi } from '../support/open-test-api.ts'

interface World extends CohortWorld {
  readonly api: TestApi['api']
  readonly memberId: string
  readonly workshops: readonly string[]
  readonly sessions: readonly string[]
  readonly documentId: string
}

type Command = (world: World, pick: number, vary: number) => Promise<unknown>
const month = '2026-11'
const states = ['present', 'late', 'excused', 'absent', null] as const

const commands: Readonly<Record<string, Command>> = {
  'attendances.mark': ({ api, workshops, people }, pick, vary) =>
    api.attendances.mark({
      workshopId: of(workshops, pick),
      marks: people.slice(0, 1 + (vary % 2)).map((personId) => ({
        personId,
        halfDay: 'morning',
        state: of(states, vary),
        minutes: vary % 3 === 0 ? vary : null,
      })),
    }),
  'attendances.markOthers': ({ api, workshops }, pick, vary) =>
    api.attendances.markOthers({
      workshopId: of(workshops, pick),
      halfDay: 'morning',
      state: of(states, vary % 4) ?? 'late',
    }),
  'attendances.addWalkIn': ({ api, workshops, people }, pick, vary) =>
    api.attendances.addWalkIn({
      workshopId: of(workshops, pick),
      halfDay: 'morning',
      ...(vary % 2 ? { personId: of(people, vary) } : { lastName: `Tavernier ${vary}`, phone: '0639987701' }),
    }),
  'sheets.sign': ({ api, workshops, documentId }, pick, vary) =>
    api.sheets.sign({ workshopId: of(workshops, pick), documentId: vary % 3 ? documentId : null, signedOn: null }),
  'sheets.countersign': ({ api, workshops }, pick, vary) =>
    api.sheets.countersign({
      workshopId: of(workshops, pick),
      on: vary % 3 ? '2026-11-20' : null,
      by: `Nadia ${vary}`,
    }),
  'certificates.issue': ({ api, cohortId, enrolments }, pick) =>
    api.certificates.issue({ cohortId, enrolmentIds: [of(enrolments, pick)], issuedOn: '2026-11-23' }),
  'hours.validate': ({ api, people, memberId }, pick, vary) =>
    api.hours.validate({
      month,
      holder: vary % 2 ? { kind: 'person', id: of(people, pick) } : { kind: 'coach', id: memberId },
    }),
  async 'hours.correct'({ api, sessions, workshops, people, memberId }, pick, vary) {
    if (vary % 2) {
      const target = { kind: 'session', sessionId: of(sessions, pick) } as const
      const { lines } = await api.hours.statement({ month, holder: { kind: 'coach', id: memberId } })
      const from = lines.find(({ id }) => id === target.sessionId)?.minutes ?? 0
      return api.hours.correct({ target, minutes: vary, reason: 'Relue', from })
    }
    const [workshopId, personId] = [of(workshops, pick), of(people, vary)]
    const called = (await api.attendances.ofWorkshop({ workshopId })).people.find((row) => row.personId === personId)
    const target = { kind: 'attendance', workshopId, personId, halfDay: 'morning' } as const
    return api.hours.correct({ target, minutes: vary, reason: 'Relue', from: called?.marks[0]?.minutes ?? 0 })
  },
  'history.undoLast': ({ api }) => api.history.undoLast({}),
}

const command = fc.record({ name: fc.constantFrom(...Object.keys(commands)), pick: fc.nat(9), vary: fc.nat(9) })
/** What a command may answer when it cannot be done: it then wrote nothing. */
const refusals = new Set(['invalid', 'notFound', 'alreadyExists', 'monthSettled', 'selectionChanged', 'nothingToUndo'])
const succeeded = new Set<string>()
const tables = [
  'attendances',
  'attendanceSheets',
  'certificates',
  'hourStatements',
  'hourCorrections',
  'sessions',
  'people',
  'contactPoints',
]

test(
  'any acts of a roll call, its proof and its hours, then all their undos, give the earlier base',
  { timeout: 120_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { minLength: 4, maxLength: 14, size: 'max' }), async (sequence) => {
        const testApi = await openTestApi()
        const { api, database } = testApi
        const world = await aWorld(testApi)
        const earlier = await dump(database)
        for (const { name, pick, vary } of sequence) await runAllowed(name, world, pick, vary)
        while ((await api.history.next({})).redo !== null) await api.history.redoLast({}) // what it had undone last
        const later = await dump(database)
        while ((await api.history.next({})).undo !== null) expect((await api.history.undoLast({})).kept).toEqual([])
        expect(await dump(database)).toEqual(earlier)
        while ((await api.history.next({})).redo !== null) expect((await api.history.redoLast({})).kept).toEqual([])
        expect(await dump(database)).toEqual(later)
        expect(await api.history.verify({})).toMatchObject({ brokenAt: null })
        await database.close()
      }),
      { numRuns: Number(process.env['UNDO_RUNS'] ?? 12) },
    )
    expect([...succeeded]).toEqual(
      expect.arrayContaining(['attendances.mark', 'attendances.addWalkIn', 'hours.validate']),
    )
  },
)

async function aWorld(testApi: TestApi): Promise<World> {
  const cohort = await aFilledCohort(testApi, { people: 2, cohort: { completionShare: 1 } })
  const workshops = [await cohort.workshop(), await cohort.workshop({ heldOn: '2026-11-17' })]
  const [personId = ''] = cohort.people
  return {
    ...cohort,
    api: testApi.api,
    memberId: testApi.memberId,
    workshops,
    sessions: [await cohort.session({ personId })],
    documentId: await cohort.document(workshops[0] ?? ''),
  }
}

async function runAllowed(name: string, world: World, pick: number, vary: number): Promise<void> {
  try {
    await commands[name]?.(world, pick, vary)
    succeeded.add(name)
  } catch (error) {
    if (!refusals.has((error as { code?: string }).code ?? '')) throw error
  }
}

/** Every row, without what each change gives anew. */
async function dump(database: TestApi['database']): Promise<Readonly<Record<string, readonly unknown[]>>> {
  return database.whileQuiet(async (raw) =>
    Object.fromEntries(
      tables.map((table) => {
        const rows = raw.prepare<[], Record<string, unknown>>(`select * from ${table} order by id`).all()
        return [table, rows.map(({ version: _version, updatedAt: _updatedAt, ...row }) => row)]
      }),
    ),
  )
}

function of<Item>(items: readonly Item[], number: number): Item {
  return items[number % items.length] as Item
}
