import type { TimelineEvent } from '../../shared/features/people.ts'
import type { ReadDb } from '../context.ts'

/** The papers of a person, when they came in. */
export async function papersOf(db: ReadDb, personId: string, limit: number): Promise<TimelineEvent[]> {
  const rows = await db
    .selectFrom('documents')
    .leftJoin('members', 'members.id', 'documents.addedById')
    .select(['documents.id', 'documents.createdAt as at', 'documents.kind', 'title', 'members.name as by'])
    .where('personId', '=', personId)
    .where('documents.deletedAt', 'is', null)
    .orderBy('documents.createdAt', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, at, by, ...data }) => ({ id, at, kind: 'document', referralId: null, by, data }))
}
