import type { TimelineEvent } from '../../shared/features/people.ts'
import type { ReadDb } from '../context.ts'
import { enrolmentEvents } from './enrolments-timeline.ts'
import { attendanceEvents } from './attendances-timeline.ts'
import { coachingEvents } from './sessions-timeline.ts'
import { interactionsOf } from './interactions-timeline.ts'
import { papersOf } from './documents-timeline.ts'

/** What happened to a person on every axis, newest first. */
export async function readTimeline(db: ReadDb, personId: string, limit: number): Promise<TimelineEvent[]> {
  const found = await Promise.all([
    creation(db, personId),
    moves(db, personId, limit),
    attempts(db, personId, limit),
    feedbacks(db, personId, limit),
    consents(db, personId, limit),
    enrolmentEvents(db, personId, limit),
    attendanceEvents(db, personId, limit),
    coachingEvents(db, personId, limit),
    interactionsOf(db, { personId }, limit),
    papersOf(db, personId, limit),
  ])
  return found
    .flat()
    .sort((a, b) => (a.at === b.at ? compareIds(b.id, a.id) : a.at < b.at ? 1 : -1))
    .slice(0, limit)
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

async function creation(db: ReadDb, personId: string): Promise<TimelineEvent[]> {
  const row = await db
    .selectFrom('changes')
    .leftJoin('members', 'members.id', 'changes.actorId')
    .select(['changes.id', 'changes.at', 'changes.origin', 'changes.command', 'members.name as by'])
    .where('entity', '=', 'people')
    .where('recordId', '=', personId)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  if (!row) return []
  const data = { origin: row.origin, command: row.command }
  return [{ id: row.id, at: row.at.slice(0, 24), kind: 'created', referralId: null, by: row.by, data }]
}

async function moves(db: ReadDb, personId: string, limit: number): Promise<TimelineEvent[]> {
  const rows = await db
    .selectFrom('referralMoves')
    .innerJoin('referrals', 'referrals.id', 'referralMoves.referralId')
    .leftJoin('members', 'members.id', 'referralMoves.memberId')
    .leftJoin('organisations', 'organisations.id', 'referrals.landlordId')
    .select((eb) => [
      'referralMoves.id',
      'referralMoves.at',
      'referralMoves.referralId',
      eb.fn.coalesce('members.name', 'referralMoves.byName').as('by'),
      'referrals.number',
      'organisations.name as landlordName',
      'fromState',
      'toState',
      'movedOn',
      'referralMoves.reasons',
      'referralMoves.note',
    ])
    .where('referrals.personId', '=', personId)
    .where('referrals.deletedAt', 'is', null)
    .where('referralMoves.deletedAt', 'is', null)
    .orderBy('movedOn', 'desc')
    .orderBy('referralMoves.at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, at, referralId, by, fromState, toState, movedOn, reasons, ...data }) => ({
    id,
    at: `${movedOn}${at.slice(10)}`, // the day it happened; of several that day, the order they were noted in
    kind: 'referralMove',
    referralId,
    by,
    data: { ...data, from: fromState, to: toState, on: movedOn, reasons: JSON.parse(reasons) as unknown },
  }))
}

async function attempts(db: ReadDb, personId: string, limit: number): Promise<TimelineEvent[]> {
  const rows = await db
    .selectFrom('contactAttempts')
    .innerJoin('referrals', 'referrals.id', 'contactAttempts.referralId')
    .leftJoin('members', 'members.id', 'contactAttempts.memberId')
    .select([
      'contactAttempts.id',
      'contactAttempts.at',
      'contactAttempts.referralId',
      'members.name as by',
      'referrals.number',
      'channel',
      'result',
      'contactAttempts.note',
    ])
    .where('referrals.personId', '=', personId)
    .where('referrals.deletedAt', 'is', null)
    .where('contactAttempts.deletedAt', 'is', null)
    .orderBy('contactAttempts.at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, at, referralId, by, ...data }) => ({ id, at, kind: 'contactAttempt', referralId, by, data }))
}

/** Those that were sent: what is still owed is no event. */
async function feedbacks(db: ReadDb, personId: string, limit: number): Promise<TimelineEvent[]> {
  const rows = await db
    .selectFrom('referralFeedbacks')
    .innerJoin('referrals', 'referrals.id', 'referralFeedbacks.referralId')
    .leftJoin('members', 'members.id', 'referralFeedbacks.memberId')
    .leftJoin('organisations', 'organisations.id', 'referrals.landlordId')
    .select([
      'referralFeedbacks.id',
      'referralFeedbacks.sentOn',
      'referralFeedbacks.referralId',
      'members.name as by',
      'referrals.number',
      'organisations.name as landlordName',
      'occasion',
      'channel',
      'message',
    ])
    .where('referrals.personId', '=', personId)
    .where('referrals.deletedAt', 'is', null)
    .where('referralFeedbacks.deletedAt', 'is', null)
    .where('referralFeedbacks.sentOn', 'is not', null)
    .orderBy('referralFeedbacks.sentOn', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, sentOn, referralId, by, ...data }) => ({
    id,
    at: sentOn ?? '',
    kind: 'feedback',
    referralId,
    by,
    data,
  }))
}

async function consents(db: ReadDb, personId: string, limit: number): Promise<TimelineEvent[]> {
  const rows = await db
    .selectFrom('consents')
    .leftJoin('organisations', 'organisations.id', 'consents.recipientId')
    .select((eb) => [
      'consents.id',
      'givenOn',
      'withdrawnOn',
      'referralId',
      'purpose',
      'scope',
      'how',
      eb.fn.coalesce('organisations.name', 'consents.recipientName').as('recipientName'),
    ])
    .where('personId', '=', personId)
    .where('consents.deletedAt', 'is', null)
    .orderBy('givenOn', 'desc')
    .limit(limit)
    .execute()
  return rows.flatMap(({ id, givenOn, withdrawnOn, referralId, scope, ...said }) => {
    const data = { ...said, scope: JSON.parse(scope) as unknown }
    const given = { id: `${id}-given`, at: givenOn, kind: 'consent' as const, referralId, by: null, data }
    if (withdrawnOn === null) return [given]
    return [{ ...given, id: `${id}-withdrawn`, at: withdrawnOn, kind: 'consentWithdrawn' as const }, given]
  })
}
