import { addDays } from '../../shared/rules/days.ts'
import { addWorkingDays } from '../../shared/rules/working-days.ts'
import type { WriteContext } from '../context.ts'
import { referrals } from '../features/referrals.ts'
import { earliest } from './invent.ts'

const told = 3 // of four: what is owed stays few
const patience = 6 // days after which a landlord has been told in any case
const passedOver = 2 // the latest of them are a colleague's
const followed = 3 // referrals that the member at the keyboard follows

/** Someone kept up with the landlords, and the member at the keyboard follows a few referrals: a day like another. */
export async function fillDay(tx: WriteContext): Promise<void> {
  if (tx.space.kind !== 'association' || tx.member === null) return
  const owed = await tx.db
    .selectFrom('referralFeedbacks')
    .select(['referralId', 'happenedOn'])
    .where('sentOn', 'is', null)
    .where('deletedAt', 'is', null)
    .orderBy('happenedOn')
    .orderBy('id')
    .execute()
  const answered = new Set<string>()
  const before = addDays(tx.today(), -patience)
  for (const [index, { referralId, happenedOn }] of owed.entries()) {
    if (index % 4 < told || happenedOn < before) answered.add(referralId)
  }
  for (const id of answered) await tellLandlord(tx, id)
  await followSome(tx, tx.member.id)
}

async function tellLandlord(tx: WriteContext, id: string): Promise<void> {
  const { feedbacks, feedbackAllowed, landlordId } = await referrals.get(tx, { id })
  const last = feedbacks.findLast(({ sentOn }) => sentOn === null)
  if (!last || !feedbackAllowed || landlordId === null) return
  await referrals.recordFeedback(tx, {
    id,
    occasion: last.occasion,
    sentOn: earliest(addWorkingDays(last.happenedOn, 1), tx.today()),
    channel: 'email',
    message: null,
  })
}

async function followSome(tx: WriteContext, memberId: string): Promise<void> {
  const rows = await tx.db
    .selectFrom('referrals')
    .select(['id', 'version'])
    .where('state', 'in', ['contacting', 'met', 'waitlisted'])
    .where('deletedAt', 'is', null)
    .orderBy('dueOn')
    .orderBy('id')
    .offset(passedOver)
    .limit(followed)
    .execute()
  for (const { id, version } of rows) await referrals.update(tx, { id, version, fields: { assignedToId: memberId } })
}
