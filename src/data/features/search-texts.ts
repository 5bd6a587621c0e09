import type { SearchHit } from '../../shared/features/search.ts'
import { logoKind } from '../../shared/rules/logos.ts'
import { formatPhone } from '../../shared/rules/phone.ts'
import type { ReadDb } from '../context.ts'
import { contactPointsOf } from './contact-points.ts'
import { tagsOf } from './tags.ts'

type Texts = ReadonlyMap<string, readonly string[]>

/** The texts of a record, besides its title, in which a search may have found its words; notes first. */
export const textReaders: Readonly<
  Record<SearchHit['entity'], (db: ReadDb, ids: readonly string[]) => Promise<Texts>>
> = {
  people,
  organisations,
  referrals,
  residences,
  programmes,
  cohorts,
}

async function people(db: ReadDb, ids: readonly string[]): Promise<Texts> {
  const rows = await db
    .selectFrom('people')
    .leftJoin('participantProfiles', (join) =>
      join.onRef('participantProfiles.personId', '=', 'people.id').on('participantProfiles.deletedAt', 'is', null),
    )
    .select(['people.id', 'note', 'project', 'city', 'birthName'])
    .where('people.id', 'in', ids)
    .execute()
  const points = await contactPointsOf(db, 'personId', ids)
  const tags = await tagsOf(db, ids)
  const papers = await papersOf(db, 'personId', ids)
  return new Map(
    rows.map((row) => [
      row.id,
      texts(
        row.note,
        row.project,
        row.birthName,
        ...reach(points.get(row.id)),
        ...(tags.get(row.id) ?? []).map(({ name }) => name),
        row.city,
        ...(papers.get(row.id) ?? []),
      ),
    ]),
  )
}

async function organisations(db: ReadDb, ids: readonly string[]): Promise<Texts> {
  const rows = await db
    .selectFrom('organisations')
    .select(['id', 'note', 'siren', 'siret', 'city'])
    .where('id', 'in', ids)
    .execute()
  const points = await contactPointsOf(db, 'organisationId', ids)
  const papers = await papersOf(db, 'organisationId', ids)
  return new Map(
    rows.map((row) => [
      row.id,
      texts(row.note, row.siren, row.siret, ...reach(points.get(row.id)), row.city, ...(papers.get(row.id) ?? [])),
    ]),
  )
}

async function referrals(db: ReadDb, ids: readonly string[]): Promise<Texts> {
  const rows = await db
    .selectFrom('referrals')
    .select(['id', 'note', 'project', 'goal', 'officerName'])
    .where('id', 'in', ids)
    .execute()
  const papers = await papersOf(db, 'referralId', ids)
  return new Map(
    rows.map((row) => [row.id, texts(row.note, row.project, row.goal, row.officerName, ...(papers.get(row.id) ?? []))]),
  )
}

async function residences(db: ReadDb, ids: readonly string[]): Promise<Texts> {
  const rows = await db.selectFrom('residences').select(['id', 'address', 'city']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, texts(row.address, row.city)]))
}

async function programmes(db: ReadDb, ids: readonly string[]): Promise<Texts> {
  const rows = await db.selectFrom('programmes').select(['id', 'aim', 'note']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, texts(row.note, row.aim)]))
}

async function cohorts(db: ReadDb, ids: readonly string[]): Promise<Texts> {
  const rows = await db.selectFrom('cohorts').select(['id', 'place', 'note']).where('id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, texts(row.note, row.place)]))
}

function reach(points: readonly { readonly kind: string; readonly value: string }[] | undefined): readonly string[] {
  return (points ?? []).map(({ kind, value }) => (kind === 'phone' ? formatPhone(value) : value))
}

function texts(...found: readonly (string | null)[]): readonly string[] {
  return found.filter((text) => text !== null && text !== '') as string[]
}

/** What their papers are called, title and file. */
async function papersOf(
  db: ReadDb,
  column: 'personId' | 'organisationId' | 'referralId',
  ids: readonly string[],
): Promise<Texts> {
  const rows = await db
    .selectFrom('documents')
    .select([column, 'title', 'fileName'])
    .where(column, 'in', ids)
    .where('kind', '!=', logoKind)
    .where('deletedAt', 'is', null)
    .execute()
  const found = new Map<string, string[]>()
  for (const { [column]: ownerId, title, fileName } of rows) {
    const names = found.get(ownerId ?? '') ?? []
    names.push(title, fileName)
    found.set(ownerId ?? '', names)
  }
  return found
}
