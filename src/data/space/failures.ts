import { AppError, type ErrorCode, type ErrorData } from '../../shared/errors.ts'

/** What the operating system says, in the words a user can be told. */
const systemCodes: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  EBUSY: 'spaceBusy',
  EAGAIN: 'spaceBusy',
  EIO: 'spaceBusy',
  EMFILE: 'spaceBusy',
  ENOENT: 'notASpace',
  ENOTDIR: 'notASpace',
}

/** SQLite's codes come with extensions (SQLITE_IOERR_FSYNC): the longest name that starts them decides. */
const databaseCodes: readonly (readonly [string, ErrorCode])[] = [
  ['SQLITE_NOTADB', 'wrongKey'],
  ['SQLITE_CORRUPT', 'spaceDamaged'],
  ['SQLITE_FULL', 'diskFull'],
  ['SQLITE_READONLY', 'readOnly'],
  ['SQLITE_BUSY', 'spaceBusy'],
  ['SQLITE_LOCKED', 'spaceBusy'],
  ['SQLITE_PROTOCOL', 'spaceBusy'],
  ['SQLITE_IOERR', 'spaceBusy'],
  ['SQLITE_CANTOPEN', 'spaceBusy'],
]

/** Failures that an antivirus, an indexer or a tired disk cause for a moment, and that often pass. */
const passing = [
  'EBUSY',
  'EPERM',
  'EACCES',
  'EIO',
  'EAGAIN',
  'EMFILE',
  'SQLITE_BUSY',
  'SQLITE_IOERR',
  'SQLITE_CANTOPEN',
]

/** The code of a system or SQLite error, whichever layer raised it. */
export function failureCode(error: unknown): string | null {
  if (error instanceof AppError) return failureCode(error.cause)
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return null
}

/** True for a failure worth trying again: nothing was decided about the file, something stood in the way. */
export function mayPass(error: unknown): boolean {
  const code = failureCode(error)
  return code !== null && passing.some((name) => code === name || code.startsWith(`${name}_`))
}

/**
 * Any failure of the disk or of SQLite as an AppError. The original stays as the cause, for the log; its message is
 * never shown, and never holds a key.
 */
export function asAppError(error: unknown, data: ErrorData = {}): AppError {
  if (error instanceof AppError) return error
  const code = failureCode(error)
  const appCode =
    code === null ? undefined : (systemCodes[code] ?? databaseCodes.find(([prefix]) => code.startsWith(prefix))?.[1])
  return new AppError(appCode ?? 'unexpected', data, { cause: error })
}
