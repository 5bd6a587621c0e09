import { AppError } from '../../../shared/errors.ts'
import type { ImportKind, ImportRun } from '../../../shared/features/imports.ts'
import type { ReadDb } from '../../context.ts'

const mostShown = 500

function runs(db: ReadDb) {
  return db
    .selectFrom('imports')
    .leftJoin('members', 'members.id', 'imports.memberId')
    .select([
      'imports.id',
      'imports.kind',
      'imports.fileName',
      'imports.createdAt as at',
      'members.name as by',
      'imports.created',
      'imports.updated',
      'imports.unchanged',
      'imports.refused',
      'imports.batchId',
      'imports.undoneAt',
    ])
    .where('imports.deletedAt', 'is', null)
}

export async function readRun(db: ReadDb, id: string): Promise<ImportRun> {
  const run = await runs(db).where('imports.id', '=', id).executeTakeFirst()
  if (!run) throw new AppError('notFound', { entity: 'imports', id })
  return { ...run, kind: run.kind as ImportKind }
}

export async function readRuns(db: ReadDb): Promise<ImportRun[]> {
  const found = await runs(db)
    .orderBy('imports.createdAt', 'desc')
    .orderBy('imports.id', 'desc')
    .limit(mostShown)
    .execute()
  return found.map((run) => ({ ...run, kind: run.kind as ImportKind }))
}
