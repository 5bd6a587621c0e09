import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { contract } from '../../src/shared/contract.ts'
import type { SpaceEvent } from '../../src/shared/features/events.ts'
import type { SpaceKind } from '../../src/shared/rules/values.ts'
import { type OpenDatabase, openDatabase } from '../../src/data/open-database.ts'
import type { OpenReader } from '../../src/data/context.ts'
import { firstHandlers } from '../../src/data/handlers-first.ts'
import { laterHandlers } from '../../src/data/handlers-later.ts'
import { initialise } from '../../src/data/features/initialise.ts'
import { createRouter } from '../../src/data/server.ts'
import type { Api } from '../../src/shared/contract.ts'
import { whenTestEnds } from './closing.ts'

export interface TestApiOptions {
  readonly kind?: SpaceKind
  readonly now?: () => Date
  readonly deviceId?: string
  readonly openReader?: OpenReader
  readonly organisationName?: string
  /** A folder that holds a space already, left there by a crash or a copy. */
  readonly at?: string
  /** What closes it, for those who keep one open for several tests that only read; it is closed with its test if not said. */
  readonly closeLater?: (close: () => Promise<void>) => void
}

export interface TestApi {
  readonly api: Api
  readonly database: OpenDatabase
  readonly folder: string
  readonly memberId: string
  readonly events: SpaceEvent[]
  readonly reopen: () => Promise<TestApi>
}

/** The real handlers on a real encrypted file, asked through the contract; only the transport is left out. */
export async function openTestApi(options: TestApiOptions = {}): Promise<TestApi> {
  return options.at === undefined
    ? openAt(mkdtempSync(join(tmpdir(), 'palier-')), options, true)
    : openAt(options.at, options, false)
}

async function openAt(folder: string, options: TestApiOptions, create: boolean): Promise<TestApi> {
  const events: SpaceEvent[] = []
  const counter = { last: create ? await newSpaceIn(folder, options) : 0, prefix: create ? 'a' : 'b' }
  const database = await openFile(folder, options, { counter, announce: (event) => events.push(event) })
  const [member] = await database.read().db.selectFrom('members').select(['id', 'name']).execute()
  if (!member) throw new Error('a space has a member')
  database.switchMember(member)
  const { closeLater = whenTestEnds } = options
  closeLater(async () => {
    await database.close().catch(() => undefined)
    rmSync(folder, { recursive: true, force: true })
  })
  const router = createRouter(contract, handlersOf(database), {
    current: () => database,
    log: (name, error) => error !== null && console.error(name, error),
  })
  const api = createRouterClient(router as never, { context: {} } as never) as unknown as Api
  return {
    api,
    database,
    folder,
    memberId: member.id,
    events,
    reopen: async () => {
      await database.close()
      return openAt(folder, options, false)
    },
  }
}

interface Counter {
  last: number
  readonly prefix: string
}

function openFile(
  folder: string,
  options: TestApiOptions,
  run: { readonly counter: Counter; readonly announce: (event: SpaceEvent) => void; readonly create?: boolean },
): Promise<OpenDatabase> {
  return openDatabase({
    path: join(folder, 'space.db'),
    fileKey: Buffer.alloc(32, 7),
    folder,
    deviceId: options.deviceId ?? 'device-a',
    resources: resolve('resources'),
    copies: join(folder, 'copies'),
    now: options.now ?? (() => new Date('2026-11-23T09:00:00.000Z')),
    newId: () => `${run.counter.prefix}${String((run.counter.last += 1)).padStart(8, '0')}`,
    openReader: options.openReader ?? (() => Promise.reject(new Error('this test opens no foreign file'))),
    announce: run.announce,
    create: run.create ?? false,
  })
}

interface NewSpace {
  readonly file: Buffer
  readonly lastId: number
}
const newSpaces = new Map<string, NewSpace>()

/** Puts a new space there, and says the last number its rows took: two alike are made once and copied. */
async function newSpaceIn(folder: string, options: TestApiOptions): Promise<number> {
  const { kind = 'association', organisationName = 'Les Passerelles', deviceId = '', now } = options
  const name = JSON.stringify([kind, organisationName, deviceId, now?.() ?? null])
  const known = newSpaces.get(name)
  if (known) {
    writeFileSync(join(folder, 'space.db'), known.file)
    return known.lastId
  }
  const counter = { last: 0, prefix: 'a' }
  const database = await openFile(folder, options, { counter, announce: () => undefined, create: true })
  await database.command('space.create', (tx) =>
    initialise(tx, {
      kind,
      organisationName,
      memberName: 'Solène Kerbrat',
      memberRole: 'Coordinatrice',
      demo: false,
    }),
  )
  await database.close()
  newSpaces.set(name, { file: readFileSync(join(folder, 'space.db')), lastId: counter.last })
  return counter.last
}

/** The lifecycle of a space needs a host; the tests of `tests/data/space` give it one. */
function handlersOf(database: OpenDatabase) {
  const elsewhere = () => Promise.reject(new Error('not in this test'))
  const space = Object.fromEntries(Object.keys(contract.space).map((name) => [name, elsewhere]))
  return {
    ...firstHandlers,
    ...laterHandlers,
    space,
    members: {
      ...firstHandlers.members,
      switchTo: async (_context: unknown, { id }: { id: string }) => {
        const row = await database
          .read()
          .db.selectFrom('members')
          .selectAll()
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
        database.switchMember(row)
        return { ...row, active: row.active === 1 }
      },
    },
    events: elsewhere,
  }
}
