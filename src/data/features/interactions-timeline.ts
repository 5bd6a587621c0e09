import type { ReadDb } from '../context.ts'

/** What was exchanged with someone, or with an organisation and its people: the latest first. */
export async function interactionsOf(
  db: ReadDb,
  owner: { readonly personId: string } | { readonly organisationId: string },
  limit: number,
) {
  const rows = await db
    .selectFrom('interactions')
    .leftJoin('members', 'members.id', 'interactions.memberId')
    .leftJoin('people', 'people.id', 'interactions.personId')
    .leftJoin('organisations', 'organisations.id', 'interactions.organisationId')
    .select([
      'interactions.id',
      'interactions.at',
      'members.name as by',
      'interactions.kind as what',
      'minutes',
      'result',
      'interactions.note',
      'organisations.name as organisationName',
    ])
    // a person's own name, on each line of their page, would be a third of what it weighs
    .$if('organisationId' in owner, (query) =>
      query.select(['interactions.personId', 'interactions.organisationId', 'people.firstName', 'people.lastName']),
    )
    .where((eb) =>
      'personId' in owner
        ? eb('interactions.personId', '=', owner.personId)
        : eb('interactions.organisationId', '=', owner.organisationId),
    )
    .where('interactions.deletedAt', 'is', null)
    .orderBy('interactions.at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, at, by, ...data }) => ({ id, at, kind: 'interaction' as const, referralId: null, by, data }))
}
