import { AppError } from '../../shared/errors.ts'
import type { Affiliation } from '../../shared/features/organisations.ts'
import type { ReadDb, WriteContext } from '../context.ts'
import { addContactPoints, contactPointsOf, firstValue } from './contact-points.ts'
import { emptyAsNull } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { createPerson } from './people-write.ts'

interface NewContact {
  readonly organisationId: string
  readonly personId: string | null
  readonly firstName: string
  readonly lastName: string
  readonly title: string | null
  readonly phone: string
  readonly email: string
  readonly startedOn: string | null
}
interface ContactPatch {
  readonly title?: string | null | undefined
  readonly startedOn?: string | null | undefined
  readonly endedOn?: string | null | undefined
}

/** The people of an organisation: those still there, then those who left, the last to leave first. */
export async function affiliationsOf(db: ReadDb, organisationId: string): Promise<Affiliation[]> {
  const rows = await rowsOf(db)
    .where('affiliations.organisationId', '=', organisationId)
    .where('people.deletedAt', 'is', null)
    .orderBy((eb) => eb.case().when('affiliations.endedOn', 'is', null).then(0).else(1).end())
    .orderBy('affiliations.endedOn', 'desc')
    .orderBy('people.sortKey')
    .execute()
  return withContactPoints(db, rows)
}

export async function readAffiliation(db: ReadDb, id: string): Promise<Affiliation> {
  const rows = await rowsOf(db).where('affiliations.id', '=', id).execute()
  const [found] = await withContactPoints(db, rows)
  if (!found) throw new AppError('notFound', { entity: 'affiliations', id })
  return found
}

/** Someone known, or someone new, takes their place in an organisation; how to reach them stays theirs. */
export async function addAffiliation(tx: WriteContext, input: NewContact): Promise<string> {
  const { organisationId, title, startedOn, phone, email } = input
  refuseSensitiveNumbers({ title })
  await refuseMissing(tx.db, 'organisations', organisationId)
  const contactPoints = [
    ...(phone === '' ? [] : [{ id: null, kind: 'phone' as const, value: phone, label: null, preferred: false }]),
    ...(email === '' ? [] : [{ id: null, kind: 'email' as const, value: email, label: null, preferred: false }]),
  ]
  if (input.personId === null) {
    const { firstName, lastName } = input
    const personId = await createPerson(tx, { firstName, lastName, contactPoints, tags: [] })
    return tx.write.insert('affiliations', { personId, organisationId, title: emptyAsNull(title), startedOn })
  }
  const { personId } = input
  await refuseMissing(tx.db, 'people', personId)
  await refuseAnother(tx.db, { personId, organisationId }, null)
  if (await addContactPoints(tx, { personId }, contactPoints)) await tx.write.touch('people', personId)
  return tx.write.insert('affiliations', { personId, organisationId, title: emptyAsNull(title), startedOn })
}

export async function updateAffiliation(
  tx: WriteContext,
  id: string,
  fields: ContactPatch,
  basedOn: number,
): Promise<void> {
  const row = await tx.db
    .selectFrom('affiliations')
    .select(['personId', 'organisationId', 'startedOn', 'endedOn'])
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'affiliations', id })
  refuseSensitiveNumbers({ title: fields.title })
  const startedOn = fields.startedOn === undefined ? row.startedOn : fields.startedOn
  const endedOn = fields.endedOn === undefined ? row.endedOn : fields.endedOn
  if (startedOn !== null && endedOn !== null && endedOn < startedOn) throw new AppError('invalid', { field: 'endedOn' })
  if (endedOn === null && row.endedOn !== null) await refuseAnother(tx.db, row, id)
  const title = fields.title === undefined ? {} : { title: emptyAsNull(fields.title) }
  await tx.write.update('affiliations', id, { ...title, startedOn, endedOn }, basedOn)
}

/** Someone has one place at a time in an organisation; those they left are kept. */
async function refuseAnother(
  db: ReadDb,
  { personId, organisationId }: { readonly personId: string; readonly organisationId: string },
  exceptId: string | null,
): Promise<void> {
  const held = await db
    .selectFrom('affiliations')
    .select('id')
    .where('personId', '=', personId)
    .where('organisationId', '=', organisationId)
    .where('endedOn', 'is', null)
    .where('deletedAt', 'is', null)
    .execute()
  const another = held.find(({ id }) => id !== exceptId)
  if (another) throw new AppError('alreadyExists', { entity: 'affiliations', id: another.id })
}

async function refuseMissing(db: ReadDb, entity: 'organisations' | 'people', id: string): Promise<void> {
  const row = await db
    .selectFrom(entity as 'people')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity, id })
}

function rowsOf(db: ReadDb) {
  return db
    .selectFrom('affiliations')
    .innerJoin('people', 'people.id', 'affiliations.personId')
    .innerJoin('organisations', 'organisations.id', 'affiliations.organisationId')
    .select([
      'affiliations.id',
      'affiliations.version',
      'affiliations.personId',
      'affiliations.organisationId',
      'people.firstName',
      'people.lastName',
      'organisations.name as organisationName',
      'affiliations.title',
      'affiliations.startedOn',
      'affiliations.endedOn',
    ])
    .where('affiliations.deletedAt', 'is', null)
}

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number]

async function withContactPoints(db: ReadDb, rows: readonly Row[]): Promise<Affiliation[]> {
  if (rows.length === 0) return []
  const points = await contactPointsOf(
    db,
    'personId',
    rows.map(({ personId }) => personId),
  )
  return rows.map((row) => ({
    ...row,
    phone: firstValue(points.get(row.personId), 'phone'),
    email: firstValue(points.get(row.personId), 'email'),
  }))
}
