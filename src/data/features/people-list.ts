import type { Expression, ExpressionBuilder } from 'kysely'
import type { PersonRow } from '../../shared/features/people.ts'
import { phoneSearchDigits } from '../../shared/rules/phone.ts'
import type { ContactPointKind, QpvState } from '../../shared/rules/values.ts'
import { personListFields } from '../../shared/rules/lists.ts'
import type { ReadContext, ReadDb } from '../context.ts'
import { inOrder } from '../list.ts'
import type { ListDefinition, ListField } from '../list-definition.ts'
import { rowByRow } from '../list-query.ts'
import type { Schema } from '../schema.ts'
import { contactPointsOf, firstValue } from './contact-points.ts'
import { tagsOf } from './tags.ts'
import { qpvName } from './territory.ts'

type Field = ListField<'people'>
type Eb = ExpressionBuilder<Schema, 'people'>

/** How the list of people is filtered and sorted; what the list shows of each is read by id. */
export const peopleList: ListDefinition<'people'> = {
  table: 'people',
  descriptions: personListFields,
  defaultSort: { field: 'name', direction: 'asc' },
  ties: 'name',
  fields: {
    name: { value: (eb) => eb.ref('people.sortKey'), folded: true, indexed: true },
    birthYear: { value: (eb) => eb.ref('people.birthYear'), indexed: true, leads: true },
    gender: { value: (eb) => eb.ref('people.gender') },
    phone: { ...contactPoint('phone'), typed: phoneDigits },
    email: contactPoint('email'),
    postcode: { value: (eb) => eb.ref('people.postcode'), indexed: true, leads: true },
    city: { value: (eb) => eb.ref('people.cityKey'), folded: true, indexed: true, leads: true },
    qpvState: { value: (eb) => eb.ref('people.qpvState'), indexed: true, leads: true },
    qpvCode: { value: (eb) => eb.ref('people.qpvCode'), indexed: true, leads: true },
    ruralityClass: { value: (eb) => eb.ref('people.ruralityClass') },
    landlordName: {
      value: landlordName,
      sortBy: landlordSortKey,
      some: (eb, passes) =>
        eb(
          'people.landlordId',
          'in',
          eb
            .selectFrom('organisations')
            .select('organisations.id')
            .where((inner) => passes(inner.ref('organisations.name'))),
        ),
    },
    residenceName: {
      value: residenceName,
      some: (eb, passes) =>
        eb(
          'people.residenceId',
          'in',
          eb
            .selectFrom('residences')
            .select('residences.id')
            .where((inner) => passes(inner.ref('residences.name'))),
        ),
    },
    status: profileField('status'),
    education: profileField('education'),
    project: profileField('project'),
    projectStage: profileField('projectStage'),
    tags: {
      value: (eb) => eb.val(null),
      folded: true,
      some: (eb, passes) =>
        eb(
          rowByRow(eb.ref('people.id')),
          'in',
          eb
            .selectFrom('taggings')
            .innerJoin('tags', 'tags.id', 'taggings.tagId')
            .select('taggings.personId')
            .where('taggings.deletedAt', 'is', null)
            .where((inner) => passes(inner.ref('tags.foldedName'))),
        ),
    },
    lastReferralState: { value: lastReferralState },
    createdAt: { value: (eb) => eb.ref('people.createdAt'), indexed: true },
    updatedAt: { value: (eb) => eb.ref('people.updatedAt'), indexed: true },
  },
}

/** What the list shows of these people, in their order: a few queries, whatever their number. */
export async function readPersonRows({ db, resources }: ReadContext, ids: readonly string[]): Promise<PersonRow[]> {
  if (ids.length === 0) return []
  const rows = await peopleRows(db, ids)
  const points = await contactPointsOf(db, 'personId', ids)
  const tags = await tagsOf(db, ids)
  const states = await lastReferralStates(db, ids)
  const read = rows.map((row) => ({
    ...row,
    qpvState: row.qpvState as QpvState,
    qpvName: qpvName(resources, row.qpvCode),
    phone: firstValue(points.get(row.id), 'phone'),
    email: firstValue(points.get(row.id), 'email'),
    tags: (tags.get(row.id) ?? []).map((tag) => tag.name),
    lastReferralState: states.get(row.id) ?? null,
  }))
  return inOrder(ids, read)
}

