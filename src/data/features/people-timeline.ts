import type { TimelineEvent } from '../../shared/features/people.ts'
import type { ReadDb } from '../context.ts'
import { enrolmentEvents } from './enrolments-timeline.ts'
import { attendanceEvents } from './attendances-timeline.ts'
import { coachingEvents } from './sessions-timeline.ts'
import { interactionsOf } from './interactions-timeline.ts'
import { papersOf } from './documents-timeline.ts'
import { askedOften } from '../asked-often.ts'
import { memberNames, nameOf } from './member-names.ts'
import type { AskedTimeline, LastOfPerson } from './timeline-asked.ts'

/** What happened to a person on every axis, newest first. */
export async function readTimeline(db: ReadDb, personId: string, limit: number): Promise<TimelineEvent[]> {
  const asked: AskedTimeline = { db, personId, limit, names: await memberNames(db) }
  const found: TimelineEvent[][] = await Promise.all([
    creation(asked),
    moves(asked),
    attempts(asked),
    feedbacks(asked),
    agreementEvents(asked),
    enrolmentEvents(asked),
    attendanceEvents(asked),
    coachingEvents(asked),
    papersOf(asked),
  ])
  const others = found.flat().sort(newestFirst)
  // calls and e-mails are the most, with a text each: those the page will not reach are not read
  const since = others[limit - 1]?.at ?? null
  return [...others, ...(await interactionsOf(asked, { personId }, since))].sort(newestFirst).slice(0, limit)
}

function newestFirst(a: TimelineEvent, b: TimelineEvent): number {
  return a.at === b.at ? compareIds(b.id, a.id) : a.at < b.at ? 1 : -1
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

async function creation({ db, personId, names }: AskedTimeline): Promise<TimelineEvent[]> {
  const row = await db
    .selectFrom('changes')
    .select(['id', 'at', 'origin', 'command', 'actorId'])
    .where('entity', '=', 'people')
    .where('recordId', '=', personId)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  if (!row) return []
  const data = { origin: row.origin, command: row.command }
  return [
    { id: row.id, at: row.at.slice(0, 24), kind: 'created', referralId: null, by: nameOf(names, row.actorId), data },
  ]
}

const movesOf = askedOften((db: ReadDb, asked: LastOfPerson) =>
  db
    .selectFrom('referralMoves')
    .innerJoin('referrals', 'referrals.id', 'referralMoves.referralId')
    .leftJoin('organisations', 'organisations.id', 'referrals.landlordId')
    .select([
      'referralMoves.id',
      'referralMoves.at',
      'referralMoves.referralId',
      'referralMoves.memberId',
      'referralMoves.byName',
      'referrals.number',
      'organisations.name as landlordName',
      'fromState',
      'toState',
      'movedOn',
      'referralMoves.reasons',
      'referralMoves.note',
    ])
    .where('referrals.personId', '=', asked.personId)
    .where('referrals.deletedAt', 'is', null)
    .where('referralMoves.deletedAt', 'is', null)
    .orderBy('movedOn', 'desc')
    .orderBy('referralMoves.at', 'desc')
    .limit(asked.limit),
)

async function moves({ db, personId, limit, names }: AskedTimeline): Promise<TimelineEvent[]> {
  const rows = await movesOf(db, { personId, limit })
  return rows.map(({ id, at, referralId, memberId, byName, fromState, toState, movedOn, reasons, ...data }) => ({
    id,
    at: `${movedOn}${at.slice(10)}`, // the day it happened; of several that day, the order they were noted in
    kind: 'referralMove',
    referralId,
    by: nameOf(names, memberId) ?? byName,
    data: { ...data, from: fromState, to: toState, on: movedOn, reasons: JSON.parse(reasons) as unknown },
  }))
}

const attemptsOf = askedOften((db: ReadDb, asked: LastOfPerson) =>
  db
    .selectFrom('contactAttempts')
    .innerJoin('referrals', 'referrals.id', 'contactAttempts.referralId')
    .select([
      'contactAttempts.id',
      'contactAttempts.at',
      'contactAttempts.referralId',
      'contactAttempts.memberId',
      'referrals.number',
      'channel',
      'result',
      'contactAttempts.note',
    ])
    .where('referrals.personId', '=', asked.personId)
    .where('referrals.deletedAt', 'is', null)
    .where('contactAttempts.deletedAt', 'is', null)
    .orderBy('contactAttempts.at', 'desc')
    .limit(asked.limit),
)

async function attempts({ db, personId, limit, names }: AskedTimeline): Promise<TimelineEvent[]> {
  const rows = await attemptsOf(db, { personId, limit })
  return rows.map(({ id, at, referralId, memberId, ...data }) => ({
    id,
    at,
    kind: 'contactAttempt',
    referralId,
    by: nameOf(names, memberId),
    data,
  }))
}

const feedbacksOf = askedOften((db: ReadDb, asked: LastOfPerson) =>
  db
    .selectFrom('referralFeedbacks')
    .innerJoin('referrals', 'referrals.id', 'referralFeedbacks.referralId')
    .leftJoin('organisations', 'organisations.id', 'referrals.landlordId')
    .select([
      'referralFeedbacks.id',
      'referralFeedbacks.sentOn',
      'referralFeedbacks.referralId',
      'referralFeedbacks.memberId',
      'referrals.number',
      'organisations.name as landlordName',
      'occasion',
      'channel',
      'message',
    ])
    .where('referrals.personId', '=', asked.personId)
    .where('referrals.deletedAt', 'is', null)
    .where('referralFeedbacks.deletedAt', 'is', null)
    .where('referralFeedbacks.sentOn', 'is not', null)
    .orderBy('referralFeedbacks.sentOn', 'desc')
    .limit(asked.limit),
)

/** Those that were sent: what is still owed is no event. */
async function feedbacks({ db, personId, limit, names }: AskedTimeline): Promise<TimelineEvent[]> {
  const rows = await feedbacksOf(db, { personId, limit })
  return rows.map(({ id, sentOn, referralId, memberId, ...data }) => ({
    id,
    at: sentOn ?? '',
    kind: 'feedback',
    referralId,
    by: nameOf(names, memberId),
    data,
  }))
}

const consentsOf = askedOften((db: ReadDb, asked: LastOfPerson) =>
  db
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
      'refused',
      'memberId',
      eb.fn.coalesce('organisations.name', 'consents.recipientName').as('recipientName'),
    ])
    .where('personId', '=', asked.personId)
    .where('consents.deletedAt', 'is', null)
    .orderBy('givenOn', 'desc')
    .limit(asked.limit),
)

async function agreementEvents({ db, personId, limit, names }: AskedTimeline): Promise<TimelineEvent[]> {
  const rows = await consentsOf(db, { personId, limit })
  return rows.flatMap(({ id, givenOn, withdrawnOn, referralId, recipientName, scope, refused, memberId, ...said }) => {
    // without a referral, it is this organisation that was answered
    const recipient = referralId === null ? null : recipientName
    const data = { ...said, recipientName: recipient, scope: JSON.parse(scope) as unknown }
    const kind = refused === 1 ? ('consentRefused' as const) : ('consent' as const)
    const given = { id: `${id}-given`, at: givenOn, kind, referralId, by: nameOf(names, memberId), data }
    if (withdrawnOn === null) return [given]
    return [{ ...given, id: `${id}-withdrawn`, at: withdrawnOn, kind: 'consentWithdrawn' as const, by: null }, given]
  })
}
