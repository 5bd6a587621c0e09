import type { SearchHit } from '../../shared/features/search.ts'
import { displayName, fold } from '../../shared/rules/fold.ts'
import type { ReadDb } from '../context.ts'

/** What names a record among the answers to a search. */
interface Named {
  readonly title: string
  readonly subtitle: string | null
}
type Titles = ReadonlyMap<string, Named>

export const titleReaders: Readonly<
  Record<SearchHit['entity'], (db: ReadDb, ids: readonly string[]) => Promise<Titles>>
> = { people, organisations, referrals, residences, programmes, cohorts }

async function people(db: ReadDb, ids: readonly string[]): Promise<Titles> {
  const rows = await db
    .selectFrom('people')
    .leftJoin('organisations', 'organisations.id', 'people.landlordId')
    .select(['people.id', 'firstName', 'lastName', 'people.city', 'organisations.name as landlordName'])
    .where('people.id', 'in', ids)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        title: displayName(row.lastName, row.firstName),
        subtitle: joined(row.city, row.landlordName),
      },
    ]),
  )
}

async function organisations(db: ReadDb, ids: readonly string[]): Promise<Titles> {
  const rows = await db.selectFrom('organisations').select(['id', 'name', 'city']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, { title: row.name, subtitle: row.city }]))
}

/** Its number names it, as the person does: either begins the rank. */
async function referrals(db: ReadDb, ids: readonly string[]): Promise<Titles> {
  const rows = await db
    .selectFrom('referrals')
    .innerJoin('people', 'people.id', 'referrals.personId')
    .leftJoin('organisations', 'organisations.id', 'referrals.landlordId')
    .select(['referrals.id', 'number', 'firstName', 'lastName', 'organisations.name as landlordName'])
    .where('referrals.id', 'in', ids)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        title: `${row.number} · ${displayName(row.lastName, row.firstName)}`,
        subtitle: row.landlordName,
      },
    ]),
  )
}

async function residences(db: ReadDb, ids: readonly string[]): Promise<Titles> {
  const rows = await db
    .selectFrom('residences')
    .innerJoin('organisations', 'organisations.id', 'residences.landlordId')
    .select(['residences.id', 'residences.name', 'code', 'residences.city', 'organisations.name as landlordName'])
    .where('residences.id', 'in', ids)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        title: row.code === null || fold(row.name).includes(fold(row.code)) ? row.name : `${row.name} (${row.code})`,
        subtitle: joined(row.landlordName, row.city),
      },
    ]),
  )
}

async function programmes(db: ReadDb, ids: readonly string[]): Promise<Titles> {
  const rows = await db.selectFrom('programmes').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, { title: row.name, subtitle: null }]))
}

async function cohorts(db: ReadDb, ids: readonly string[]): Promise<Titles> {
  const rows = await db
    .selectFrom('cohorts')
    .innerJoin('programmes', 'programmes.id', 'cohorts.programmeId')
    .select(['cohorts.id', 'cohorts.name', 'programmes.name as programmeName'])
    .where('cohorts.id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, { title: row.name, subtitle: row.programmeName }]))
}

function joined(...parts: readonly (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null && part !== '')
  return said.length === 0 ? null : said.join(' · ')
}