function peopleRows(db: ReadDb, ids: readonly string[]) {
  return db
    .selectFrom('people')
    .leftJoin('participantProfiles', (join) =>
      join.onRef('participantProfiles.personId', '=', 'people.id').on('participantProfiles.deletedAt', 'is', null),
    )
    .leftJoin('organisations', 'organisations.id', 'people.landlordId')
    .leftJoin('residences', 'residences.id', 'people.residenceId')
    .select([
      'people.id',
      'people.version',
      'people.firstName',
      'people.lastName',
      'people.birthYear',
      'people.gender',
      'people.postcode',
      'people.city',
      'people.qpvState',
      'people.qpvCode',
      'people.ruralityClass',
      'people.landlordId',
      'organisations.name as landlordName',
      'people.residenceId',
      'residences.name as residenceName',
      'participantProfiles.status',
      'participantProfiles.education',
      'participantProfiles.project',
      'participantProfiles.projectStage',
      'people.createdAt',
      'people.updatedAt',
    ])
    .where('people.id', 'in', ids)
    .execute()
}

async function lastReferralStates(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('referrals')
    .select(['personId', 'state'])
    .where('personId', 'in', ids)
    .where('deletedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ personId, state }) => [personId, state]))
}

function contactPoint(kind: ContactPointKind): Field {
  return {
    value: (eb) =>
      eb
        .selectFrom('contactPoints')
        .select('contactPoints.value')
        .whereRef('contactPoints.personId', '=', 'people.id')
        .where('contactPoints.kind', '=', kind)
        .where('contactPoints.deletedAt', 'is', null)
        .orderBy('contactPoints.preferred', 'desc')
        .orderBy('contactPoints.position')
        .limit(1)
        .$asScalar(),
    some: (eb, passes) =>
      eb(
        rowByRow(eb.ref('people.id')),
        'in',
        eb
          .selectFrom('contactPoints')
          .select((inner) => inner.ref('contactPoints.personId').$notNull().as('personId'))
          .where('contactPoints.personId', 'is not', null)
          .where('contactPoints.kind', '=', kind)
          .where('contactPoints.deletedAt', 'is', null)
          .where((inner) => passes(inner.ref('contactPoints.value'))),
      ),
  }
}

/** Any part of a number, in the writing of the one who looks for it. */
export function phoneDigits(text: string): string {
  const digits = phoneSearchDigits(text)
  return digits === '' ? text : digits.replace(/^0/, '')
}

function profileField(column: 'status' | 'education' | 'project' | 'projectStage'): Field {
  return {
    value: (eb) =>
      eb
        .selectFrom('participantProfiles')
        .select(`participantProfiles.${column}`)
        .whereRef('participantProfiles.personId', '=', 'people.id')
        .where('participantProfiles.deletedAt', 'is', null)
        .$asScalar(),
    some: (eb, passes) =>
      eb(
        rowByRow(eb.ref('people.id')),
        'in',
        eb
          .selectFrom('participantProfiles')
          .select('participantProfiles.personId')
          .where('participantProfiles.deletedAt', 'is', null)
          .where((inner) => passes(inner.ref(`participantProfiles.${column}`))),
      ),
  }
}

function landlordName(eb: Eb): Expression<string | null> {
  return eb
    .selectFrom('organisations')
    .select('organisations.name')
    .whereRef('organisations.id', '=', 'people.landlordId')
    .$asScalar()
}

function landlordSortKey(eb: Eb): Expression<string | null> {
  return eb
    .selectFrom('organisations')
    .select('organisations.sortKey')
    .whereRef('organisations.id', '=', 'people.landlordId')
    .$asScalar()
}

function residenceName(eb: Eb): Expression<string | null> {
  return eb
    .selectFrom('residences')
    .select('residences.name')
    .whereRef('residences.id', '=', 'people.residenceId')
    .$asScalar()
}

function lastReferralState(eb: Eb): Expression<string | null> {
  return eb
    .selectFrom('referrals')
    .select('referrals.state')
    .whereRef('referrals.personId', '=', 'people.id')
    .where('referrals.deletedAt', 'is', null)
    .orderBy('referrals.createdAt', 'desc')
    .orderBy('referrals.id', 'desc')
    .limit(1)
    .$asScalar()
}
