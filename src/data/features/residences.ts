import type { Expression, ExpressionBuilder } from 'kysely'
import type * as z from 'zod'
import { AppError } from '../../shared/errors.ts'
import type {
  NewResidence,
  Residence,
  ResidenceFields,
  residences as contract,
} from '../../shared/features/organisations.ts'
import { fold, sortKey } from '../../shared/rules/fold.ts'
import { parseResidenceCode } from '../../shared/rules/identifiers.ts'
import { openReferralStates } from '../../shared/rules/referral-transitions.ts'
import type { QpvState } from '../../shared/rules/values.ts'
import { residenceListFields } from '../../shared/rules/lists.ts'
import type { Handlers, ReadContext, ReadDb, WriteContext } from '../context.ts'
import { labelOf } from '../labels.ts'
import { idsOfSelection, inOrder, pageOfIds } from '../list.ts'
import type { ListDefinition } from '../list-definition.ts'
import type { Schema } from '../schema.ts'
import { updateFields } from './conflicts.ts'
import { emptyAsNull, given } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { refuseNoLandlord } from './housing.ts'
import { checkedQpvCode, communeName, placePatch, qpvName } from './territory.ts'
import { trashEach } from './trash-each.ts'

export const residences: Handlers<typeof contract> = {
  async list(context, request) {
    const { ids, total, unfiltered } = await pageOfIds(context, residenceList, request)
    return { rows: await readResidenceRows(context, ids), total, unfiltered }
  },
  async find(context, { text, landlordId, limit }) {
    const found = text.trim() === '' ? null : context.engine.foundIds('residences', text)
    if (text.trim() !== '' && found === null) return []
    const rows = await context.db
      .selectFrom('residences')
      .innerJoin('organisations', 'organisations.id', 'residences.landlordId')
      .select([
        'residences.id',
        'residences.name',
        'code',
        'residences.city',
        'landlordId',
        'organisations.name as landlordName',
        'residences.sortKey',
      ])
      .where('residences.deletedAt', 'is', null)
      .$if(landlordId !== null, (query) => query.where('landlordId', '=', landlordId ?? ''))
      .$if(found !== null, (query) => query.where('residences.id', 'in', found as never))
      .orderBy('residences.sortKey')
      .limit(Math.max(limit, 200))
      .execute()
    const typed = fold(text)
    const begins = (row: (typeof rows)[number]) =>
      row.sortKey.startsWith(typed) || fold(row.code ?? '').startsWith(typed)
    const ranked = rows.sort((a, b) => Number(begins(b)) - Number(begins(a)))
    return ranked.slice(0, limit)
  },
  async get(context, { id }) {
    return readResidence(context, id)
  },
  async create(tx, input) {
    return readResidence(tx, await createResidence(tx, input))
  },
  async update(tx, { id, version, fields }) {
    await updateResidence(tx, id, fields, version)
    return { outcome: 'saved', record: await readResidence(tx, id) }
  },
  async trash(tx, { selection }) {
    const ids = await idsOfSelection(tx, residenceList, selection)
    return trashEach(ids, async (id) => {
      await refuseInUse(tx, id)
      await tx.write.trash('residences', id)
    })
  },
  async restore(tx, { id }) {
    const row = await tx.db
      .selectFrom('residences')
      .select(['landlordId', 'code'])
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) throw new AppError('notFound', { entity: 'residences', id })
    await refuseNoLandlord(tx.db, row.landlordId)
    await refuseSameCode(tx.db, row.landlordId, row.code, id)
    await tx.write.restore('residences', id)
    return readResidence(tx, id)
  },
}

export type ResidencePatch = z.output<ReturnType<typeof ResidenceFields.partial>>
type ResidenceRow = NonNullable<Awaited<ReturnType<typeof readRow>>>
type Eb = ExpressionBuilder<Schema, 'residences'>

export const residenceList: ListDefinition<'residences'> = {
  table: 'residences',
  descriptions: residenceListFields,
  defaultSort: { field: 'name', direction: 'asc' },
  ties: 'name',
  fields: {
    name: { value: (eb) => eb.ref('residences.sortKey'), folded: true, indexed: true },
    code: { value: (eb) => eb.ref('residences.code') },
    landlordId: { value: (eb) => eb.ref('residences.landlordId') },
    landlordName: {
      value: (eb) => landlordColumn(eb, 'name'),
      sortBy: (eb) => landlordColumn(eb, 'sortKey'),
      some: (eb, passes) =>
        eb(
          'residences.landlordId',
          'in',
          eb
            .selectFrom('organisations')
            .select('organisations.id')
            .where((inner) => passes(inner.ref('organisations.name'))),
        ),
    },
    address: { value: (eb) => eb.ref('residences.address') },
    postcode: { value: (eb) => eb.ref('residences.postcode') },
    city: { value: (eb) => eb.ref('residences.cityKey'), folded: true },
    qpvState: { value: (eb) => eb.ref('residences.qpvState') },
    qpvCode: { value: (eb) => eb.ref('residences.qpvCode') },
    people: {
      value: (eb) =>
        eb
          .selectFrom('people')
          .select((inner) => inner.fn.countAll<number>().as('count'))
          .whereRef('people.residenceId', '=', 'residences.id')
          .where('people.deletedAt', 'is', null)
          .$asScalar(),
    },
  },
}

