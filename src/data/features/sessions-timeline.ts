import type { TimelineEvent } from '../../shared/features/people.ts'
import type { ReadDb } from '../context.ts'
import { askedOften } from '../asked-often.ts'
import { nameOf } from './member-names.ts'
import type { AskedTimeline, LastOfPerson, OfPerson } from './timeline-asked.ts'

/**
 * What individual support adds to the timeline of a person: sessions that took place or were missed, spells that
 * began and ended, goals reached, barriers resolved. Private notes stay where they were written.
 */
export async function coachingEvents(asked: AskedTimeline): Promise<TimelineEvent[]> {
  const found = await Promise.all([sessions(asked), spells(asked), goalsReached(asked), barriersResolved(asked)])
  return found.flat()
}

const lastSessions = askedOften((db: ReadDb, asked: LastOfPerson) =>
  db
    .selectFrom('sessions')
    .select([
      'id',
      'heldOn',
      'startTime',
      'state',
      'mode',
      'minutes',
      'themes',
      'shareableNote',
      'writtenUpOn',
      'coachId',
    ])
    .where('personId', '=', asked.personId)
    .where('state', 'in', ['held', 'noShow', 'excused'])
    .where('deletedAt', 'is', null)
    .orderBy('heldOn', 'desc')
    .orderBy('startTime', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.limit),
)

async function sessions({ db, personId, limit, names }: AskedTimeline): Promise<TimelineEvent[]> {
  const rows = await lastSessions(db, { personId, limit })
  const held = rows.filter(({ state }) => state === 'held').map(({ id }) => id)
  const count = rows.length < limit ? held.length : await countHeld(db, personId)
  const numbers = new Map(held.map((id, index) => [id, count - index])) // the latest is the last one
  return rows.map(({ id, heldOn, startTime, coachId, themes, ...row }) => {
    const data = { ...row, themes: JSON.parse(themes) as unknown, number: numbers.get(id) ?? null }
    return {
      id,
      at: startTime === null ? heldOn : `${heldOn}T${startTime}`,
      kind: 'session',
      referralId: null,
      by: nameOf(names, coachId),
      data,
    }
  })
}

/** Asked only where some are left out: whoever has few sessions has them all before us. */
async function countHeld(db: ReadDb, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('sessions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('personId', '=', personId)
    .where('state', '=', 'held')
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

const spellsOf = askedOften((db: ReadDb, asked: OfPerson) =>
  db
    .selectFrom('supports')
    .select(['id', 'startedOn', 'endedOn', 'endReason', 'previousId', 'handoverNote', 'coachId'])
    .where('personId', '=', asked.personId)
    .where('deletedAt', 'is', null),
)

async function spells({ db, personId, names }: AskedTimeline): Promise<TimelineEvent[]> {
  const rows = await spellsOf(db, { personId })
  return rows.flatMap(({ id, startedOn, endedOn, endReason, previousId, handoverNote, coachId }) => {
    const by = nameOf(names, coachId)
    const data = { handedOver: previousId !== null && handoverNote !== null, note: handoverNote }
    const begun = { id: `${id}-started`, at: startedOn, kind: 'supportStarted' as const, referralId: null, by, data }
    if (endedOn === null) return [begun]
    const ended = { ...begun, id: `${id}-ended`, at: endedOn, kind: 'supportEnded' as const, data: { endReason } }
    return [ended, begun]
  })
}

const reached = askedOften((db: ReadDb, asked: OfPerson) =>
  db
    .selectFrom('goals')
    .select(['id', 'title', 'stateOn'])
    .where('personId', '=', asked.personId)
    .where('state', '=', 'reached')
    .where('deletedAt', 'is', null),
)

async function goalsReached({ db, personId }: AskedTimeline): Promise<TimelineEvent[]> {
  const rows = await reached(db, { personId })
  return rows.map(({ id, title, stateOn }) => ({
    id,
    at: stateOn,
    kind: 'goalReached',
    referralId: null,
    by: null,
    data: { title },
  }))
}

const resolved = askedOften((db: ReadDb, asked: OfPerson) =>
  db
    .selectFrom('barriers')
    .select(['id', 'kind', 'closedOn'])
    .where('personId', '=', asked.personId)
    .where('outcome', '=', 'resolved')
    .where('closedOn', 'is not', null)
    .where('deletedAt', 'is', null),
)

async function barriersResolved({ db, personId }: AskedTimeline): Promise<TimelineEvent[]> {
  const rows = await resolved(db, { personId })
  return rows.map(({ id, kind, closedOn }) => ({
    id,
    at: closedOn ?? '',
    kind: 'barrierResolved',
    referralId: null,
    by: null,
    data: { barrierKind: kind },
  }))
}
