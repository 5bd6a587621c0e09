import type { TimelineEvent } from '../../shared/features/people.ts'
import type { ReadDb } from '../context.ts'

/**
 * What individual support adds to the timeline of a person: sessions that took place or were missed, spells that
 * began and ended, goals reached, barriers resolved. Private notes stay where they were written.
 */
export async function coachingEvents(db: ReadDb, personId: string, limit: number): Promise<TimelineEvent[]> {
  const found = await Promise.all([
    sessions(db, personId, limit),
    spells(db, personId),
    goalsReached(db, personId),
    barriersResolved(db, personId),
  ])
  return found.flat()
}

async function sessions(db: ReadDb, personId: string, limit: number): Promise<TimelineEvent[]> {
  const rows = await db
    .selectFrom('sessions')
    .innerJoin('members', 'members.id', 'sessions.coachId')
    .select([
      'sessions.id',
      'heldOn',
      'startTime',
      'state',
      'mode',
      'minutes',
      'themes',
      'shareableNote',
      'writtenUpOn',
      'members.name as by',
    ])
    .where('personId', '=', personId)
    .where('state', 'in', ['held', 'noShow', 'excused'])
    .where('sessions.deletedAt', 'is', null)
    .orderBy('heldOn', 'desc')
    .orderBy('startTime', 'desc')
    .orderBy('sessions.id', 'desc')
    .limit(limit)
    .execute()
  const held = rows.filter(({ state }) => state === 'held').map(({ id }) => id)
  const count = rows.length < limit ? held.length : await countHeld(db, personId)
  const numbers = new Map(held.map((id, index) => [id, count - index])) // the latest is the last one
  return rows.map(({ id, heldOn, startTime, by, themes, ...row }) => {
    const data = { ...row, themes: JSON.parse(themes) as unknown, number: numbers.get(id) ?? null }
    return {
      id,
      at: startTime === null ? heldOn : `${heldOn}T${startTime}`,
      kind: 'session',
      referralId: null,
      by,
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

async function spells(db: ReadDb, personId: string): Promise<TimelineEvent[]> {
  const rows = await db
    .selectFrom('supports')
    .innerJoin('members', 'members.id', 'supports.coachId')
    .select(['supports.id', 'startedOn', 'endedOn', 'endReason', 'previousId', 'handoverNote', 'members.name as by'])
    .where('personId', '=', personId)
    .where('supports.deletedAt', 'is', null)
    .execute()
  return rows.flatMap(({ id, startedOn, endedOn, endReason, previousId, handoverNote, by }) => {
    const data = { handedOver: previousId !== null && handoverNote !== null, note: handoverNote }
    const begun = { id: `${id}-started`, at: startedOn, kind: 'supportStarted' as const, referralId: null, by, data }
    if (endedOn === null) return [begun]
    const ended = { ...begun, id: `${id}-ended`, at: endedOn, kind: 'supportEnded' as const, data: { endReason } }
    return [ended, begun]
  })
}

async function goalsReached(db: ReadDb, personId: string): Promise<TimelineEvent[]> {
  const rows = await db
    .selectFrom('goals')
    .select(['id', 'title', 'stateOn'])
    .where('personId', '=', personId)
    .where('state', '=', 'reached')
    .where('deletedAt', 'is', null)
    .execute()
  return rows.map(({ id, title, stateOn }) => ({
    id,
    at: stateOn,
    kind: 'goalReached',
    referralId: null,
    by: null,
    data: { title },
  }))
}

async function barriersResolved(db: ReadDb, personId: string): Promise<TimelineEvent[]> {
  const rows = await db
    .selectFrom('barriers')
    .select(['id', 'kind', 'closedOn'])
    .where('personId', '=', personId)
    .where('outcome', '=', 'resolved')
    .where('closedOn', 'is not', null)
    .where('deletedAt', 'is', null)
    .execute()
  return rows.map(({ id, kind, closedOn }) => ({
    id,
    at: closedOn ?? '',
    kind: 'barrierResolved',
    referralId: null,
    by: null,
    data: { barrierKind: kind },
  }))
}
