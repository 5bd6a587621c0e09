import type { OrganisationEvent } from '../../shared/features/organisations.ts'
import type { ReadDb } from '../context.ts'
import { interactionsOf } from './interactions-timeline.ts'
import { memberNames } from './member-names.ts'

/** What happened with an organisation, newest first: its record, those one speaks to, the referrals of a landlord. */
export async function readOrganisationTimeline(
  db: ReadDb,
  organisationId: string,
  limit: number,
): Promise<OrganisationEvent[]> {
  const found = await Promise.all([
    creation(db, organisationId),
    contacts(db, organisationId),
    moves(db, organisationId, limit),
    interactionsOf({ db, limit, names: await memberNames(db) }, { organisationId }),
  ])
  return found
    .flat()
    .sort((a, b) => (a.at === b.at ? Number(a.id < b.id) - Number(a.id > b.id) : a.at < b.at ? 1 : -1))
    .slice(0, limit)
}

async function creation(db: ReadDb, organisationId: string): Promise<OrganisationEvent[]> {
  const row = await db
    .selectFrom('changes')
    .leftJoin('members', 'members.id', 'changes.actorId')
    .select(['changes.id', 'changes.at', 'changes.origin', 'members.name as by'])
    .where('entity', '=', 'organisations')
    .where('recordId', '=', organisationId)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  if (!row) return []
  return [{ id: row.id, at: row.at.slice(0, 24), kind: 'created', by: row.by, data: { origin: row.origin } }]
}

/** Only those whose day is known: the others stand in the list of contacts. */
async function contacts(db: ReadDb, organisationId: string): Promise<OrganisationEvent[]> {
  const rows = await db
    .selectFrom('affiliations')
    .innerJoin('people', 'people.id', 'affiliations.personId')
    .select(['affiliations.id', 'personId', 'firstName', 'lastName', 'title', 'startedOn', 'endedOn'])
    .where('organisationId', '=', organisationId)
    .where('affiliations.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .execute()
  return rows.flatMap(({ id, startedOn, endedOn, ...data }) => [
    ...(startedOn === null
      ? []
      : [{ id: `${id}-started`, at: startedOn, kind: 'contactStarted' as const, by: null, data }]),
    ...(endedOn === null ? [] : [{ id: `${id}-ended`, at: endedOn, kind: 'contactEnded' as const, by: null, data }]),
  ])
}

async function moves(db: ReadDb, landlordId: string, limit: number): Promise<OrganisationEvent[]> {
  const rows = await db
    .selectFrom('referrals')
    .innerJoin('referralMoves', 'referralMoves.referralId', 'referrals.id')
    .innerJoin('people', 'people.id', 'referrals.personId')
    .leftJoin('members', 'members.id', 'referralMoves.memberId')
    .select((eb) => [
      'referralMoves.id',
      'referralMoves.at',
      'referralMoves.referralId',
      'referralMoves.toState',
      eb.fn.coalesce('members.name', 'referralMoves.byName').as('by'),
      'referrals.number',
      'referrals.personId',
      'people.firstName',
      'people.lastName',
    ])
    .where('referrals.landlordId', '=', landlordId)
    .where('referrals.deletedAt', 'is', null)
    .where('referralMoves.deletedAt', 'is', null)
    .orderBy('referralMoves.at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, at, by, ...data }) => ({ id, at, kind: 'referralMove', by, data }))
}
