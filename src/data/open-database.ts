import type { SpaceEvent } from '../shared/features/events.ts'
import type { EntityName } from '../shared/features/history.ts'
import { type ChainState, readChainState } from './change-log.ts'
import type {
  BatchOptions,
  CurrentMember,
  Db,
  JobContext,
  OpenReader,
  ReadContext,
  ReadDb,
  SpaceFacts,
  WriteContext,
} from './context.ts'
import { type RawDatabase, openFile } from './database.ts'
import { refreshDerived, rebuildDerived } from './derived.ts'
import { sweepBytes } from './features/document-bytes.ts'
import { readSpaceFacts } from './features/settings.ts'
import { clearPrivateCopies } from './files/private-copies.ts'
import { kyselyOn } from './kysely-on.ts'
import { migrate, type OnUpdate } from './migrate.ts'
import { newestSchema } from './migrations.ts'
import { prepareDerived, readEngine, registerFunctions, writeEngine } from './sqlite/engine.ts'
import { createWriter } from './writer.ts'

export interface OpenDatabaseOptions {
  readonly path: string
  readonly fileKey: Buffer
  readonly folder: string
  readonly deviceId: string
  readonly resources: string
  /** Where private copies of papers are made: a folder of ours, all of whose files go when the space closes. */
  readonly copies: string
  readonly now: () => Date
  readonly newId: () => string
  readonly openReader: OpenReader
  /** Makes a verified copy of the space; what has no folder of backups (a test, a measure) needs none. */
  readonly backUp?: () => Promise<void>
  readonly announce: (event: SpaceEvent) => void
  readonly onUpdate?: OnUpdate
  readonly nativeBinding?: string | undefined
  readonly create?: boolean
  /** The file was looked at a moment ago, see `OpenOptions`. */
  readonly checked?: boolean
}

/** An open space: one connection that writes, whose transactions queue, and one that only reads. */
export interface OpenDatabase {
  readonly read: () => ReadContext
  readonly command: <T>(
    name: string,
    work: (tx: WriteContext) => Promise<T>,
    options?: BatchOptions & { readonly undoes?: string },
  ) => Promise<T>
  readonly job: (name: string) => JobContext
  readonly staging: <T>(work: (db: Db) => Promise<T>) => Promise<T>
  readonly member: () => CurrentMember | null
  readonly switchMember: (member: CurrentMember | null) => void
  /** Runs `work` while nobody writes: for a backup. */
  readonly whileQuiet: <T>(work: (raw: RawDatabase) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

export async function openDatabase(options: OpenDatabaseOptions): Promise<OpenDatabase> {
  const file = { path: options.path, fileKey: options.fileKey, nativeBinding: options.nativeBinding, newestSchema }
  const writeRaw = openFile({ ...file, mode: options.create === true ? 'create' : 'write', checked: options.checked })
  try {
    await migrate(writeRaw, newestSchema, options.onUpdate)
    registerFunctions(writeRaw)
    const { rebuildSearch } = prepareDerived(writeRaw)
    const writeDb = kyselyOn(writeRaw)
    const derive = writeEngine(writeRaw)
    await sweepBytes(writeDb)
    if (rebuildSearch) await writeDb.transaction().execute((trx) => rebuildDerived(trx, derive, options.onUpdate))
    const readRaw = openFile({ ...file, mode: 'read' })
    registerFunctions(readRaw)
    return await serve(options, writeRaw, writeDb, readRaw)
  } catch (error) {
    writeRaw.close()
    throw error
  }
}

async function serve(
  options: OpenDatabaseOptions,
  writeRaw: RawDatabase,
  writeDb: Db,
  readRaw: RawDatabase,
): Promise<OpenDatabase> {
  const readDb: ReadDb = kyselyOn(readRaw) as never // the same queries; the type and the connection both forbid writes
  let commits = 0
  const engine = readEngine(readRaw, () => commits)
  const writingEngine = readEngine(writeRaw, () => commits)
  const derive = writeEngine(writeRaw)
  let chain: ChainState = await readChainState(writeDb, options.deviceId)
  let facts: SpaceFacts = await readSpaceFacts(readDb, options.folder)
  let member: CurrentMember | null = null
  let queue: Promise<unknown> = Promise.resolve()

  /** One writer at a time, in the order of asking, whatever became of the one before. */
  function exclusive<T>(work: () => Promise<T>): Promise<T> {
    const turn = queue.then(work, work)
    queue = turn.catch(() => undefined)
    return turn
  }

  function context(): ReadContext {
    return {
      db: readDb,
      engine,
      space: facts,
      member,
      now: options.now,
      today: () => isoDay(options.now()),
      resources: options.resources,
      copies: options.copies,
    }
  }

  function command<T>(
    name: string,
    work: (tx: WriteContext) => Promise<T>,
    batchOptions: BatchOptions & { readonly undoes?: string } = {},
  ): Promise<T> {
    return exclusive(async () => {
      const batch = {
        id: batchOptions.batchId ?? options.newId(),
        command: batchOptions.command ?? name,
        origin: batchOptions.origin ?? 'screen',
        undoes: batchOptions.undoes ?? null,
        actorId: member?.id ?? null,
        deviceId: options.deviceId,
      } as const
      const { result, touched, after } = await writeDb.transaction().execute(async (trx) => {
        const write = createWriter({ db: trx, batch, chain, now: options.now, newId: options.newId })
        const tx: WriteContext = {
          ...context(),
          db: trx as never,
          engine: writingEngine,
          write,
          newId: options.newId,
          deviceId: options.deviceId,
        }
        const outcome = await work(tx)
        await refreshDerived(trx, derive, write.touched, batchOptions.onDerived)
        return { result: outcome, touched: write.touched, after: write.chain() }
      })
      chain = after
      commits += 1
      const entities = [...new Set(touched.map(({ entity }) => entity))]
      if (entities.some(isFact)) facts = await readSpaceFacts(readDb, options.folder)
      if (entities.length > 0) options.announce({ kind: 'changed', entities })
      return result
    })
  }

  function staging<T>(work: (db: Db) => Promise<T>): Promise<T> {
    return exclusive(() => writeDb.transaction().execute(work))
  }

  return {
    read: context,
    command,
    staging,
    job: (name) => ({
      ...context(),
      newId: options.newId,
      transaction: (work, batchOptions) => command(name, work, batchOptions ?? {}),
      staging,
      openReader: options.openReader,
      backUp: options.backUp ?? (() => Promise.resolve()),
    }),
    member: () => member,
    switchMember: (next) => {
      member = next
    },
    whileQuiet: (work) => exclusive(() => work(writeRaw)),
    close: () =>
      exclusive(async () => {
        readRaw.close()
        writeRaw.close()
        await clearPrivateCopies(options.copies)
      }),
  }
}

function isFact(entity: EntityName): boolean {
  return entity === 'space' || entity === 'settings'
}

/** The day it is here, as an ISO day: the officer's calendar, not Greenwich's. */
export function isoDay(date: Date): string {
  const month = String(date.getMonth() + 1).padStart(2, '0')
  return `${date.getFullYear()}-${month}-${String(date.getDate()).padStart(2, '0')}`
}
