import { type Kysely, sql } from 'kysely'

/**
 * What someone agrees to is asked for without a referral too, and the answer may be no: it is kept as well, so that
 * nobody asks again. Who noted an answer stands on it; of those before, the history tells.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table consents add column refused integer not null default 0`.execute(db)
  await sql`alter table consents add column memberId text references members (id)`.execute(db)
  await sql`update consents set memberId = (
    select members.id from changes join members on members.id = changes.actorId
    where changes.entity = 'consents' and changes.recordId = consents.id and changes.op = 'create' order by changes.seq limit 1
  )`.execute(db)
  await sql`create index consentsMember on consents (memberId) where memberId is not null`.execute(db)
}
