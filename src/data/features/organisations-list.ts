import type { LandlordFamily, OrganisationKind } from '../../shared/rules/values.ts'
import { openReferralStates } from '../../shared/rules/referral-transitions.ts'
import type { OrganisationRow } from '../../shared/features/organisations.ts'
import type { ContactPointKind } from '../../shared/rules/values.ts'
import { organisationListFields } from '../../shared/rules/lists.ts'
import type { ReadContext, ReadDb } from '../context.ts'
import { inOrder } from '../list.ts'
import type { ListDefinition, ListField } from '../list-definition.ts'
import { contactPointsOf, firstValue } from './contact-points.ts'
import { phoneDigits } from './people-list.ts'

/** How the list of organisations is filtered and sorted. */
export const organisationList: ListDefinition<'organisations'> = {
  table: 'organisations',
  descriptions: organisationListFields,
  defaultSort: { field: 'name', direction: 'asc' },
  ties: 'name',
  fields: {
    name: { value: (eb) => eb.ref('organisations.sortKey'), folded: true, indexed: true },
    kind: { value: (eb) => eb.ref('organisations.kind') },
    siren: { value: (eb) => eb.ref('organisations.siren'), typed: withoutSpaces },
    siret: { value: (eb) => eb.ref('organisations.siret'), typed: withoutSpaces },
    landlordFamily: { value: (eb) => eb.ref('organisations.landlordFamily') },
    postcode: { value: (eb) => eb.ref('organisations.postcode') },
    city: { value: (eb) => eb.ref('organisations.cityKey'), folded: true },
    phone: { ...contactPoint('phone'), typed: phoneDigits },
    email: contactPoint('email'),
    createdAt: { value: (eb) => eb.ref('organisations.createdAt') },
    updatedAt: { value: (eb) => eb.ref('organisations.updatedAt') },
  },
}

/** What the list shows of these organisations, in their order. */
export async function readOrganisationRows({ db }: ReadContext, ids: readonly string[]): Promise<OrganisationRow[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('organisations')
    .select([
      'id',
      'version',
      'kind',
      'name',
      'siren',
      'siret',
      'landlordFamily',
      'postcode',
      'city',
      'createdAt',
      'updatedAt',
    ])
    .where('id', 'in', ids)
    .execute()
  const points = await contactPointsOf(db, 'organisationId', ids)
  const contacts = await contactCounts(db, ids)
  const referrals = await openReferralCounts(db, ids)
  const read = rows.map((row) => ({
    ...row,
    kind: row.kind as OrganisationKind,
    landlordFamily: row.landlordFamily as LandlordFamily | null,
    phone: firstValue(points.get(row.id), 'phone'),
    email: firstValue(points.get(row.id), 'email'),
    contacts: contacts.get(row.id) ?? 0,
    openReferrals: referrals.get(row.id) ?? 0,
  }))
  return inOrder(ids, read)
}

async function contactCounts(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('affiliations')
    .innerJoin('people', 'people.id', 'affiliations.personId')
    .select((eb) => ['affiliations.organisationId', eb.fn.countAll<number>().as('count')])
    .where('affiliations.organisationId', 'in', ids)
    .where('affiliations.endedOn', 'is', null)
    .where('affiliations.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .groupBy('affiliations.organisationId')
    .execute()
  return new Map(rows.map((row) => [row.organisationId, row.count]))
}

async function openReferralCounts(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('referrals')
    .select((eb) => ['landlordId', eb.fn.countAll<number>().as('count')])
    .where('landlordId', 'in', ids)
    .where('state', 'in', openReferralStates)
    .where('deletedAt', 'is', null)
    .groupBy('landlordId')
    .execute()
  return new Map(rows.map((row) => [row.landlordId ?? '', row.count]))
}

function contactPoint(kind: ContactPointKind): ListField<'organisations'> {
  return {
    value: (eb) => eb.val(null),
    some: (eb, passes) =>
      eb(
        'organisations.id',
        'in',
        eb
          .selectFrom('contactPoints')
          .select((inner) => inner.ref('contactPoints.organisationId').$notNull().as('organisationId'))
          .where('contactPoints.organisationId', 'is not', null)
          .where('contactPoints.kind', '=', kind)
          .where('contactPoints.deletedAt', 'is', null)
          .where((inner) => passes(inner.ref('contactPoints.value'))),
      ),
  }
}

function withoutSpaces(text: string): string {
  return text.replace(/[\s.%_]/g, '')
}
