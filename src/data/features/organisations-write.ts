import type * as z from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { NewOrganisation, OrganisationFields } from '../../shared/features/organisations.ts'
import { sortKey } from '../../shared/rules/fold.ts'
import { parseSiren, parseSiret } from '../../shared/rules/identifiers.ts'
import { openReferralStates } from '../../shared/rules/referral-transitions.ts'
import type { WriteContext } from '../context.ts'
import { labelOf } from '../labels.ts'
import { knownLandlordFamily } from '../reference/landlords.ts'
import { updateFields } from './conflicts.ts'
import { setContactPoints } from './contact-points.ts'
import { programmesWith } from './programme-parts.ts'
import { emptyAsNull, given } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { placePatch } from './territory.ts'

export type OrganisationPatch = z.output<ReturnType<typeof OrganisationFields.partial>>
type OrganisationRow = NonNullable<Awaited<ReturnType<typeof readRow>>>

/** Writes a new organisation with its contact points; gives its id. A landlord the State's list knows gets its family. */
export async function createOrganisation(tx: WriteContext, input: z.output<typeof NewOrganisation>): Promise<string> {
  const { contactPoints, ...fields } = input
  const columns = columnsOf(tx, fields, null)
  const listed =
    fields.kind === 'landlord' && fields.landlordFamily === undefined && columns.siren
      ? { landlordFamily: knownLandlordFamily(tx.resources, columns.siren) }
      : {}
  const id = await tx.write.insert('organisations', { ...named(input.name), kind: fields.kind, ...columns, ...listed })
  await setContactPoints(tx, { organisationId: id }, contactPoints)
  return id
}

/** Changes the fields that are given; says whether any did change. */
export async function updateOrganisation(
  tx: WriteContext,
  id: string,
  fields: OrganisationPatch,
  basedOn?: number,
): Promise<boolean> {
  const row = await readRow(tx, id)
  if (!row) throw new AppError('notFound', { entity: 'organisations', id })
  if (row.kind === 'landlord' && fields.kind !== undefined && fields.kind !== 'landlord') await refuseInUse(tx, id)
  const columns = columnsOf(tx, fields, row)
  return updateFields(tx, 'organisations', id, columns, new Set(Object.keys(fields)), basedOn)
}

/** To the trash, when nobody is housed, referred or waited for there. The space's own organisation stays. */
export async function trashOrganisation(tx: WriteContext, id: string): Promise<void> {
  if (id === tx.space.ownOrganisationId) {
    throw new AppError('inUse', {
      entity: 'organisations',
      id,
      label: await labelOf(tx.db, 'organisations', id),
      own: true,
    })
  }
  await refuseInUse(tx, id)
  await tx.write.trash('organisations', id)
}

async function refuseInUse(tx: WriteContext, id: string): Promise<void> {
  const people = await countWhere(tx, 'people', id)
  const residences = await countWhere(tx, 'residences', id)
  const referrals = await tx.db
    .selectFrom('referrals')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where((eb) => eb.or([eb('landlordId', '=', id), eb('redirectOrganisationId', '=', id)]))
    .where('state', 'in', openReferralStates)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  const programmes = await programmesWith(tx.db, id)
  if (people + residences + referrals.count + programmes === 0) return
  const label = await labelOf(tx.db, 'organisations', id)
  throw new AppError('inUse', {
    entity: 'organisations',
    id,
    label,
    people,
    residences,
    referrals: referrals.count,
    programmes,
  })
}

async function countWhere(tx: WriteContext, table: 'people' | 'residences', landlordId: string): Promise<number> {
  const row = await tx.db
    .selectFrom(table as 'people')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('landlordId', '=', landlordId)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}

function readRow(tx: WriteContext, id: string) {
  return tx.db
    .selectFrom('organisations')
    .selectAll()
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
}

function columnsOf(tx: WriteContext, said: OrganisationPatch, row: OrganisationRow | null) {
  const { name, kind, landlordFamily, siren, siret, postcode, city, communeCode, ...texts } = said
  refuseSensitiveNumbers({
    name,
    address: said.address,
    addressExtra: said.addressExtra,
    website: said.website,
    note: said.note,
  })
  const isLandlord = (kind ?? row?.kind) === 'landlord'
  const family = isLandlord ? landlordFamily : row?.landlordFamily || landlordFamily ? null : undefined
  return {
    ...given(
      Object.fromEntries(
        Object.entries(texts).map(([field, text]) => [field, text === undefined ? text : emptyAsNull(text)]),
      ) as typeof texts,
    ),
    ...given({ kind, landlordFamily: family }),
    ...(name === undefined ? {} : named(name)),
    ...registration({ siren, siret }, row),
    ...placePatch(tx.resources, { postcode, city, communeCode }, row, true),
  }
}

function named(name: string) {
  return { name: name.trim(), sortKey: sortKey(name, '') }
}

interface Registration {
  readonly siren: string | null | undefined
  readonly siret: string | null | undefined
}

/** SIREN and SIRET by their digits, checked by their keys; a SIRET gives the SIREN, and never another one. */
function registration(
  said: Registration,
  row: { readonly siren: string | null; readonly siret: string | null } | null,
) {
  const siren = said.siren === undefined ? undefined : checked('siren', said.siren)
  const siret = said.siret === undefined ? undefined : checked('siret', said.siret)
  const sirenNow = siren === undefined ? (row?.siren ?? null) : siren
  const siretNow = siret === undefined ? (row?.siret ?? null) : siret
  if (siretNow === null || siretNow.startsWith(sirenNow ?? siretNow)) {
    const missing = sirenNow === null && siretNow !== null
    return given({ siren: missing ? siretNow.slice(0, 9) : siren, siret })
  }
  throw new AppError('invalid', { field: siret === undefined ? 'siren' : 'siret', reason: 'otherSiren' })
}

function checked(field: 'siren' | 'siret', text: string | null): string | null {
  const typed = emptyAsNull(text)
  if (typed === null) return null
  const read = field === 'siren' ? parseSiren(typed) : parseSiret(typed)
  if (!read.ok) throw new AppError('invalid', { field, reason: read.reason })
  return read.value
}
