import { type Kysely, sql } from 'kysely'

/** Files in and out: runs, their staging, what was sent to whom. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // one row for each run that was applied
  await sql`create table imports (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    kind text not null, fileName text not null, sha256 text not null, shape text not null, mapping text not null, strategy text not null,
    created integer not null default 0, updated integer not null default 0, unchanged integer not null default 0, refused integer not null default 0,
    batchId text, undoneAt text, memberId text
  ) strict`.execute(db)
  await sql`create index importsFile on imports (sha256)`.execute(db)
  await sql`create index importsCreated on imports (createdAt)`.execute(db)

  // a file being prepared: never part of the history, dropped when it is cancelled or some days after it was applied
  await sql`create table importDrafts (
    id text primary key, kind text not null, fileName text not null, sha256 text not null, shape text not null, sheets text not null, columns text not null,
    distinctValues text not null, partnerFile text, mapping text not null, strategy text not null, remembered integer not null default 0, rows integer not null,
    dateOrders text not null default '{}', plannedAt integer, appliedAt text, memberId text, savedAt text not null
  ) strict`.execute(db)
  await sql`create table importRows (
    importId text not null, line integer not null, cells text not null, fault text, edits text not null default '{}',
    effect text, label text, recordId text, plan text, problems text, duplicate text, decision text, strategy text,
    primary key (importId, line)
  ) strict, without rowid`.execute(db)
  await sql`create index importRowsEffect on importRows (importId, effect, line)`.execute(db)
  await sql`create table importKeys (
    importId text not null, key text not null, line integer not null, primary key (importId, key, line)
  ) strict, without rowid`.execute(db)

  // a mapping is remembered for each kind and each set of header words
  await sql`create table importMappings (
    kind text not null, signature text not null, mapping text not null, strategy text not null, savedAt text not null, primary key (kind, signature)
  ) strict`.execute(db)

  await sql`create table exports (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    what text not null, rows integer not null, columns text not null, recipient text not null, purpose text not null, fileName text not null, sha256 text not null, memberId text
  ) strict`.execute(db)
  await sql`create index exportsCreated on exports (createdAt)`.execute(db)
}
