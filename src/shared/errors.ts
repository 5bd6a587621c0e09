/**
 * The closed list of what can go wrong for a user. Each code has its sentence in both languages
 * (`renderer/i18n/<language>/errors.ts`): what happened, that nothing was lost, what to do.
 */
export const errorCodes = [
  // what was asked
  'invalid', // data.field names the field where one is to blame
  'notFound',
  'alreadyExists',
  'illegalMove',
  'agreementMissing',
  'nothingToUndo',
  'noMember',
  'inUse',
  'selectionChanged', // data.expected, data.found: rows came or went since the selection was made
  'previewChanged', // what an import would do is no longer what was previewed: nothing was written
  'monthSettled', // data.month, data.name: its hours were validated, only a correction may change them
  'sensitiveNumber', // a social security number or an IBAN in a text; never kept
  'cancelled',
  // opening a space
  'locked',
  'wrongPassphrase',
  'wrongRecoveryKey',
  'tooManyAttempts', // data.seconds
  'wrongKey',
  'spaceDamaged',
  'spaceFromFuture',
  'spaceLocked', // data.host: another process or computer has it open
  'spaceBusy',
  'notASpace',
  'folderNotEmpty',
  'networkFolder', // data.folder
  'syncFolder', // data.folder
  'diskFull',
  'readOnly',
  'backupDamaged',
  // foreign files
  'fileTooLarge',
  'fileUnreadable',
  'fileProtected',
  'fileFormatUnknown',
  'fileEmpty',
  'readerStopped', // the reader process exceeded its time or memory
  // the machinery
  'dataProcessStopped',
  'keychainUnavailable',
  'unexpected',
] as const

export type ErrorCode = (typeof errorCodes)[number]
export type ErrorData = Readonly<Record<string, string | number | boolean | null>>

/** An error a user can be told about: a code from the closed list, and the facts its sentence needs. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly data: ErrorData

  constructor(code: ErrorCode, data: ErrorData = {}, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.data = data
  }
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && (errorCodes as readonly string[]).includes(value)
}

/** Tells the compiler, and the log, that a case cannot happen. */
export function unreachable(value: never, why: string): never {
  throw new Error(`${why}: ${String(value)}`)
}
