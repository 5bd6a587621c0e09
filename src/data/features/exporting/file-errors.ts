import { AppError } from '../../../shared/errors.ts'

/** What a disk answers, as a user is told it. */
export function asFileError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOSPC') return new AppError('diskFull', {}, { cause: error })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'EBUSY')
    return new AppError('readOnly', {}, { cause: error })
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('notFound', {}, { cause: error })
  return error
}