/** Residences with what the list and their page show, in the order of the ids. */
export async function readResidenceRows({ db, resources }: ReadContext, ids: readonly string[]): Promise<Residence[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('residences')
    .innerJoin('organisations', 'organisations.id', 'residences.landlordId')
    .selectAll('residences')
    .select('organisations.name as landlordName')
    .where('residences.id', 'in', ids)
    .execute()
  const people = await peopleCounts(db, ids)
  const read = rows.map(({ sortKey: _sortKey, cityKey: _cityKey, ...row }) => ({
    ...row,
    qpvState: row.qpvState as QpvState,
    communeName: communeName(resources, row.communeCode),
    qpvName: qpvName(resources, row.qpvCode),
    people: people.get(row.id) ?? 0,
  }))
  return inOrder(ids, read)
}

export async function createResidence(tx: WriteContext, input: z.output<typeof NewResidence>): Promise<string> {
  await refuseNoLandlord(tx.db, input.landlordId)
  const columns = columnsOf(tx, input, null)
  await refuseSameCode(tx.db, input.landlordId, columns.code ?? null, null)
  const required = { landlordId: input.landlordId, ...named(input.name), qpvState: 'toCheck' }
  return tx.write.insert('residences', { ...required, ...columns })
}

/** Changes the fields that are given; the people of a residence follow it to another landlord. */
export async function updateResidence(
  tx: WriteContext,
  id: string,
  fields: ResidencePatch,
  basedOn?: number,
): Promise<boolean> {
  const row = await readRow(tx, id)
  if (!row) throw new AppError('notFound', { entity: 'residences', id })
  const columns = columnsOf(tx, fields, row)
  const landlordId = columns.landlordId ?? row.landlordId
  if (landlordId !== row.landlordId) await refuseNoLandlord(tx.db, landlordId)
  await refuseSameCode(tx.db, landlordId, columns.code === undefined ? row.code : columns.code, id)
  const changed = await updateFields(tx, 'residences', id, columns, new Set(Object.keys(fields)), basedOn)
  if (landlordId !== row.landlordId) {
    const housed = await tx.db
      .selectFrom('people')
      .select('id')
      .where('residenceId', '=', id)
      .where('deletedAt', 'is', null)
      .execute()
    for (const person of housed) await tx.write.update('people', person.id, { landlordId })
  }
  return changed
}

function readRow(tx: WriteContext, id: string) {
  return tx.db
    .selectFrom('residences')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
}

async function readResidence(context: ReadContext, id: string): Promise<Residence> {
  const [found] = await readResidenceRows(context, [id])
  if (!found) throw new AppError('notFound', { entity: 'residences', id })
  return found
}

function columnsOf(tx: WriteContext, said: ResidencePatch, row: ResidenceRow | null) {
  const { name, code, address, landlordId, postcode, city, communeCode, qpvState, qpvCode } = said
  refuseSensitiveNumbers({ name, address })
  return {
    ...given({ landlordId, address: address === undefined ? address : emptyAsNull(address) }),
    ...(name === undefined ? {} : named(name)),
    ...(code === undefined ? {} : { code: checkedCode(code) }),
    ...placePatch(tx.resources, { postcode, city, communeCode }, row),
    ...(qpvState === undefined && qpvCode === undefined ? {} : neighbourhood({ qpvState, qpvCode }, row)),
  }
}

function named(name: string) {
  return { name: name.trim(), sortKey: sortKey(name, '') }
}

function checkedCode(text: string | null): string | null {
  const typed = emptyAsNull(text)
  if (typed === null) return null
  const read = parseResidenceCode(typed)
  if (!read.ok) throw new AppError('invalid', { field: 'code', reason: read.reason })
  return read.value
}

function neighbourhood(
  said: { readonly qpvState: QpvState | undefined; readonly qpvCode: string | null | undefined },
  row: ResidenceRow | null,
) {
  const qpvState = said.qpvState ?? row?.qpvState ?? 'toCheck'
  if (qpvState !== 'in') return { qpvState, qpvCode: null }
  const qpvCode = checkedQpvCode(said.qpvCode === undefined ? (row?.qpvCode ?? null) : emptyAsNull(said.qpvCode))
  if (qpvCode === null) throw new AppError('invalid', { field: 'qpvCode', reason: 'empty' })
  return { qpvState, qpvCode }
}

/** A landlord's code names one of its residences. */
async function refuseSameCode(
  db: ReadDb,
  landlordId: string,
  code: string | null,
  exceptId: string | null,
): Promise<void> {
  if (code === null) return
  const other = await db
    .selectFrom('residences')
    .select(['id', 'name'])
    .where('landlordId', '=', landlordId)
    .where('code', '=', code)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (other && other.id !== exceptId)
    throw new AppError('alreadyExists', { field: 'code', id: other.id, label: other.name })
}

async function refuseInUse(tx: WriteContext, id: string): Promise<void> {
  const people = (await peopleCounts(tx.db, [id])).get(id) ?? 0
  const referrals = await tx.db
    .selectFrom('referrals')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('residenceId', '=', id)
    .where('state', 'in', openReferralStates)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (people + referrals.count === 0) return
  throw new AppError('inUse', {
    entity: 'residences',
    id,
    label: await labelOf(tx.db, 'residences', id),
    people,
    referrals: referrals.count,
  })
}

async function peopleCounts(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('people')
    .select((eb) => ['residenceId', eb.fn.countAll<number>().as('count')])
    .where('residenceId', 'in', ids)
    .where('deletedAt', 'is', null)
    .groupBy('residenceId')
    .execute()
  return new Map(rows.map((row) => [row.residenceId ?? '', row.count]))
}

function landlordColumn(eb: Eb, column: 'name' | 'sortKey'): Expression<string | null> {
  return eb
    .selectFrom('organisations')
    .select(`organisations.${column}`)
    .whereRef('organisations.id', '=', 'residences.landlordId')
    .$asScalar()
}
