import { AppError } from '../../shared/errors.ts'
import type { Organisation, organisations as contract } from '../../shared/features/organisations.ts'
import { fold } from '../../shared/rules/fold.ts'
import { parseSiren } from '../../shared/rules/identifiers.ts'
import type { LandlordFamily, OrganisationKind } from '../../shared/rules/values.ts'
import type { Handlers, ReadContext, ReadDb, WriteContext } from '../context.ts'
import { idsOfSelection, pageOfIds } from '../list.ts'
import { knownLandlordFamily } from '../reference/landlords.ts'
import { addAffiliation, affiliationsOf, readAffiliation, updateAffiliation } from './affiliations.ts'
import { contactPointsOf, setContactPoints } from './contact-points.ts'
import { organisationList, readOrganisationRows } from './organisations-list.ts'
import { areNearNames } from './organisation-names.ts'
import { readOrganisationTimeline } from './organisations-timeline.ts'
import { createOrganisation, trashOrganisation, updateOrganisation } from './organisations-write.ts'
import { communeName } from './territory.ts'
import { trashEach } from './trash-each.ts'

export const organisations: Handlers<typeof contract> = {
  async list(context, request) {
    const { ids, total, unfiltered } = await pageOfIds(context, organisationList, request)
    return { rows: await readOrganisationRows(context, ids), total, unfiltered }
  },
  async get(context, { id }) {
    return readOrganisation(context, id)
  },
  async timeline({ db }, { id, limit }) {
    return readOrganisationTimeline(db, id, limit)
  },
  async find(context, { text, kinds, limit }) {
    const found = text.trim() === '' ? null : context.engine.foundIds('organisations', text)
    if (text.trim() !== '' && found === null) return []
    const rows = await context.db
      .selectFrom('organisations')
      .select(['id', 'kind', 'name', 'city', 'sortKey'])
      .where('deletedAt', 'is', null)
      .$if(kinds.length > 0, (query) => query.where('kind', 'in', kinds))
      .$if(found !== null, (query) => query.where('id', 'in', found as never))
      .orderBy('sortKey')
      .limit(Math.max(limit, 200))
      .execute()
    const typed = fold(text)
    const ranked = rows.sort((a, b) => Number(b.sortKey.startsWith(typed)) - Number(a.sortKey.startsWith(typed)))
    return ranked
      .slice(0, limit)
      .map(({ id, kind, name, city }) => ({ id, kind: kind as OrganisationKind, name, city }))
  },
  async duplicates({ db }, { excludeId, name, siren }) {
    const read = parseSiren(siren.replace(/\D/g, '').slice(0, 9))
    const rows = await db
      .selectFrom('organisations')
      .select(['id', 'name', 'city', 'siren'])
      .where('deletedAt', 'is', null)
      .orderBy('sortKey')
      .execute()
    const others = rows.filter(({ id }) => id !== excludeId)
    const sameSiren = others.filter((row) => read.ok && row.siren === read.value)
    const nearName = others.filter((row) => !sameSiren.includes(row) && areNearNames(row.name, name))
    return [
      ...sameSiren.map((row) => ({ id: row.id, name: row.name, city: row.city, reason: 'siren' as const })),
      ...nearName.map((row) => ({ id: row.id, name: row.name, city: row.city, reason: 'name' as const })),
    ].slice(0, 20)
  },
  async create(tx, input) {
    return readOrganisation(tx, await createOrganisation(tx, input))
  },
  async update(tx, { id, version, fields }) {
    await updateOrganisation(tx, id, fields, version)
    return { outcome: 'saved', record: await readOrganisation(tx, id) }
  },
  async setContactPoints(tx, { id, contactPoints }) {
    await refuseTrashed(tx, id)
    if (await setContactPoints(tx, { organisationId: id }, contactPoints)) await tx.write.touch('organisations', id)
    return readOrganisation(tx, id)
  },
  async trash(tx, { selection }) {
    const ids = await idsOfSelection(tx, organisationList, selection)
    return trashEach(ids, (id) => trashOrganisation(tx, id))
  },
  async restore(tx, { id }) {
    await tx.write.restore('organisations', id)
    return readOrganisation(tx, id)
  },
  async addContact(tx, input) {
    const id = await addAffiliation(tx, input)
    await tx.write.touch('organisations', input.organisationId)
    return readAffiliation(tx.db, id)
  },
  async updateContact(tx, { id, version, fields }) {
    await updateAffiliation(tx, id, fields, version)
    return { outcome: 'saved', record: await readAffiliation(tx.db, id) }
  },
  async removeContact(tx, { id }) {
    const { organisationId } = await readAffiliation(tx.db, id)
    await tx.write.trash('affiliations', id)
    await tx.write.touch('organisations', organisationId)
    return readOrganisation(tx, organisationId)
  },
}

async function refuseTrashed(tx: WriteContext, id: string): Promise<void> {
  const row = await tx.db
    .selectFrom('organisations')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'organisations', id })
}

/** An organisation and what hangs on it, in the trash or not. */
export async function readOrganisation(context: ReadContext, id: string): Promise<Organisation> {
  const { db, resources, space } = context
  const row = await db.selectFrom('organisations').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'organisations', id })
  const { sortKey: _sortKey, cityKey: _cityKey, ...plain } = row
  const points = await contactPointsOf(db, 'organisationId', [id])
  return {
    ...plain,
    kind: row.kind as OrganisationKind,
    landlordFamily: row.landlordFamily as LandlordFamily | null,
    communeName: communeName(resources, row.communeCode),
    isOwn: id === space.ownOrganisationId,
    isKnownLandlord: row.siren !== null && knownLandlordFamily(resources, row.siren) !== null,
    contactPoints: [...(points.get(id) ?? [])],
    contacts: await affiliationsOf(db, id),
    residences: await countOfLandlord(db, 'residences', id),
    people: await countOfLandlord(db, 'people', id),
    referrals: await countOfLandlord(db, 'referrals', id),
  }
}

async function countOfLandlord(
  db: ReadDb,
  table: 'people' | 'residences' | 'referrals',
  landlordId: string,
): Promise<number> {
  const row = await db
    .selectFrom(table as 'people')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('landlordId', '=', landlordId)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}
