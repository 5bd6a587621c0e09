import type { ExpressionBuilder } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import type { Session } from '../../shared/features/sessions.ts'
import { type CoachingTheme, type SessionMode, type SessionState, isToWriteUp } from '../../shared/rules/coaching.ts'
import type { IsoDay } from '../../shared/rules/days.ts'
import type { ReadContext, ReadDb } from '../context.ts'
import type { Schema } from '../schema.ts'

type Query = ReturnType<typeof sessionRows>

/** Sessions that `narrow` chooses, in its order, with what pays for them and what they promised. */
export async function readSessions(context: ReadContext, narrow: (query: Query) => Query): Promise<Session[]> {
  const { db, today } = context
  const rows = await narrow(sessionRows(db)).execute()
  const ids = rows.map(({ id }) => id)
  const fundings = await fundingsOf(db, ids)
  const steps = await nextStepsOf(db, ids)
  return rows.map(({ state, mode, themes, ...row }) => {
    const step = steps.get(row.id)
    // the closed lists were checked when these codes were written
    const said = { state: state as SessionState, mode: mode as SessionMode }
    return {
      ...row,
      ...said,
      themes: JSON.parse(themes) as CoachingTheme[],
      nextStepOn: step?.dueOn ?? null,
      nextStepDone: step !== undefined && step.doneOn !== null,
      writtenUp: row.writtenUpOn !== null,
      toWriteUp: isToWriteUp({ ...row, ...said }, today()),
      fundings: fundings.get(row.id) ?? [],
    }
  })
}

export async function readSession(context: ReadContext, id: string): Promise<Session> {
  const [found] = await readSessions(context, (query) => query.where('sessions.id', '=', id))
  if (!found) throw new AppError('notFound', { entity: 'sessions', id })
  return found
}

/** The same rule as `isToWriteUp`, for the database. */
export function toWriteUp(eb: ExpressionBuilder<Schema, 'sessions'>, today: IsoDay) {
  return eb.and([
    eb('sessions.writtenUpOn', 'is', null),
    eb('sessions.state', 'in', ['held', 'planned']), // said apart, so that their index is used
    eb.or([eb('sessions.state', '=', 'held'), eb('sessions.heldOn', '<', today)]),
  ])
}

function sessionRows(db: ReadDb) {
  return db
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.personId')
    .innerJoin('members', 'members.id', 'sessions.coachId')
    .select([
      'sessions.id',
      'sessions.version',
      'sessions.personId',
      'people.firstName',
      'people.lastName',
      'sessions.supportId',
      'sessions.coachId',
      'members.name as coachName',
      'sessions.state',
      'sessions.heldOn',
      'sessions.startTime',
      'sessions.minutes',
      'sessions.mode',
      'sessions.place',
      'sessions.themes',
      'sessions.privateNote',
      'sessions.shareableNote',
      'sessions.nextStep',
      'sessions.writtenUpOn',
      'sessions.updatedAt',
    ])
    .where('sessions.deletedAt', 'is', null)
}

async function fundingsOf(db: ReadDb, ids: readonly string[]): Promise<ReadonlyMap<string, Session['fundings']>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('sessionFundings')
    .innerJoin('fundedActions', 'fundedActions.id', 'sessionFundings.fundedActionId')
    .select(['sessionId', 'fundedActionId', 'sessionFundings.share', 'fundedActions.title'])
    .where('sessionId', 'in', ids)
    .where('sessionFundings.deletedAt', 'is', null)
    .orderBy('sessionFundings.share', 'desc')
    .orderBy('fundedActions.title')
    .execute()
  const found = new Map<string, Session['fundings']>()
  for (const { sessionId, ...funding } of rows) found.set(sessionId, [...(found.get(sessionId) ?? []), funding])
  return found
}

/** The task that each session's next step became: the last one, where an earlier one was done. */
async function nextStepsOf(db: ReadDb, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, never>()
  const rows = await db
    .selectFrom('tasks')
    .select(['sessionId', 'dueOn', 'doneOn'])
    .where('sessionId', 'in', ids)
    .where('origin', '=', 'session')
    .where('deletedAt', 'is', null)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.sessionId ?? '', row]))
}
