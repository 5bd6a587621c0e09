import { type Kysely, sql } from 'kysely'

/**
 * People and organisations, and how to reach them. Indexes on what points to a parent are whole, trash
 * included: an undo looks there for children, and the engine does when a parent goes. Those that a list walks
 * hold its order to the last tie, and end with `deletedAt`, empty as it is, so that what is skipped or counted
 * is never read.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table organisations (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    kind text not null, name text not null, sortKey text not null, siren text, siret text, landlordFamily text,
    address text, addressExtra text, postcode text, city text, cityKey text, communeCode text, website text, note text
  ) strict`.execute(db)
  await sql`create index organisationsSort on organisations (sortKey, id, deletedAt) where deletedAt is null`.execute(
    db,
  )
  await sql`create index organisationsKind on organisations (kind, sortKey, id) where deletedAt is null`.execute(db)
  await sql`create index organisationsSiren on organisations (siren) where deletedAt is null and siren is not null`.execute(
    db,
  )
  await sql`create index organisationsCity on organisations (cityKey, id) where deletedAt is null`.execute(db)
  await sql`create index organisationsUpdated on organisations (updatedAt, id) where deletedAt is null`.execute(db)
  await sql`create index organisationsCreated on organisations (createdAt, id) where deletedAt is null`.execute(db)

  await sql`create table residences (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    landlordId text not null references organisations (id), code text, name text not null, sortKey text not null,
    address text, postcode text, city text, cityKey text, communeCode text, qpvState text not null default 'toCheck', qpvCode text
  ) strict`.execute(db)
  await sql`create unique index residencesCode on residences (landlordId, code) where deletedAt is null and code is not null`.execute(
    db,
  )
  await sql`create index residencesSort on residences (sortKey, id, deletedAt) where deletedAt is null`.execute(db)
  await sql`create index residencesLandlord on residences (landlordId, sortKey)`.execute(db)

  await sql`create table people (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    civility text, firstName text not null, lastName text not null, birthName text, sortKey text not null,
    birthDate text, birthYear integer, gender text,
    address text, addressExtra text, postcode text, city text, cityKey text, communeCode text,
    qpvState text not null default 'toCheck', qpvCode text, qpvEdition text, qpvHow text, qpvBy text, qpvOn text,
    ruralityClass text, frrStatus text,
    landlordId text references organisations (id), residenceId text references residences (id),
    contactPreference text, bestTimes text not null default '[]', languageHelp integer not null default 0, note text, extra text not null default '{}'
  ) strict`.execute(db)
  await sql`create index peopleSort on people (sortKey, id, deletedAt) where deletedAt is null`.execute(db)
  await sql`create index peopleBirthYear on people (birthYear, sortKey, id, deletedAt) where deletedAt is null`.execute(
    db,
  )
  await sql`create index peoplePostcode on people (postcode, sortKey, id, deletedAt) where deletedAt is null`.execute(
    db,
  )
  await sql`create index peopleCity on people (cityKey, sortKey, id, deletedAt) where deletedAt is null`.execute(db)
  await sql`create index peopleQpvState on people (qpvState, sortKey, id, deletedAt) where deletedAt is null`.execute(
    db,
  )
  await sql`create index peopleQpvCode on people (qpvCode, sortKey, id, deletedAt) where deletedAt is null`.execute(db)
  await sql`create index peopleLandlord on people (landlordId, deletedAt, sortKey, id)`.execute(db)
  await sql`create index peopleResidence on people (residenceId, deletedAt) where residenceId is not null`.execute(db)
  await sql`create index peopleCreated on people (createdAt, id, deletedAt) where deletedAt is null`.execute(db)
  await sql`create index peopleUpdated on people (updatedAt, id, deletedAt) where deletedAt is null`.execute(db)

  await sql`create table participantProfiles (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    personId text not null references people (id), status text, education text, project text, projectStage text
  ) strict`.execute(db)
  await sql`create unique index participantProfilesPerson on participantProfiles (personId) where deletedAt is null`.execute(
    db,
  )
  await sql`create index participantProfilesOwner on participantProfiles (personId)`.execute(db)
  await sql`create index participantProfilesStatus on participantProfiles (status, personId) where deletedAt is null`.execute(
    db,
  )

  await sql`create table contactPoints (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    personId text references people (id), organisationId text references organisations (id),
    kind text not null, value text not null, label text, preferred integer not null default 0, position integer not null default 0,
    check ((personId is null) <> (organisationId is null))
  ) strict`.execute(db)
  await sql`create index contactPointsPerson on contactPoints (personId, kind, position)`.execute(db)
  await sql`create index contactPointsOrganisation on contactPoints (organisationId, kind, position)`.execute(db)
  await sql`create index contactPointsValue on contactPoints (value) where deletedAt is null`.execute(db)

  await sql`create table affiliations (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    personId text not null references people (id), organisationId text not null references organisations (id), title text, startedOn text, endedOn text
  ) strict`.execute(db)
  await sql`create index affiliationsPerson on affiliations (personId)`.execute(db)
  await sql`create index affiliationsOrganisation on affiliations (organisationId)`.execute(db)

  await sql`create table tags (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text, name text not null, foldedName text not null
  ) strict`.execute(db)
  await sql`create unique index tagsName on tags (foldedName) where deletedAt is null`.execute(db)
  await sql`create table taggings (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    tagId text not null references tags (id), personId text not null references people (id)
  ) strict`.execute(db)
  await sql`create unique index taggingsPerson on taggings (personId, tagId) where deletedAt is null`.execute(db)
  await sql`create index taggingsOwner on taggings (personId)`.execute(db)
  await sql`create index taggingsTag on taggings (tagId, personId)`.execute(db)

  // what finds a duplicate without comparing all pairs; kept by the writer beside the search entries
  await sql`create table duplicateKeys (
    personId text not null, key text not null, primary key (key, personId)
  ) strict, without rowid`.execute(db)
  await sql`create index duplicateKeysPerson on duplicateKeys (personId)`.execute(db)
}
