import type { Progress, Signature } from '../shared/endpoint.ts'
import type { Settings } from '../shared/features/space.ts'
import type { SpaceKind } from '../shared/rules/values.ts'
import type { Db, ReadDb } from './database.ts'
import type { Engine } from './sqlite/engine.ts'
import type { Writer } from './writer.ts'

export type { Db, ReadDb }

export interface CurrentMember {
  readonly id: string
  readonly name: string
}

/** What every handler may know of the space it works in. */
export interface SpaceFacts {
  readonly kind: SpaceKind
  readonly organisationName: string
  readonly ownOrganisationId: string | null
  readonly demo: boolean
  readonly folder: string
  readonly settings: Settings
}

export interface ReadContext {
  readonly db: ReadDb
  /** What only the engine underneath can do, behind plain names: search, page counts. */
  readonly engine: Engine
  readonly space: SpaceFacts
  readonly member: CurrentMember | null
  readonly now: () => Date
  /** Today here, as an ISO day. */
  readonly today: () => string
  /** Where the reference lists (communes, QPV…) lie. */
  readonly resources: string
  /** Where private copies are made for other programs to open: emptied when the space closes. */
  readonly copies: string
}

/** A command's context: the same, over its transaction, and the one way to write. */
export interface WriteContext extends ReadContext {
  readonly write: Writer
  readonly newId: () => string
  readonly deviceId: string
}

/** A job reads freely, and writes in the transactions it opens. */
export interface JobContext extends ReadContext {
  readonly newId: () => string
  /** Runs `work` as one transaction and one batch of the history, named after the job. */
  readonly transaction: <T>(work: (tx: WriteContext) => Promise<T>, options?: BatchOptions) => Promise<T>
  /** Work on tables that are no part of the history (staging, drafts); one transaction as well. */
  readonly staging: <T>(work: (db: Db) => Promise<T>) => Promise<T>
  /** A verified copy of the space, before something large is written. */
  readonly backUp: () => Promise<void>
  /** Asks main for a process that reads one foreign file and streams its rows. */
  readonly openReader: OpenReader
}

export interface BatchOptions {
  readonly origin?: 'screen' | 'import' | 'package' | 'undo'
  readonly batchId?: string
  readonly command?: string
  /** Told as the words to find are written anew, before the commit; what it throws undoes the whole. */
  readonly onDerived?: (done: number, total: number) => void
}

/** Starts a reader process and gives the port it answers on; `stop` kills it. */
export type OpenReader = () => Promise<{ readonly port: ReaderPort; readonly stop: () => void }>
export interface ReaderPort {
  postMessage(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
  onClose(listener: () => void): void
  close(): void
}

type HandlerOf<Kind, Input, Output> = Kind extends 'query'
  ? (context: ReadContext, input: Input) => Promise<Output>
  : Kind extends 'command'
    ? (tx: WriteContext, input: Input) => Promise<Output>
    : Kind extends 'job'
      ? (job: JobContext, input: Input, signal: AbortSignal) => AsyncGenerator<Progress, Output, undefined>
      : never

/** The handlers of a feature, each held to its line in the contract. */
export type Handlers<Feature> = {
  readonly [
    Name in keyof Feature as Feature[Name] extends Signature<infer Kind, infer _Input, infer _Output>
      ? Kind extends 'lifecycle' | 'watch'
        ? never
        : Name
      : never
  ]: Feature[Name] extends Signature<infer Kind, infer Input, infer Output> ? HandlerOf<Kind, Input, Output> : never
}
