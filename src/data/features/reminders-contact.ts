import { localDay } from '../../shared/rules/days.ts'
import { finalReferralStates } from '../../shared/rules/referral-transitions.ts'
import type { ReadDb } from '../context.ts'
import { inTouch } from './in-touch.ts'
import type { DatedRecord } from './reminders-dated.ts'

/**
 * When each person who is being followed was last in touch: a call that was answered, a meeting, a message, a session
 * that was held, the first day of the support when nothing came since. Someone nobody follows is not silent.
 */
export async function lastContacts(db: ReadDb): Promise<DatedRecord[]> {
  const followed = await followedPeople(db)
  const last = new Map<string, string>()
  const note = (personId: string | null, day: string | null) => {
    if (personId !== null && day !== null && day > (last.get(personId) ?? '')) last.set(personId, day)
  }
  for (const { personId, since } of followed) note(personId, since)
  for (const { personId, at } of await exchanges(db)) note(personId, at === null ? null : localDay(at))
  for (const { personId, at } of await reachedAttempts(db)) note(personId, at === null ? null : localDay(at))
  for (const { personId, on } of await heldSessions(db)) note(personId, on)
  const byPerson = new Map(followed.map((one) => [one.personId, one]))
  return [...byPerson.values()].map(({ personId, assigneeId }) => ({
    recordId: personId,
    date: last.get(personId) ?? '',
    assigneeId,
    owner: { personId },
  }))
}

/** Those in support, and those whose referral is going on; who follows them, since when. */
async function followedPeople(db: ReadDb) {
  const referred = await db
    .selectFrom('referrals')
    .innerJoin('people', 'people.id', 'referrals.personId')
    .select(['referrals.personId', 'referrals.stateSince as since', 'referrals.assignedToId as assigneeId'])
    .where('referrals.state', 'not in', [...finalReferralStates, 'draft'])
    .where('referrals.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .execute()
  const supported = await db
    .selectFrom('supports')
    .innerJoin('people', 'people.id', 'supports.personId')
    .select(['supports.personId', 'supports.startedOn as since', 'supports.coachId as assigneeId'])
    .where('supports.endedOn', 'is', null)
    .where('supports.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .execute()
  return [...referred, ...supported] // a coach comes before whoever had the referral
}

function exchanges(db: ReadDb) {
  return db
    .selectFrom('interactions')
    .select((eb) => ['personId', eb.fn.max('at').as('at')])
    .where('personId', 'is not', null)
    .where('deletedAt', 'is', null)
    .where(inTouch())
    .groupBy('personId')
    .execute()
}

function reachedAttempts(db: ReadDb) {
  return db
    .selectFrom('contactAttempts')
    .innerJoin('referrals', 'referrals.id', 'contactAttempts.referralId')
    .select((eb) => ['referrals.personId', eb.fn.max('contactAttempts.at').as('at')])
    .where('contactAttempts.result', '=', 'reached')
    .where('contactAttempts.deletedAt', 'is', null)
    .groupBy('referrals.personId')
    .execute()
}

function heldSessions(db: ReadDb) {
  return db
    .selectFrom('sessions')
    .select((eb) => ['personId', eb.fn.max('heldOn').as('on')])
    .where('state', '=', 'held')
    .where('deletedAt', 'is', null)
    .groupBy('personId')
    .execute()
}
