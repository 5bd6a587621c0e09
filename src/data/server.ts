import { ORPCError, isContractProcedure } from '@orpc/contract'
import { type AnyRouter, implement } from '@orpc/server'
import type { EndpointMeta, Progress } from '../shared/endpoint.ts'
import { AppError } from '../shared/errors.ts'
import type { BatchOptions, JobContext, ReadContext, WriteContext } from './context.ts'
import type { OpenDatabase } from './open-database.ts'
import { targetOf } from './features/history.ts'
import { asAppError } from './space/failures.ts'
import { ConflictFound } from './writer.ts'

/** What the server needs of its host: the space that is open now, and where to say what went wrong. */
export interface ServerHost {
  readonly current: () => OpenDatabase | null
  readonly log: (endpoint: string, error: unknown) => void
}

type AnyHandler = (context: never, input: never, signal: AbortSignal) => unknown
interface HandlerTree {
  readonly [name: string]: HandlerTree | AnyHandler
}

/**
 * Wraps every handler once: the space must be open, a command gets its transaction and a job its progress,
 * and whatever is thrown leaves as a code of the closed list.
 */
export function createRouter(contract: object, handlers: object, host: ServerHost): Record<string, AnyRouter> {
  return build(contract, handlers as HandlerTree, host, []) as Record<string, AnyRouter>
}

function build(
  contract: object,
  handlers: HandlerTree | AnyHandler | undefined,
  host: ServerHost,
  path: readonly string[],
): unknown {
  const name = path.join('.')
  if (!isContractProcedure(contract)) {
    if (typeof handlers !== 'object') throw new Error(`no handlers for ${name}`)
    return Object.fromEntries(
      Object.entries(contract).map(([key, part]: [string, object]) => [
        key,
        build(part, handlers[key], host, [...path, key]),
      ]),
    )
  }
  if (typeof handlers !== 'function') throw new Error(`no handler for ${name}`)
  const { kind } = contract['~orpc'].meta as unknown as EndpointMeta
  const run = runners[kind]
  return implement(contract).handler(({ input, signal }) =>
    run(name, handlers, input, signal ?? new AbortController().signal, host),
  )
}

type Runner = (name: string, handler: AnyHandler, input: unknown, signal: AbortSignal, host: ServerHost) => unknown

const runners: Readonly<Record<EndpointMeta['kind'], Runner>> = {
  query: (name, handler, input, signal, host) =>
    guarded(name, host, async () => handler(open(host).read() as never, input as never, signal)),
  command: (name, handler, input, signal, host) =>
    guarded(name, host, () => runCommand(name, handler, input, signal, open(host))),
  job: (name, handler, input, signal, host) => runJob(name, handler, input, signal, host),
  lifecycle: (name, handler, input, signal, host) =>
    guarded(name, host, async () => handler(undefined as never, input as never, signal)),
  watch: (_name, handler, input, signal) => handler(undefined as never, input as never, signal),
}

async function runCommand(
  name: string,
  handler: AnyHandler,
  input: unknown,
  signal: AbortSignal,
  database: OpenDatabase,
): Promise<unknown> {
  const options = await batchOptionsOf(name, input, database.read())
  return database.command(name, async (tx: WriteContext) => handler(tx as never, input as never, signal), options)
}

/** An undo must name what it undoes when its batch begins. */
async function batchOptionsOf(
  name: string,
  input: unknown,
  context: ReadContext,
): Promise<BatchOptions & { readonly undoes?: string }> {
  switch (name) {
    case 'history.undoLast':
      return { origin: 'undo', undoes: await targetOf(context, 'undo') }
    case 'history.redoLast':
      return { origin: 'undo', undoes: await targetOf(context, 'redo') }
    case 'history.undoBatch':
      return { origin: 'undo', undoes: (input as { batchId: string }).batchId }
    case 'imports.undo':
      return { origin: 'undo', undoes: await batchOfImport(context, (input as { id: string }).id) }
    default:
      return {}
  }
}

async function batchOfImport({ db }: ReadContext, id: string): Promise<string> {
  const run = await db.selectFrom('imports').select('batchId').where('id', '=', id).executeTakeFirst()
  if (!run?.batchId) throw new AppError('nothingToUndo')
  return run.batchId
}

async function* runJob(
  name: string,
  handler: AnyHandler,
  input: unknown,
  signal: AbortSignal,
  host: ServerHost,
): AsyncGenerator<Progress, unknown, undefined> {
  try {
    const job: JobContext = open(host).job(name)
    return yield* handler(job as never, input as never, signal) as AsyncGenerator<Progress, unknown, undefined>
  } catch (error) {
    throw leaving(name, signal.aborted ? new AppError('cancelled') : error, host)
  }
}

async function guarded(name: string, host: ServerHost, work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ConflictFound) return { outcome: 'conflict', conflicts: error.conflicts }
    throw leaving(name, error, host)
  }
}

function open(host: ServerHost): OpenDatabase {
  const database = host.current()
  if (!database) throw new AppError('locked')
  return database
}

/** Only codes and their facts leave the process; what was not expected is logged here by name. */
function leaving(name: string, error: unknown, host: ServerHost): ORPCError<string, unknown> {
  if (error instanceof ORPCError) return error
  const known = error instanceof AppError ? error : asAppError(error)
  if (known.code === 'unexpected') host.log(name, error)
  return new ORPCError(known.code, { data: known.data, message: known.code })
}
