import { AppError } from '../../shared/errors.ts'
import type { programmes as contract } from '../../shared/features/programmes.ts'
import type { Signature } from '../../shared/endpoint.ts'
import type { ReadDb, WriteContext } from '../context.ts'
import { labelOf } from '../labels.ts'
import { emptyAsNull } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { refuseBackwards, refuseGone } from './live-records.ts'
import { setParts } from './set-parts.ts'
import { refuseSettledFunder } from './settled-months.ts'

type InputOf<Endpoint> = Endpoint extends Signature<infer _Kind, infer Input, infer _Output> ? Input : never
type Partners = InputOf<(typeof contract)['setPartners']>['partners']
type Actions = InputOf<(typeof contract)['setFundedActions']>['fundedActions']
type Goals = InputOf<(typeof contract)['setGoals']>['goals']

/** Known by what they are, an organisation in a role, and never changed into another. */
export async function setPartners(tx: WriteContext, programmeId: string, partners: Partners): Promise<boolean> {
  const before = await tx.db
    .selectFrom('programmePartners')
    .select(['id', 'organisationId', 'role'])
    .where('programmeId', '=', programmeId)
    .where('deletedAt', 'is', null)
    .execute()
  const wanted = new Map(partners.map((partner) => [`${partner.organisationId} ${partner.role}`, partner]))
  const known = new Map(before.map(({ id, organisationId, role }) => [`${organisationId} ${role}`, id]))
  for (const [key, { organisationId }] of wanted) {
    if (!known.has(key)) await refuseGone(tx.db, 'organisations', organisationId)
  }
  return setParts(tx, {
    entity: 'programmePartners',
    before,
    wanted: [...wanted].map(([key, partner]) => ({ id: known.get(key) ?? null, row: { programmeId, ...partner } })),
  })
}

/** The lines of funding, each in euros: an action that hours count for already stays. */
export async function setFundedActions(tx: WriteContext, programmeId: string, actions: Actions): Promise<boolean> {
  const before = await tx.db
    .selectFrom('fundedActions')
    .select(['id', 'funderId'])
    .where('programmeId', '=', programmeId)
    .where('deletedAt', 'is', null)
    .execute()
  const funders = new Set(before.map(({ funderId }) => funderId))
  const funderOf = new Map(before.map(({ id, funderId }) => [id, funderId]))
  for (const [place, action] of actions.entries()) {
    refuseSensitiveNumbers({
      [`fundedActions.${place}.title`]: action.title,
      [`fundedActions.${place}.code`]: action.code,
    })
    refuseBackwards(action.startsOn, action.endsOn, `fundedActions.${place}.endsOn`)
    if (!funders.has(action.funderId)) await refuseGone(tx.db, 'organisations', action.funderId)
    if (action.id !== null && funderOf.get(action.id) !== action.funderId) await refuseSettledFunder(tx, action.id)
  }
  return setParts(tx, {
    entity: 'fundedActions',
    before,
    wanted: actions.map(({ id, code, ...action }) => ({
      id,
      row: { programmeId, currency: 'EUR', code: emptyAsNull(code), ...action },
    })),
    refuse: (id) => refuseCountedFor(tx.db, id),
  })
}

export async function setGoals(tx: WriteContext, programmeId: string, goals: Goals): Promise<boolean> {
  const before = await tx.db
    .selectFrom('programmeGoals')
    .select('id')
    .where('programmeId', '=', programmeId)
    .where('deletedAt', 'is', null)
    .execute()
  for (const [place, { label }] of goals.entries()) refuseSensitiveNumbers({ [`goals.${place}.label`]: label })
  return setParts(tx, {
    entity: 'programmeGoals',
    before,
    wanted: goals.map(({ id, label, ...goal }, position) => ({
      id,
      row: { programmeId, label: emptyAsNull(label), position, ...goal },
    })),
  })
}

/** How many programmes an organisation takes part in, pays for, or holds workshops of. */
export async function programmesWith(db: ReadDb, organisationId: string): Promise<number> {
  const linked = (table: 'programmePartners' | 'fundedActions', column: 'organisationId' | 'funderId') =>
    db
      .selectFrom(table as 'programmePartners')
      .select('programmeId')
      .where(column as 'organisationId', '=', organisationId)
      .where('deletedAt', 'is', null)
  const trains = db
    .selectFrom('workshops')
    .innerJoin('cohorts', 'cohorts.id', 'workshops.cohortId')
    .select('cohorts.programmeId')
    .where('trainerOrganisationId', '=', organisationId)
    .where('workshops.deletedAt', 'is', null)
  const { count } = await db
    .selectFrom('programmes')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('deletedAt', 'is', null)
    .where((eb) =>
      eb.or([
        eb('id', 'in', linked('programmePartners', 'organisationId')),
        eb('id', 'in', linked('fundedActions', 'funderId')),
        eb('id', 'in', trains),
      ]),
    )
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function refuseCountedFor(db: ReadDb, id: string): Promise<void> {
  const workshops = await db
    .selectFrom('workshopFundings')
    .innerJoin('workshops', 'workshops.id', 'workshopFundings.workshopId')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('fundedActionId', '=', id)
    .where('workshopFundings.deletedAt', 'is', null)
    .where('workshops.deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  const sessions = await db
    .selectFrom('sessionFundings')
    .innerJoin('sessions', 'sessions.id', 'sessionFundings.sessionId')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('fundedActionId', '=', id)
    .where('sessionFundings.deletedAt', 'is', null)
    .where('sessions.deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(workshops.count) + Number(sessions.count) === 0) return
  const label = await labelOf(db, 'fundedActions', id)
  throw new AppError('inUse', {
    entity: 'fundedActions',
    id,
    label,
    workshops: workshops.count,
    sessions: sessions.count,
  })
}
