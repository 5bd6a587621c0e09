import { type Kysely, sql } from 'kysely'

/**
 * What people agreed to and what landlords are owed, read for thousands of referrals at once: the index that finds
 * those of one also says what is asked of them, so that no row is read; trash included, as an undo looks there for
 * children. Agreements in force are found by the day they were given too, to be confirmed again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop index consentsReferral`.execute(db)
  await sql`create index consentsReferral on consents (referralId, deletedAt, purpose, givenOn, withdrawnOn, scope)`.execute(
    db,
  )
  await sql`drop index referralFeedbacksReferral`.execute(db)
  await sql`create index referralFeedbacksReferral on referralFeedbacks (referralId, sentOn, deletedAt, dueOn, id)`.execute(
    db,
  )
  await sql`create index consentsInForce on consents (givenOn) where deletedAt is null and withdrawnOn is null`.execute(
    db,
  )
}
