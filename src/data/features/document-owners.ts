import { AppError } from '../../shared/errors.ts'
import type { DocumentOwner } from '../../shared/features/documents.ts'
import type { IsoDay } from '../../shared/rules/days.ts'
import type { ReadDb } from '../context.ts'

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

/** What a paper belongs to: one record. */
export function ownerOf(row: Readonly<Record<OwnerColumn, string | null>>) {
  for (const column of columns) {
    const id = row[column]
    if (id !== null) return { entity: tables[column], id }
  }
  return null
}

/** Papers whose last day is this one or before, of records still there, and that no later one of the same kind and person replaces. */
export function expiringPapers(db: ReadDb, until: IsoDay) {
  return (
    db
      .selectFrom('documents')
      .leftJoin('people', 'people.id', 'documents.personId')
      .leftJoin('organisations', 'organisations.id', 'documents.organisationId')
      .leftJoin('referrals', 'referrals.id', 'documents.referralId')
      .leftJoin('programmes', 'programmes.id', 'documents.programmeId')
      .leftJoin('cohorts', 'cohorts.id', 'documents.cohortId')
      .leftJoin('workshops', 'workshops.id', 'documents.workshopId')
      .where('documents.expiresOn', '<=', until)
      .where('documents.deletedAt', 'is', null)
      // a record in the trash, and the papers with it
      .where('people.deletedAt', 'is', null)
      .where('organisations.deletedAt', 'is', null)
      .where('referrals.deletedAt', 'is', null)
      .where('programmes.deletedAt', 'is', null)
      .where('cohorts.deletedAt', 'is', null)
      .where('workshops.deletedAt', 'is', null)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('documents as later')
              .select('later.id')
              .whereRef('later.personId', '=', 'documents.personId')
              .whereRef('later.kind', '=', 'documents.kind')
              .where('later.kind', '<>', 'other') // of any kind: one says nothing of another
              .whereRef('later.id', '<>', 'documents.id')
              .where('later.deletedAt', 'is', null)
              .where((inner) =>
                inner.or([
                  inner('later.expiresOn', 'is', null),
                  inner('later.expiresOn', '>', inner.ref('documents.expiresOn')),
                ]),
              )
              .whereRef('later.createdAt', '>=', 'documents.createdAt'),
          ),
        ),
      )
  )
}
