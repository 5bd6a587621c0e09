import type { ExpressionBuilder } from 'kysely'
import { dayDelays } from '../../../shared/rules/day.ts'
import { type IsoDay, addDays, daysBetween, localDay } from '../../../shared/rules/days.ts'
import { addWorkingDays } from '../../../shared/rules/working-days.ts'
import type { ReadContext } from '../../context.ts'
import type { Schema } from '../../schema.ts'
import { came, inTouch } from '../in-touch.ts'
import { type DaySource, dayOfInstants, isWanted, nothingSaid, oncePerDay } from './source.ts'

/** Sessions held, or planned on a day that has passed, of which nothing is written: due the next working day. */
export const sessionsToWrite: DaySource = {
  reasons: ['sessionToWrite'],
  readsFrom: ['sessions', 'people', 'settings'],
  async lines({ db, space }, { today, mine }) {
    if (space.kind !== 'association') return []
    const { region } = space.settings.serviceLevels
    const due = oncePerDay((day) => addWorkingDays(day, 1, region))
    const rows = await db
      .selectFrom('sessions')
      .innerJoin('people', 'people.id', 'sessions.personId')
      .select(['sessions.id', 'sessions.personId', 'sessions.heldOn'])
      .where('sessions.state', 'in', ['planned', 'held'])
      .where('sessions.heldOn', '<=', today)
      .where((eb) => eb.or([eb('sessions.state', '=', 'held'), eb('sessions.heldOn', '<', today)]))
      .where('sessions.writtenUpOn', 'is', null)
      .where('sessions.deletedAt', 'is', null)
      .where('people.deletedAt', 'is', null)
      .where((eb) => isWanted(eb.ref('sessions.coachId'), mine))
      .execute()
    return rows.map(({ id, personId, heldOn }) => ({
      reason: 'sessionToWrite',
      recordId: id,
      personId,
      dueOn: due(heldOn),
      dueTime: null,
    }))
  },
  async said({ db }, ids) {
    const rows = await db
      .selectFrom('sessions')
      .innerJoin('members', 'members.id', 'sessions.coachId')
      .select(['sessions.id', 'personId', 'heldOn', 'place', 'members.name as coach'])
      .where('sessions.id', 'in', ids)
      .execute()
    return new Map(
      rows.map(({ id, personId, heldOn, place, coach }) => [
        id,
        { ...nothingSaid, on: heldOn, about: place, by: coach, opens: { entity: 'people', id: personId } as const },
      ]),
    )
  },
}

/** People whose support is open and of whom nothing was heard: no session, no workshop, nobody reached, nothing planned. */
export const silences: DaySource = {
  reasons: ['noNews'],
  readsFrom: ['supports', 'sessions', 'interactions', 'attendances', 'workshops', 'people'],
  async lines(context, { today, mine }) {
    if (context.space.kind !== 'association') return []
    const dayOf = dayOfInstants()
    const due = oncePerDay((day) => addDays(day, dayDelays.noNews))
    const rows = await silentSupports(context, today)
      .select(['supports.id', 'supports.personId'])
      .where((eb) => isWanted(eb.ref('supports.coachId'), mine))
      .execute()
    return rows.map(({ id, personId, ...news }) => ({
      reason: 'noNews',
      recordId: id,
      personId,
      dueOn: due(lastNews(news, dayOf)),
      dueTime: null,
    }))
  },
  async said(context, ids) {
    const today = context.today()
    const rows = await silentSupports(context, today)
      .innerJoin('members', 'members.id', 'supports.coachId')
      .select(['supports.id', 'supports.personId', 'members.name as coach'])
      .where('supports.id', 'in', ids)
      .execute()
    return new Map(
      rows.map(({ id, personId, coach, ...news }) => {
        const on = lastNews(news, localDay)
        const opens = { entity: 'people', id: personId } as const
        return [id, { ...nothingSaid, on, count: daysBetween(on, today), by: coach, opens }]
      }),
    )
  },
}

function silentSupports({ db }: ReadContext, today: IsoDay) {
  const since = addDays(today, -dayDelays.noNews)
  return db
    .selectFrom('supports')
    .innerJoin('people', 'people.id', 'supports.personId')
    .select((eb) => [
      'supports.startedOn',
      lastSession(eb).as('session'),
      lastCall(eb).as('call'),
      lastWorkshop(eb).as('workshop'),
    ])
    .where('supports.endedOn', 'is', null)
    .where('supports.startedOn', '<=', since)
    .where('supports.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .where((eb) => eb.not(eb.exists(sessionsOf(eb).select('sessions.id').where('heldOn', '>', since))))
    .where((eb) => eb.not(eb.exists(callsOf(eb).select('interactions.id').where('at', '>', `${since}T23:59:59`))))
    .where((eb) => eb.not(eb.exists(workshopsOf(eb).select('attendances.id').where('workshops.heldOn', '>', since))))
}

type OfSupport = ExpressionBuilder<Schema, 'supports' | 'people'>

/** Held, or planned and still to come: what is planned ends the silence. */
function sessionsOf(eb: OfSupport) {
  return eb
    .selectFrom('sessions')
    .whereRef('sessions.personId', '=', 'supports.personId')
    .where('sessions.state', 'in', ['planned', 'held'])
    .where('sessions.deletedAt', 'is', null)
}

function callsOf(eb: OfSupport) {
  return eb
    .selectFrom('interactions')
    .whereRef('interactions.personId', '=', 'supports.personId')
    .where(inTouch())
    .where('interactions.deletedAt', 'is', null)
}

function workshopsOf(eb: OfSupport) {
  return eb
    .selectFrom('attendances')
    .innerJoin('workshops', 'workshops.id', 'attendances.workshopId')
    .whereRef('attendances.personId', '=', 'supports.personId')
    .where(came())
    .where('attendances.deletedAt', 'is', null)
}

function lastSession(eb: OfSupport) {
  return sessionsOf(eb).select((inner) => inner.fn.max('sessions.heldOn').as('on'))
}
function lastCall(eb: OfSupport) {
  return callsOf(eb).select((inner) => inner.fn.max('interactions.at').as('at'))
}
function lastWorkshop(eb: OfSupport) {
  return workshopsOf(eb).select((inner) => inner.fn.max('workshops.heldOn').as('on'))
}

interface News {
  readonly startedOn: IsoDay
  readonly session: IsoDay | null
  readonly call: string | null
  readonly workshop: IsoDay | null
}

function lastNews({ startedOn, session, call, workshop }: News, dayOf: (instant: string) => IsoDay): IsoDay {
  const days = [startedOn, session, call === null ? null : dayOf(call), workshop]
  return days.reduce((latest: IsoDay, day) => (day !== null && day > latest ? day : latest), startedOn)
}
