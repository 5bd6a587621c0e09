import { nameOf } from './member-names.ts'
import type { AskedTimeline } from './timeline-asked.ts'

/** What was exchanged with someone, or with an organisation and its people: the latest first. */
export async function interactionsOf(
  { db, limit, names }: Pick<AskedTimeline, 'db' | 'limit' | 'names'>,
  owner: { readonly personId: string } | { readonly organisationId: string },
  /** Null for all of them; else those of this moment and after. */
  since: string | null = null,
) {
  const rows = await db
    .selectFrom('interactions')
    .leftJoin('organisations', 'organisations.id', 'interactions.organisationId')
    .select([
      'interactions.id',
      'interactions.at',
      'interactions.memberId',
      'interactions.kind as what',
      'minutes',
      'result',
      'interactions.note',
      'organisations.name as organisationName',
    ])
    // a person's own name, on each line of their page, would be a third of what it weighs
    .$if('organisationId' in owner, (query) =>
      query
        .leftJoin('people', 'people.id', 'interactions.personId')
        .select(['interactions.personId', 'interactions.organisationId', 'people.firstName', 'people.lastName']),
    )
    .$if(since !== null, (query) => query.where('interactions.at', '>=', since ?? ''))
    .where((eb) =>
      'personId' in owner
        ? eb('interactions.personId', '=', owner.personId)
        : eb('interactions.organisationId', '=', owner.organisationId),
    )
    .where('interactions.deletedAt', 'is', null)
    .orderBy('interactions.at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, at, memberId, ...data }) => ({
    id,
    at,
    kind: 'interaction' as const,
    referralId: null,
    by: nameOf(names, memberId),
    data,
  }))
}
