import { closeSync, fsyncSync, lstatSync, openSync } from 'node:fs'
// oxlint-disable-next-line import/default -- its types say `export =`, which the rule does not follow; Node and the compiler do
import Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import { AppError } from '../shared/errors.ts'
import type { Schema } from './schema.ts'
import { asAppError, failureCode } from './space/failures.ts'

/** A handle that writes: a command gets one that is already its transaction. */
export type Db = Kysely<Schema>
/** A handle for everything else: a write does not compile, and the connection behind it refuses. */
export type ReadDb = ReadonlyKysely<Schema>

export type RawDatabase = Database.Database
export type RawStatement = Database.Statement

/**
 * - `create`: a file that must not be there yet;
 * - `write`, `read`: the two connections of an open space, on a file that must be there;
 * - `copy`: a file nobody else has open (a backup being made or read), kept without a journal beside it.
 */
export type FileMode = 'create' | 'write' | 'read' | 'copy'

export interface OpenOptions {
  readonly path: string
  /** 32 bytes. It stays the caller's, who fills it with zeros after the last opening. */
  readonly fileKey: Buffer
  readonly mode: FileMode
  /** The newest schema this version knows: a newer file is refused before anything is written. */
  readonly newestSchema?: number | undefined
  /** `checkFile` looked at it a moment ago, while it was nobody else's: a `write` need not look again. */
  readonly checked?: boolean | undefined
  /** Another file of the same addon, for a runtime that cannot load the one that came with the package. */
  readonly nativeBinding?: string | undefined
}

/** "PALI": how a file says it is one of ours once the key is in. */
export const applicationId = 0x50414c49

const oldestSqlite = [3, 51, 3] as const // the first without the fault that could lose a reset WAL
const smallestFile = 512 // an empty file is a valid, empty database to SQLite: never to us

/** Opens one encrypted file, or says why not. It never creates a file unless told to, and never changes one it refuses. */
export function openFile(options: OpenOptions): RawDatabase {
  try {
    if (options.mode === 'create') createEmptyFile(options.path)
    else refuseUnlikelyFile(options.path)
    if (options.mode === 'write' && options.checked !== true) lookAt(options)
    return connect(options, options.mode)
  } catch (error) {
    throw asAppError(error)
  }
}

/** Gives an open `copy` another key. The old one no longer opens it. */
export function rekeyFile(raw: RawDatabase, fileKey: Buffer): void {
  const rawKey = rawKeyOf(fileKey)
  try {
    raw.rekey(rawKey)
  } catch (error) {
    throw asAppError(error)
  } finally {
    rawKey.fill(0)
  }
}

/** Says whether a file can be opened, and changes no byte of it. */
export function checkFile(options: Omit<OpenOptions, 'mode'>): void {
  try {
    refuseUnlikelyFile(options.path)
    lookAt(options)
  } catch (error) {
    throw asAppError(error)
  }
}

/** A connection that writes folds the journal in when it closes, even after a refusal: so the first look is without. */
function lookAt(options: Omit<OpenOptions, 'mode'>): void {
  const raw = handleOn(options, true)
  try {
    unlock(raw, options.fileKey)
    assertOurs(raw, options.newestSchema)
  } catch (error) {
    // A journal to be rolled back cannot be read without writing; the connection that follows checks the same things.
    if (failureCode(error)?.startsWith('SQLITE_READONLY') !== true) throw error
  } finally {
    raw.close()
  }
}

function connect(options: OpenOptions, mode: FileMode): RawDatabase {
  const raw = handleOn(options, mode === 'read')
  try {
    unlock(raw, options.fileKey)
    if (mode === 'create') raw.pragma(`application_id = ${applicationId}`)
    assertOurs(raw, options.newestSchema)
    for (const [pragma, value] of settingsFor(mode)) setAndReadBack(raw, pragma, value)
    return raw
  } catch (error) {
    raw.close()
    throw error
  }
}

