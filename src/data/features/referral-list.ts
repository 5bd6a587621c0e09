import type { Filter, PageRequest } from '../../shared/features/lists.ts'
import type { ReferralRow } from '../../shared/features/referrals.ts'
import type { ReferralState } from '../../shared/rules/referral-transitions.ts'
import type { SpaceKind } from '../../shared/rules/values.ts'
import { referralListFields } from '../../shared/rules/lists.ts'
import type { ReadContext, ReadDb } from '../context.ts'
import { inOrder, pageOfIds } from '../list.ts'
import type { ListDefinition } from '../list-definition.ts'
import { agreementToShow, agreementsOf } from './referral-agreements.ts'
import { attemptsOf, deadlineToday, expiryToday } from './referral-clocks.ts'
import { nextStatesOf } from './referral-read.ts'

const never = '9999-12-31' // after every date: what is not due comes last

export const referralList: ListDefinition<'referrals'> = {
  table: 'referrals',
  descriptions: referralListFields,
  defaultSort: { field: 'createdAt', direction: 'desc' },
  foundThrough: [
    { table: 'organisations', link: (eb) => eb.ref('referrals.landlordId') },
    { table: 'residences', link: (eb) => eb.ref('referrals.residenceId') },
  ],
  fields: {
    number: { value: (eb) => eb.ref('referrals.number') },
    name: {
      value: (eb) =>
        eb.selectFrom('people').select('people.sortKey').whereRef('people.id', '=', 'referrals.personId').$asScalar(),
      folded: true,
    },
    state: { value: (eb) => eb.ref('referrals.state'), leads: true },
    landlordId: { value: (eb) => eb.ref('referrals.landlordId') },
    landlordName: {
      value: (eb) =>
        eb
          .selectFrom('organisations')
          .select('organisations.name')
          .whereRef('organisations.id', '=', 'referrals.landlordId')
          .$asScalar(),
      sortBy: (eb) =>
        eb
          .selectFrom('organisations')
          .select('organisations.sortKey')
          .whereRef('organisations.id', '=', 'referrals.landlordId')
          .$asScalar(),
    },
    residenceName: {
      value: (eb) =>
        eb
          .selectFrom('residences')
          .select('residences.name')
          .whereRef('residences.id', '=', 'referrals.residenceId')
          .$asScalar(),
    },
    officerName: { value: (eb) => eb.ref('referrals.officerName') },
    motive: { value: (eb) => eb.ref('referrals.motive') },
    project: { value: (eb) => eb.ref('referrals.project') },
    projectStage: { value: (eb) => eb.ref('referrals.projectStage') },
    needs: { value: (eb) => eb.ref('referrals.needs'), list: true },
    sentOn: { value: (eb) => eb.ref('referrals.sentOn') },
    receivedOn: { value: (eb) => eb.ref('referrals.receivedOn') },
    decidedOn: { value: (eb) => eb.ref('referrals.decidedOn') },
    reasons: { value: (eb) => eb.ref('referrals.reasons'), list: true },
    assignedToId: { value: (eb) => eb.ref('referrals.assignedToId') },
    assignedTo: {
      value: (eb) =>
        eb
          .selectFrom('members')
          .select('members.name')
          .whereRef('members.id', '=', 'referrals.assignedToId')
          .$asScalar(),
    },
    dueOn: {
      value: (eb) => eb.ref('referrals.dueOn'),
      sortBy: (eb) => eb.fn.coalesce('referrals.dueOn', eb.val(never)),
    },
    dueFirst: { value: (eb) => eb.ref('referrals.dueOn') }, // a column of the board: all of it is due, or nothing
    rank: { value: (eb) => eb.ref('referrals.rank') },
    entryQpvState: { value: (eb) => eb.ref('referrals.entryQpvState') },
    stateSince: { value: (eb) => eb.ref('referrals.stateSince') },
    createdAt: { value: (eb) => eb.ref('referrals.createdAt'), indexed: true },
  },
}

export async function listReferrals(context: ReadContext, request: PageRequest) {
  const { ids, total, unfiltered } = await pageOfIds(context, referralList, request)
  return { rows: await referralRows(context, ids), total, unfiltered }
}

