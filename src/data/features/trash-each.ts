import { AppError } from '../../shared/errors.ts'

/**
 * Puts aside those of a selection that nothing relies on, and leaves the others; a selection none of which can go
 * is refused by what keeps the first one. `trash` refuses before it writes.
 */
export async function trashEach(
  ids: readonly string[],
  trash: (id: string) => Promise<unknown>,
): Promise<{ readonly changed: number; readonly kept: number }> {
  const refusals: AppError[] = []
  for (const id of ids) {
    try {
      await trash(id)
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'inUse') throw error
      refusals.push(error)
    }
  }
  const [first] = refusals
  if (first && refusals.length === ids.length) throw first
  return { changed: ids.length - refusals.length, kept: refusals.length }
}
