import type { TimelineEvent } from '../../shared/features/people.ts'
import type { ReadDb } from '../context.ts'
import { askedOften } from '../asked-often.ts'
import { nameOf } from './member-names.ts'
import type { AskedTimeline, LastOfPerson } from './timeline-asked.ts'

const papers = askedOften((db: ReadDb, asked: LastOfPerson) =>
  db
    .selectFrom('documents')
    .select(['id', 'createdAt as at', 'kind', 'title', 'addedById'])
    .where('personId', '=', asked.personId)
    .where('deletedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .limit(asked.limit),
)

/** The papers of a person, when they came in. */
export async function papersOf({ db, personId, limit, names }: AskedTimeline): Promise<TimelineEvent[]> {
  const rows = await papers(db, { personId, limit })
  return rows.map(({ id, at, addedById, ...data }) => ({
    id,
    at,
    kind: 'document',
    referralId: null,
    by: nameOf(names, addedById),
    data,
  }))
}
