import { AppError } from '../../shared/errors.ts'
import type { Document, DocumentOwner, ExpiringDocument } from '../../shared/features/documents.ts'
import type { ReadDb } from '../context.ts'
import { labelOf } from '../labels.ts'

const tables = {
  personId: 'people',
  organisationId: 'organisations',
  referralId: 'referrals',
  programmeId: 'programmes',
  cohortId: 'cohorts',
  workshopId: 'workshops',
} as const
type OwnerColumn = keyof typeof tables
const columns = Object.keys(tables) as OwnerColumn[]

/** The column that says whose a paper is. */
export function columnOf(owner: DocumentOwner): { readonly column: OwnerColumn; readonly id: string } {
  const said: Partial<Record<OwnerColumn, string>> = owner
  for (const column of columns) {
    const id = said[column]
    if (id !== undefined) return { column, id }
  }
  throw new AppError('invalid', { field: 'owner' })
}

/** A paper is not put on a record that is not there, or that is in the trash. */
export async function refuseMissingOwner(db: ReadDb, owner: DocumentOwner): Promise<void> {
  const { column, id } = columnOf(owner)
  if (!(await isThere(db, column, id))) throw new AppError('notFound', { entity: tables[column], id })
}

async function isThere(db: ReadDb, column: OwnerColumn, id: string): Promise<boolean> {
  // each of these tables has both columns: which one it is does not matter here
  const row = await db
    .selectFrom(tables[column] as 'people')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

interface Owned {
  readonly document: Document
  readonly owner: Readonly<Record<OwnerColumn, string | null>>
}

/** Those of records still there, with whose they are; a referral is called by its number, a person by their name. */
export async function expiringDocuments(
  db: ReadDb,
  found: readonly Owned[],
  limit: number,
): Promise<ExpiringDocument[]> {
  const shown: ExpiringDocument[] = []
  for (const { document, owner } of found) {
    if (shown.length === limit) break
    const column = columns.find((one) => owner[one] !== null)
    const ownerId = column === undefined ? null : owner[column]
    if (column === undefined || ownerId === null || !(await isThere(db, column, ownerId))) continue
    const ownerEntity = tables[column]
    shown.push({ ...document, ownerEntity, ownerId, ownerLabel: await labelOf(db, ownerEntity, ownerId) })
  }
  return shown
}
