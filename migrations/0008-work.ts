import { type Kysely, sql } from 'kysely'

/** What is to be done and what was exchanged, the papers, and the letters written from a model. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table tasks (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    title text not null, note text, kind text not null, dueOn text, dueTime text, assigneeId text references members (id),
    personId text references people (id), organisationId text references organisations (id), referralId text references referrals (id),
    cohortId text references cohorts (id), sessionId text references sessions (id), actionId text references actions (id),
    origin text not null, ruleKey text, recurrence text, doneOn text, doneById text references members (id)
  ) strict`.execute(db)
  await sql`create index tasksDue on tasks (dueOn, id) where deletedAt is null and doneOn is null`.execute(db)
  await sql`create index tasksAssignee on tasks (assigneeId, doneOn, dueOn)`.execute(db)
  await sql`create index tasksPerson on tasks (personId)`.execute(db)
  await sql`create index tasksOrganisation on tasks (organisationId) where organisationId is not null`.execute(db)
  await sql`create index tasksReferral on tasks (referralId) where referralId is not null`.execute(db)
  await sql`create index tasksCohort on tasks (cohortId) where cohortId is not null`.execute(db)
  await sql`create index tasksSession on tasks (sessionId) where sessionId is not null`.execute(db)
  await sql`create index tasksAction on tasks (actionId) where actionId is not null`.execute(db)
  await sql`create index tasksDoneBy on tasks (doneById) where doneById is not null`.execute(db)
  await sql`create unique index tasksRule on tasks (ruleKey) where ruleKey is not null`.execute(db)

  // a line of the day put off by a member; the line itself is computed, and named by its key
  await sql`create table snoozes (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    itemKey text not null, memberId text references members (id), until text not null
  ) strict`.execute(db)
  await sql`create unique index snoozesOne on snoozes (itemKey, memberId) where deletedAt is null`.execute(db)
  await sql`create index snoozesMember on snoozes (memberId)`.execute(db)

  await sql`create table reminderRules (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    title text not null, dateField text not null, offsetDays integer not null, active integer not null default 1
  ) strict`.execute(db)

  await sql`create table interactions (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    personId text references people (id), organisationId text references organisations (id), kind text not null, at text not null,
    minutes integer, result text, note text, memberId text references members (id),
    check (personId is not null or organisationId is not null)
  ) strict`.execute(db)
  await sql`create index interactionsPerson on interactions (personId, at)`.execute(db)
  await sql`create index interactionsOrganisation on interactions (organisationId, at) where organisationId is not null`.execute(
    db,
  )
  await sql`create index interactionsMember on interactions (memberId) where memberId is not null`.execute(db)

  await sql`create table letterModels (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    kind text not null, name text not null, subject text, body text not null, position integer not null default 0
  ) strict`.execute(db)

  // a paper belongs to one record; its bytes lie apart, named by their digest, outside the history
  await sql`create table documents (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    personId text references people (id), organisationId text references organisations (id), referralId text references referrals (id),
    programmeId text references programmes (id), cohortId text references cohorts (id), workshopId text references workshops (id),
    kind text not null, title text not null, fileName text not null, mediaType text not null, size integer not null, sha256 text not null,
    documentOn text, expiresOn text, note text, addedById text references members (id),
    check ((personId is not null) + (organisationId is not null) + (referralId is not null) + (programmeId is not null) + (cohortId is not null) + (workshopId is not null) = 1)
  ) strict`.execute(db)
  await sql`create index documentsPerson on documents (personId)`.execute(db)
  await sql`create index documentsOrganisation on documents (organisationId) where organisationId is not null`.execute(
    db,
  )
  await sql`create index documentsReferral on documents (referralId) where referralId is not null`.execute(db)
  await sql`create index documentsProgramme on documents (programmeId) where programmeId is not null`.execute(db)
  await sql`create index documentsCohort on documents (cohortId) where cohortId is not null`.execute(db)
  await sql`create index documentsWorkshop on documents (workshopId) where workshopId is not null`.execute(db)
  await sql`create index documentsAddedBy on documents (addedById) where addedById is not null`.execute(db)
  await sql`create index documentsExpiry on documents (expiresOn, id) where deletedAt is null and expiresOn is not null`.execute(
    db,
  )
  await sql`create index documentsBytes on documents (sha256)`.execute(db)
  await sql`create table documentBytes (
    sha256 text primary key, bytes blob not null, addedAt text not null
  ) strict`.execute(db)
}
