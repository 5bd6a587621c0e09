import type { sessions as contract } from '../../shared/features/sessions.ts'
import type { Handlers } from '../context.ts'
import { readSession, readSessions, toWriteUp } from './session-read.ts'
import { createSession, trashSession, updateSession } from './session-write.ts'

export const sessions: Handlers<typeof contract> = {
  async ofPerson(context, { personId }) {
    return readSessions(context, (query) =>
      query
        .where('sessions.personId', '=', personId)
        .orderBy('sessions.heldOn', 'desc')
        .orderBy('sessions.startTime', 'desc')
        .orderBy('sessions.id', 'desc'),
    )
  },
  async get(context, { id }) {
    return readSession(context, id)
  },
  async toWriteUp(context, { coachId, limit }) {
    const { db, today } = context
    const { count } = await db
      .selectFrom('sessions')
      .innerJoin('people', 'people.id', 'sessions.personId')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('sessions.deletedAt', 'is', null)
      .where('people.deletedAt', 'is', null)
      .where((eb) => toWriteUp(eb, today()))
      .$if(coachId !== null, (query) => query.where('sessions.coachId', '=', coachId ?? ''))
      .executeTakeFirstOrThrow()
    const rows = await readSessions(context, (query) =>
      query
        .where('people.deletedAt', 'is', null)
        .where((eb) => toWriteUp(eb, today()))
        .$if(coachId !== null, (some) => some.where('sessions.coachId', '=', coachId ?? ''))
        .orderBy('sessions.heldOn')
        .orderBy('sessions.id')
        .limit(limit),
    )
    return { rows, total: Number(count) }
  },
  async planned(context, { coachId, limit }) {
    return readSessions(context, (query) =>
      query
        .where('people.deletedAt', 'is', null)
        .where('sessions.state', '=', 'planned')
        .where('sessions.heldOn', '>=', context.today())
        .$if(coachId !== null, (some) => some.where('sessions.coachId', '=', coachId ?? ''))
        .orderBy('sessions.heldOn')
        .orderBy('sessions.startTime')
        .limit(limit),
    )
  },
  async fundedActions({ db }, { on, supportId }) {
    const spell =
      supportId === null
        ? null
        : await db.selectFrom('supports').select('programmeId').where('id', '=', supportId).executeTakeFirst()
    const rows = await db
      .selectFrom('fundedActions')
      .innerJoin('programmes', 'programmes.id', 'fundedActions.programmeId')
      .innerJoin('organisations', 'organisations.id', 'fundedActions.funderId')
      .select([
        'fundedActions.id',
        'fundedActions.title',
        'fundedActions.programmeId',
        'programmes.name as programmeName',
        'organisations.name as funderName',
      ])
      .where('fundedActions.deletedAt', 'is', null)
      .where('programmes.deletedAt', 'is', null)
      .where((eb) => eb.or([eb('fundedActions.startsOn', 'is', null), eb('fundedActions.startsOn', '<=', on)]))
      .where((eb) => eb.or([eb('fundedActions.endsOn', 'is', null), eb('fundedActions.endsOn', '>=', on)]))
      .orderBy('fundedActions.title')
      .limit(200)
      .execute()
    const own = (row: (typeof rows)[number]) => Number(row.programmeId === spell?.programmeId)
    return rows.sort((a, b) => own(b) - own(a)).map(({ programmeId: _programmeId, ...row }) => row)
  },
  async create(tx, input) {
    return readSession(tx, await createSession(tx, input))
  },
  async update(tx, { id, version, fields }) {
    await updateSession(tx, id, fields, version)
    return { outcome: 'saved', record: await readSession(tx, id) }
  },
  async trash(tx, { id }) {
    await trashSession(tx, id)
    return {}
  },
}
