import type { ExpressionBuilder } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import type { Support } from '../../shared/features/supports.ts'
import type { SupportEndReason } from '../../shared/rules/coaching.ts'
import type { IsoDay } from '../../shared/rules/days.ts'
import type { ReadContext } from '../context.ts'
import type { Schema } from '../schema.ts'

type Eb = ExpressionBuilder<Schema, 'supports'>
type Query = ReturnType<typeof supportRows>

/** Spells that `narrow` chooses, in its order, with what their sessions add up to. */
export async function readSupports(context: ReadContext, narrow: (query: Query) => Query): Promise<Support[]> {
  const rows = await narrow(supportRows(context)).execute()
  return rows.map(({ endReason, sessions, minutes, ...row }) => ({
    ...row,
    endReason: endReason as SupportEndReason | null, // checked when it was written
    sessions: Number(sessions ?? 0),
    minutes: Number(minutes ?? 0),
  }))
}

export async function readSupport(context: ReadContext, id: string): Promise<Support> {
  const [found] = await readSupports(context, (query) => query.where('supports.id', '=', id))
  if (!found) throw new AppError('notFound', { entity: 'supports', id })
  return found
}

function supportRows({ db, today }: ReadContext) {
  return db
    .selectFrom('supports')
    .innerJoin('people', 'people.id', 'supports.personId')
    .innerJoin('members', 'members.id', 'supports.coachId')
    .leftJoin('programmes', 'programmes.id', 'supports.programmeId')
    .select([
      'supports.id',
      'supports.version',
      'supports.personId',
      'people.firstName',
      'people.lastName',
      'supports.coachId',
      'members.name as coachName',
      'supports.programmeId',
      'programmes.name as programmeName',
      'supports.startedOn',
      'supports.endedOn',
      'supports.endReason',
      'supports.endNote',
      'supports.previousId',
      'supports.handoverNote',
      'supports.personWords',
      'supports.coachWords',
    ])
    .select((eb) => [
      held(eb)
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .as('sessions'),
      held(eb)
        .select((inner) => inner.fn.sum<number>('sessions.minutes').as('minutes'))
        .as('minutes'),
      held(eb)
        .select((inner) => inner.fn.max('sessions.heldOn').as('lastOn'))
        .as('lastSessionOn'),
      nextOne(eb, today()).as('nextSessionOn'),
    ])
    .where('supports.deletedAt', 'is', null)
}

function held(eb: Eb) {
  return eb
    .selectFrom('sessions')
    .whereRef('sessions.supportId', '=', 'supports.id')
    .where('sessions.state', '=', 'held')
    .where('sessions.deletedAt', 'is', null)
}

function nextOne(eb: Eb, today: IsoDay) {
  return eb
    .selectFrom('sessions')
    .select((inner) => inner.fn.min('sessions.heldOn').as('nextOn'))
    .whereRef('sessions.supportId', '=', 'supports.id')
    .where('sessions.state', '=', 'planned')
    .where('sessions.heldOn', '>=', today)
    .where('sessions.deletedAt', 'is', null)
}
