import type { SearchHit } from '../../shared/features/search.ts'
import { displayName, fold } from '../../shared/rules/fold.ts'
import type { ReadDb } from '../context.ts'

/** A record that answers a search, with what ranks it and what names it. */
export interface Candidate {
  readonly id: string
  readonly title: string
  readonly subtitle: string | null
  readonly sortKey: string
}

export const candidateReaders: Readonly<
  Record<SearchHit['entity'], (db: ReadDb, ids: readonly string[]) => Promise<readonly Candidate[]>>
> = { people, organisations, referrals, residences }

async function people(db: ReadDb, ids: readonly string[]): Promise<readonly Candidate[]> {
  const rows = await db
    .selectFrom('people')
    .leftJoin('organisations', 'organisations.id', 'people.landlordId')
    .select([
      'people.id',
      'firstName',
      'lastName',
      'people.sortKey',
      'people.city',
      'organisations.name as landlordName',
    ])
    .where('people.id', 'in', ids)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: displayName(row.lastName, row.firstName),
    subtitle: joined(row.city, row.landlordName),
    sortKey: row.sortKey,
  }))
}

async function organisations(db: ReadDb, ids: readonly string[]): Promise<readonly Candidate[]> {
  const rows = await db
    .selectFrom('organisations')
    .select(['id', 'name', 'sortKey', 'city'])
    .where('id', 'in', ids)
    .execute()
  return rows.map((row) => ({ id: row.id, title: row.name, subtitle: row.city, sortKey: row.sortKey }))
}

/** Its number names it, as the person does: either begins the rank. */
async function referrals(db: ReadDb, ids: readonly string[]): Promise<readonly Candidate[]> {
  const rows = await db
    .selectFrom('referrals')
    .innerJoin('people', 'people.id', 'referrals.personId')
    .leftJoin('organisations', 'organisations.id', 'referrals.landlordId')
    .select(['referrals.id', 'number', 'firstName', 'lastName', 'people.sortKey', 'organisations.name as landlordName'])
    .where('referrals.id', 'in', ids)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: `${row.number} · ${displayName(row.lastName, row.firstName)}`,
    subtitle: row.landlordName,
    sortKey: row.sortKey,
  }))
}

async function residences(db: ReadDb, ids: readonly string[]): Promise<readonly Candidate[]> {
  const rows = await db
    .selectFrom('residences')
    .innerJoin('organisations', 'organisations.id', 'residences.landlordId')
    .select([
      'residences.id',
      'residences.name',
      'residences.sortKey',
      'code',
      'residences.city',
      'organisations.name as landlordName',
    ])
    .where('residences.id', 'in', ids)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.code === null || fold(row.name).includes(fold(row.code)) ? row.name : `${row.name} (${row.code})`,
    subtitle: joined(row.landlordName, row.city),
    sortKey: row.sortKey,
  }))
}

function joined(...parts: readonly (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null && part !== '')
  return said.length === 0 ? null : said.join(' · ')
}
