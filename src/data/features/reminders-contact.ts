import { localDay } from '../../shared/rules/days.ts'
import { finalReferralStates } from '../../shared/rules/referral-transitions.ts'
import type { ReadDb } from '../context.ts'
import { lastInTouch } from './in-touch.ts'
import type { DatedRecord } from './reminders-dated.ts'

/**
 * When each person who is being followed was last in touch: an exchange, a session, a workshop, an attempt that
 * reached them, the first day of the support when nothing came since. Someone nobody follows is not silent.
 */
export async function lastContacts(db: ReadDb): Promise<DatedRecord[]> {
  const followed = await followedPeople(db)
  const last = new Map<string, string>()
  const note = (personId: string, day: string) => {
    if (day > (last.get(personId) ?? '')) last.set(personId, day)
  }
  for (const { personId, since } of followed) note(personId, since)
  for (const [personId, day] of await lastInTouch(db, withSomeone(db))) note(personId, day)
  for (const { personId, at } of await reachedAttempts(db)) note(personId, localDay(at))
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

/** Everyone who has a referral or a support, over or not: those followed are among them. */
function withSomeone(db: ReadDb) {
  const referred = db.selectFrom('referrals').select('referrals.personId')
  return referred.union(db.selectFrom('supports').select('supports.personId')).$asScalar()
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