function handleOn(options: Omit<OpenOptions, 'mode'>, readonly: boolean): RawDatabase {
  return new Database(options.path, {
    readonly,
    fileMustExist: true,
    ...(options.nativeBinding === undefined ? {} : { nativeBinding: options.nativeBinding }),
  })
}

function unlock(raw: RawDatabase, fileKey: Buffer): void {
  raw.pragma(`cipher = 'chacha20'`)
  expect(raw.pragma('cipher', { simple: true }), 'chacha20', 'cipher')
  const rawKey = rawKeyOf(fileKey)
  try {
    raw.key(rawKey)
  } finally {
    rawKey.fill(0)
  }
  // Nothing is read until now: a wrong key shows here, and not in the middle of the work.
  raw.prepare('select count(*) from sqlite_schema').get()
}

/** `raw:` and the bytes: as bytes, because a text would stay in memory for as long as the engine likes. */
function rawKeyOf(fileKey: Buffer): Buffer {
  if (fileKey.length !== 32) throw new Error('a file key has 32 bytes')
  const rawKey = Buffer.alloc(36)
  rawKey.write('raw:', 'latin1')
  fileKey.copy(rawKey, 4)
  return rawKey
}

function assertOurs(raw: RawDatabase, newestSchema: number | undefined): void {
  const version = raw.prepare<[], { version: string }>('select sqlite_version() as version').get()?.version ?? ''
  if (!isAtLeast(version, oldestSqlite)) throw new Error(`SQLite ${version} is too old to be trusted with a WAL`)
  if (raw.pragma('application_id', { simple: true }) !== applicationId) throw new AppError('notASpace')
  const schemaVersion = Number(raw.pragma('user_version', { simple: true }))
  if (newestSchema !== undefined && schemaVersion > newestSchema)
    throw new AppError('spaceFromFuture', { schemaVersion })
}

function isAtLeast(version: string, least: readonly number[]): boolean {
  const parts = version.split('.').map(Number)
  for (const [index, wanted] of least.entries()) {
    const found = parts[index] ?? 0
    if (found !== wanted) return found > wanted
  }
  return true
}

/** Each of these has a default that is wrong for us, or may get one: they are set, then read back. */
function settingsFor(mode: FileMode): readonly (readonly [pragma: string, value: string | number])[] {
  const journal = mode === 'copy' ? 'delete' : 'wal'
  return [
    ['journal_mode', journal],
    ['synchronous', 2], // FULL: what was acknowledged survives a power cut
    ['foreign_keys', 1],
    ['temp_store', 2], // MEMORY: a sort in a file would leave names in clear
    ['secure_delete', 1],
    ['cell_size_check', 1],
    ['mmap_size', 0],
    ['trusted_schema', 0],
    ['query_only', mode === 'read' ? 1 : 0],
    ...(process.platform === 'darwin' ? [['checkpoint_fullfsync', 1] as const] : []),
  ]
}

function setAndReadBack(raw: RawDatabase, pragma: string, value: string | number): void {
  const settable = !(pragma === 'journal_mode' && raw.readonly)
  if (settable) raw.pragma(`${pragma} = ${value}`)
  expect(raw.pragma(pragma, { simple: true }), value, pragma)
}

function expect(found: unknown, wanted: string | number, pragma: string): void {
  if (found !== wanted) throw new Error(`pragma ${pragma} is ${String(found)} instead of ${wanted}`)
}

function createEmptyFile(path: string): void {
  const file = openSync(path, 'wx', 0o600)
  fsyncSync(file)
  closeSync(file)
}

function refuseUnlikelyFile(path: string): void {
  const found = lstatSync(path)
  // Through a link, the journal of one name would not be found from the other.
  if (!found.isFile() || found.nlink > 1) throw new AppError('notASpace')
  if (found.size < smallestFile) throw new AppError('spaceDamaged')
}
