import { AppError } from '../../shared/errors.ts'
import type { referrals as contract } from '../../shared/features/referrals.ts'
import type { Handlers, ReadDb } from '../context.ts'
import { readAgreementForm } from './agreement-form.ts'
import { renewAgreement } from './referral-agreements.ts'
import { addAttempt } from './referral-attempts.ts'
import { timingOf } from './referral-clocks.ts'
import { createReferral } from './referral-create.ts'
import { countOverdue, draftFeedback, recordFeedback } from './referral-feedback.ts'
import { columnsOf } from './referral-fields.ts'
import { listReferrals, readBoard } from './referral-list.ts'
import { moveReferral } from './referral-moves.ts'
import { readReferral } from './referral-read.ts'
import { illegal, liveReferral } from './referral-row.ts'
import { leavePlace, takePlace } from './referral-waiting-list.ts'

export const referrals: Handlers<typeof contract> = {
  list: listReferrals,
  board: readBoard,
  async get(context, { id }) {
    return readReferral(context, id)
  },
  async ofPerson(context, { personId }) {
    const rows = await context.db
      .selectFrom('referrals')
      .select('id')
      .where('personId', '=', personId)
      .where('deletedAt', 'is', null)
      .orderBy('createdAt', 'desc')
      .orderBy('id', 'desc')
      .execute()
    return Promise.all(rows.map(({ id }) => readReferral(context, id)))
  },
  async overdue(context) {
    return countOverdue(context)
  },
  async create(tx, input) {
    return readReferral(tx, await createReferral(tx, input))
  },
  async update(tx, { id, version, fields }) {
    const row = await liveReferral(tx.db, id)
    await tx.write.update('referrals', id, await columnsOf(tx, fields, row), version)
    return { outcome: 'saved', record: await readReferral(tx, id) }
  },
  async recordAgreement(tx, { id, agreement }) {
    const { personId } = await liveReferral(tx.db, id)
    await renewAgreement(tx, { referralId: id, personId }, agreement)
    return readReferral(tx, id)
  },
  async move(tx, input) {
    await moveReferral(tx, input)
    return { outcome: 'saved', record: await readReferral(tx, input.id) }
  },
  async setRank(tx, { id, rank }) {
    const row = await liveReferral(tx.db, id)
    if (row.state !== 'waitlisted') throw illegal(row.state, 'waitlisted')
    const { clockFrom, dueOn, dueRule } = timingOf('waitlisted', tx.today(), null, tx.space.settings.serviceLevels)
    await tx.write.update('referrals', id, { rank: await takePlace(tx, id, rank), clockFrom, dueOn, dueRule })
    return readReferral(tx, id)
  },
  async addAttempt(tx, input) {
    await addAttempt(tx, input)
    return readReferral(tx, input.id)
  },
  draftFeedback,
  async recordFeedback(tx, input) {
    await recordFeedback(tx, input)
    return readReferral(tx, input.id)
  },
  agreementForm: readAgreementForm,
  async trash(tx, { id }) {
    const row = await liveReferral(tx.db, id)
    await tx.write.trash('referrals', id)
    if (row.state === 'waitlisted') await leavePlace(tx, id)
    return {}
  },
  async restore(tx, { id }) {
    await tx.write.restore('referrals', id)
    const row = await liveReferral(tx.db, id)
    await refuseWithoutPerson(tx.db, row.personId)
    if (row.state === 'waitlisted') await tx.write.update('referrals', id, { rank: await takePlace(tx, id, row.rank) })
    return readReferral(tx, id)
  },
}

/** Whoever is in the trash comes back first. */
async function refuseWithoutPerson(db: ReadDb, id: string): Promise<void> {
  const person = await db
    .selectFrom('people')
    .select('id')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!person) throw new AppError('notFound', { entity: 'people', id })
}