/** What each kind of space works on, in the order of the path. */
const boardStates: Readonly<Record<SpaceKind, readonly ReferralState[]>> = {
  association: ['received', 'contacting', 'met', 'waitlisted'],
  landlord: ['draft', 'sent', 'received', 'contacting', 'met', 'waitlisted'],
}

export async function readBoard(
  context: ReadContext,
  { filter, limit }: { readonly filter: Filter; readonly limit: number },
) {
  const columns = []
  for (const state of boardStates[context.space.kind]) {
    const ofState: Filter = {
      ...filter,
      conditions: [...filter.conditions, { field: 'state', operator: 'is', value: state }],
    }
    const sort = [{ field: state === 'waitlisted' ? 'rank' : 'dueFirst', direction: 'asc' as const }]
    const { ids, total } = await pageOfIds(context, referralList, {
      filter: ofState,
      sort,
      offset: 0,
      limit: Math.max(1, limit),
    })
    columns.push({ state, ids, total })
  }
  const rows = await referralRows(
    context,
    columns.flatMap(({ ids }) => ids),
  )
  return columns.map(({ state, ids, total }) => ({ state, total, rows: inOrder(ids, rows) }))
}

/** The rows of a page, in the order of their ids: a handful of queries whatever their number. */
export async function referralRows(context: ReadContext, ids: readonly string[]): Promise<ReferralRow[]> {
  if (ids.length === 0) return []
  const { db, space } = context
  const today = context.today()
  const levels = space.settings.serviceLevels
  const rows = await readRows(db, ids)
  const phones = await phonesOf(
    db,
    rows.map((row) => row.personId),
  )
  const attempts = groupBy(await attemptsOf(db, ids), (attempt) => attempt.referralId)
  const agreements = groupBy(await agreementsOf(db, ids), (agreement) => agreement.referralId)
  const built = rows.map((row): ReferralRow => {
    const state = row.state as ReferralState
    const tried = attempts.get(row.id) ?? []
    return {
      ...row,
      state,
      motive: row.motive as ReferralRow['motive'],
      entryQpvState: row.entryQpvState as ReferralRow['entryQpvState'],
      needs: JSON.parse(row.needs) as string[],
      reasons: JSON.parse(row.reasons) as string[],
      phone: phones.get(row.personId) ?? null,
      attempts: tried.length,
      deadline: deadlineToday(row, today, levels),
      agreementOn: agreementToShow(agreements.get(row.id) ?? [], today)?.givenOn ?? null,
      nextStates: nextStatesOf(state, space.kind, expiryToday(row, tried, today, levels)),
    }
  })
  return inOrder(ids, built)
}

function readRows(db: ReadDb, ids: readonly string[]) {
  return db
    .selectFrom('referrals')
    .innerJoin('people', 'people.id', 'referrals.personId')
    .leftJoin('organisations', 'organisations.id', 'referrals.landlordId')
    .leftJoin('residences', 'residences.id', 'referrals.residenceId')
    .leftJoin('members', 'members.id', 'referrals.assignedToId')
    .select([
      'referrals.id',
      'referrals.version',
      'referrals.number',
      'referrals.state',
      'referrals.stateSince',
      'referrals.clockFrom',
      'referrals.dueOn',
      'referrals.dueRule',
      'referrals.personId',
      'referrals.landlordId',
      'referrals.officerName',
      'referrals.motive',
      'referrals.project',
      'referrals.projectStage',
      'referrals.needs',
      'referrals.sentOn',
      'referrals.receivedOn',
      'referrals.decidedOn',
      'referrals.reasons',
      'referrals.rank',
      'referrals.assignedToId',
      'referrals.entryQpvState',
      'referrals.entryQpvCode',
      'referrals.createdAt',
      'referrals.updatedAt',
      'people.firstName',
      'people.lastName',
      'organisations.name as landlordName',
      'residences.name as residenceName',
      'members.name as assignedTo',
    ])
    .where('referrals.id', 'in', ids)
    .execute()
}

/** The preferred phone of each person, else the first. */
async function phonesOf(db: ReadDb, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const points = await db
    .selectFrom('contactPoints')
    .select(['personId', 'value'])
    .where('personId', 'in', personIds)
    .where('kind', '=', 'phone')
    .where('deletedAt', 'is', null)
    .orderBy('preferred')
    .orderBy('position', 'desc')
    .execute()
  return new Map(points.map(({ personId, value }) => [personId ?? '', value])) // the last one written stays
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
