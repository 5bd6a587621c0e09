import { type Kysely, sql } from 'kysely'

/** The space itself, who uses it, what they set, and the half-filled forms. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table space (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    kind text not null, organisationName text not null, ownOrganisationId text, demo integer not null default 0
  ) strict`.execute(db)

  await sql`create table members (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    name text not null, role text not null, email text, active integer not null default 1
  ) strict`.execute(db)

  // one row for each setting that differs from its default
  await sql`create table settings (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    key text not null, value text not null
  ) strict`.execute(db)
  await sql`create unique index settingsKey on settings (key) where deletedAt is null`.execute(db)

  await sql`create table drafts (
    key text not null, memberId text not null, data text not null, savedAt text not null,
    primary key (memberId, key)
  ) strict`.execute(db)

  await sql`create table savedViews (
    id text primary key, list text not null, name text not null, memberId text, position integer not null, definition text not null, updatedAt text not null
  ) strict`.execute(db)
  await sql`create index savedViewsList on savedViews (list, position)`.execute(db)
}
