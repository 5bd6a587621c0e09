import { type Kysely, sql } from 'kysely'

/** Every write of every command: history, undo, import rollback and audit read from here. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table changes (
    seq integer primary key autoincrement,
    id text not null, batchId text not null, command text not null, undoes text,
    entity text not null, recordId text not null, op text not null, version integer not null,
    before text, after text, salt text, digest text not null,
    actorId text, deviceId text not null, at text not null, origin text not null, hash text not null
  ) strict`.execute(db)
  await sql`create index changesRecord on changes (entity, recordId, seq)`.execute(db)
  await sql`create index changesBatch on changes (batchId, seq)`.execute(db)
  await sql`create index changesActor on changes (actorId, seq)`.execute(db)
  await sql`create index changesUndoes on changes (undoes) where undoes is not null`.execute(db)
  await sql`create index changesDevice on changes (deviceId, seq)`.execute(db)
}
