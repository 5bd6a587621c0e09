import type { TimelineEvent } from '../../shared/features/people.ts'
import { nameOf } from './member-names.ts'
import type { AskedTimeline } from './timeline-asked.ts'

/** The papers of a person, when they came in. */
export async function papersOf({ db, personId, limit, names }: AskedTimeline): Promise<TimelineEvent[]> {
  const rows = await db
    .selectFrom('documents')
    .select(['id', 'createdAt as at', 'kind', 'title', 'addedById'])
    .where('personId', '=', personId)
    .where('deletedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, at, addedById, ...data }) => ({
    id,
    at,
    kind: 'document',
    referralId: null,
    by: nameOf(names, addedById),
    data,
  }))
}
