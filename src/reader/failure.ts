import type { ErrorCode } from '../shared/errors.ts'
import { fileLimits, type FileLimit, type FromReader } from '../shared/reader.ts'

export type FailureCode = Extract<FromReader, { type: 'failed' }>['code'] & ErrorCode

/** A file that cannot be read, with the code a user is told and the facts of its sentence. */
export class FileFailure extends Error {
  readonly code: FailureCode
  readonly data: Readonly<Record<string, string | number>>

  constructor(code: FailureCode, data: Readonly<Record<string, string | number>> = {}, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.data = data
  }
}

export function overLimit(limit: FileLimit): FileFailure {
  return new FileFailure('fileTooLarge', { limit, allowed: fileLimits[limit] })
}
