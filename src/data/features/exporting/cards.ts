import type { Progress } from '../../../shared/endpoint.ts'
import { AppError } from '../../../shared/errors.ts'
import type { ListExport } from '../../../shared/features/exports.ts'
import type { ContactPoint } from '../../../shared/features/people.ts'
import type { JobContext, ReadDb } from '../../context.ts'
import { writeNewFile } from '../../files/new-file.ts'
import { type Card, type CardAddress, vcard } from '../../files/vcard.ts'
import { letOthersGo } from '../../letting-go.ts'
import { progressing } from '../../progressing.ts'
import { contactPointsOf } from '../contact-points.ts'
import { asFileError } from './file-errors.ts'
import { fileWords } from './file-words.ts'
import { type Left, noteLeft } from './write-table.ts'

interface AskedCards extends Pick<ListExport, 'list' | 'path' | 'locale' | 'recipient' | 'purpose'> {
  readonly ids: AsyncIterable<readonly string[]>
  readonly total: number
}

/**
 * Cards for an address book: names and ways to reach, and nothing else of what is known of someone. An organisation
 * comes with the people to ask for there.
 */
export async function* exportCards(
  job: JobContext,
  asked: AskedCards,
  signal: AbortSignal,
): AsyncGenerator<Progress, Left, undefined> {
  const { list, path, total } = asked
  if (list !== 'people' && list !== 'organisations') throw new AppError('invalid', { field: 'format' })
  const read = list === 'people' ? cardsOfPeople : cardsOfOrganisations
  const written = yield* progressing(async (report) => {
    let rows = 0
    const sha256 = await writeNewFile(path, async (file) => {
      let done = 0
      for await (const ids of asked.ids) {
        if (signal.aborted) throw new AppError('cancelled')
        const cards = await read(job.db, ids)
        await file.write(Buffer.from(cards.map(vcard).join(''), 'utf8'))
        rows += cards.length
        done += ids.length
        report({ step: 'write', done, total })
        await letOthersGo()
      }
    }).catch((error: unknown) => {
      throw asFileError(error)
    })
    return { rows, sha256 }
  })
  await noteLeft(job, { ...asked, what: list }, { ...written, columns: fileWords[asked.locale].cardColumns })
  return { path, rows: written.rows, leftOut: 0 }
}

async function cardsOfPeople(db: ReadDb, ids: readonly string[]): Promise<readonly Card[]> {
  const rows = await db
    .selectFrom('people')
    .select(['id', 'lastName', 'firstName', 'address', 'addressExtra', 'postcode', 'city'])
    .where('id', 'in', ids)
    .execute()
  const points = await contactPointsOf(db, 'personId', ids)
  const cards = new Map(
    rows.map((row): [string, Card] => {
      const { id, lastName, firstName } = row
      const reach = reachOf(points.get(id))
      return [id, { ...nobody, id, lastName, firstName, ...reach, address: addressOf('home', row) }]
    }),
  )
  return inOrder(ids, cards)
}

async function cardsOfOrganisations(db: ReadDb, ids: readonly string[]): Promise<readonly Card[]> {
  const rows = await db
    .selectFrom('organisations')
    .select(['id', 'name', 'address', 'addressExtra', 'postcode', 'city', 'website'])
    .where('id', 'in', ids)
    .execute()
  const points = await contactPointsOf(db, 'organisationId', ids)
  const contacts = await contactsOf(db, ids)
  const cards = new Map(
    rows.map((row): [string, Card] => {
      const { id, name, website } = row
      const reach = reachOf(points.get(id))
      return [id, { ...nobody, id, organisation: name, ...reach, address: addressOf('work', row), website }]
    }),
  )
  return inOrder(ids, cards).flatMap((card) => [
    card,
    ...(contacts.get(card.id) ?? []).map((contact) => ({ ...contact, organisation: card.organisation })),
  ])
}

/** Those who are still there; their own address stays out of what is about their work. */
async function contactsOf(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Card[]>> {
  const rows = await db
    .selectFrom('affiliations')
    .innerJoin('people', 'people.id', 'affiliations.personId')
    .select(['affiliations.organisationId', 'people.id', 'lastName', 'firstName', 'title'])
    .where('affiliations.organisationId', 'in', ids)
    .where('affiliations.endedOn', 'is', null)
    .where('affiliations.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .orderBy('people.sortKey')
    .execute()
  if (rows.length === 0) return new Map()
  const points = await contactPointsOf(
    db,
    'personId',
    rows.map(({ id }) => id),
  )
  const found = new Map<string, Card[]>()
  for (const { organisationId, ...person } of rows) {
    const cards = found.get(organisationId) ?? []
    cards.push({ ...nobody, ...person, ...reachOf(points.get(person.id)) })
    found.set(organisationId, cards)
  }
  return found
}

const nobody: Omit<Card, 'id'> = {
  lastName: '',
  firstName: '',
  organisation: null,
  title: null,
  phones: [],
  emails: [],
  address: null,
  website: null,
}

/** The preferred ones come first. */
function reachOf(points: readonly ContactPoint[] = []): Pick<Card, 'phones' | 'emails'> {
  const sorted = points.toSorted((a, b) => Number(b.preferred) - Number(a.preferred))
  const values = (kind: ContactPoint['kind']) => sorted.flatMap((one) => (one.kind === kind ? [one.value] : []))
  return { phones: values('phone'), emails: values('email') }
}

function addressOf(
  place: CardAddress['place'],
  row: Readonly<Record<'address' | 'addressExtra' | 'postcode' | 'city', string | null>>,
): CardAddress | null {
  const { address, addressExtra, postcode, city } = row
  if (address === null && postcode === null && city === null) return null
  return { place, street: address ?? '', extra: addressExtra ?? '', city: city ?? '', postcode: postcode ?? '' }
}

function inOrder(ids: readonly string[], cards: ReadonlyMap<string, Card>): readonly Card[] {
  return ids.flatMap((id) => cards.get(id) ?? [])
}
