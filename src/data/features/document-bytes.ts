import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { AppError } from '../../shared/errors.ts'
import { type PaperFormat, largestPaper } from '../../shared/rules/papers.ts'
import type { Db, ReadDb } from '../context.ts'
import { paperFormatOf } from '../files/paper-format.ts'

export interface PaperRead {
  readonly bytes: Buffer
  readonly sha256: string
  readonly format: PaperFormat
}

/** Reads a file that someone chose, whole, and refuses what is no paper before anything is kept. */
export async function readPaper(path: string): Promise<PaperRead> {
  const bytes = await readWhole(path)
  const format = paperFormatOf(path, bytes)
  if (format === null) throw new AppError('fileFormatUnknown')
  return { bytes, sha256: digestOf(bytes), format }
}

async function readWhole(path: string): Promise<Buffer> {
  let handle: FileHandle | null = null
  try {
    handle = await open(path, 'r')
    const { size } = await handle.stat().then((stats) => (stats.isFile() ? stats : { size: -1 }))
    if (size < 0) throw new AppError('fileUnreadable')
    if (size > largestPaper) throw new AppError('fileTooLarge')
    if (size === 0) throw new AppError('fileEmpty')
    const bytes = await handle.readFile()
    if (bytes.length > largestPaper) throw new AppError('fileTooLarge') // it grew while it was read
    return bytes
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('fileUnreadable', {}, { cause: error })
  } finally {
    await handle?.close()
  }
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/**
 * Keeps bytes under their digest: the same paper on two records lies there once. They are written before the row
 * that names them, so that a row without its bytes cannot be; what dies between the two is swept at the next opening.
 */
export async function keepBytes(db: Db, sha256: string, bytes: Uint8Array, at: string): Promise<void> {
  await db
    .insertInto('documentBytes')
    .values({ sha256, bytes: Buffer.from(bytes), addedAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The bytes of a paper, whole as they came in: a digest that differs is damage, and is not handed on. */
export async function bytesOf(db: ReadDb, sha256: string): Promise<Uint8Array> {
  const row = await db.selectFrom('documentBytes').select('bytes').where('sha256', '=', sha256).executeTakeFirst()
  if (!row || digestOf(row.bytes) !== sha256) throw new AppError('fileUnreadable')
  return row.bytes
}

/**
 * Lets go of the bytes that nothing can bring back: no paper names them, in the trash or out of it, and neither
 * does any change that still holds its values. The history has no end of its own, so an addition that was undone
 * long ago may be done again: its bytes stay as long as its change says what it added, and go when that change is
 * erased. It runs while a space opens, when no addition can be half done.
 */
export async function sweepBytes(db: Db): Promise<void> {
  const unnamed = await db
    .selectFrom('documentBytes')
    .select('sha256')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('documents').select('documents.id').whereRef('documents.sha256', '=', 'documentBytes.sha256'),
        ),
      ),
    )
    .execute()
  for (const { sha256 } of unnamed) {
    const change = await db
      .selectFrom('changes')
      .select('seq')
      .where('entity', '=', 'documents')
      .where((eb) => eb.or([eb('before', 'like', `%${sha256}%`), eb('after', 'like', `%${sha256}%`)]))
      .limit(1)
      .executeTakeFirst()
    if (!change) await db.deleteFrom('documentBytes').where('sha256', '=', sha256).execute()
  }
}
