import { type Kysely, sql } from 'kysely'

/** Individual support: its spells, sessions, the plan, barriers, and how far the person says they have come. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table supports (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    personId text not null references people (id), coachId text not null references members (id), programmeId text references programmes (id),
    startedOn text not null, endedOn text, endReason text, endNote text, previousId text references supports (id), handoverNote text,
    personWords text, coachWords text
  ) strict`.execute(db)
  // one open spell for a person and a coach: two would count the same sessions twice
  await sql`create unique index supportsOne on supports (personId, coachId) where deletedAt is null and endedOn is null`.execute(
    db,
  )
  await sql`create index supportsPerson on supports (personId, startedOn)`.execute(db)
  await sql`create index supportsCoach on supports (coachId, endedOn, deletedAt)`.execute(db)
  await sql`create index supportsProgramme on supports (programmeId) where programmeId is not null`.execute(db)
  await sql`create index supportsPrevious on supports (previousId) where previousId is not null`.execute(db)
  await sql`create index supportsStarted on supports (startedOn, id, deletedAt) where deletedAt is null`.execute(db)

  await sql`create table sessions (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    personId text not null references people (id), supportId text references supports (id), coachId text not null references members (id),
    state text not null, heldOn text not null, startTime text, minutes integer not null default 0, mode text not null, place text,
    themes text not null default '[]', privateNote text, shareableNote text, nextStep text, writtenUpOn text
  ) strict`.execute(db)
  await sql`create index sessionsPerson on sessions (personId, heldOn)`.execute(db)
  await sql`create index sessionsSupport on sessions (supportId, heldOn)`.execute(db)
  await sql`create index sessionsCoach on sessions (coachId, heldOn, deletedAt)`.execute(db)
  await sql`create index sessionsHeld on sessions (heldOn, id, deletedAt) where deletedAt is null`.execute(db)
  await sql`create index sessionsToWrite on sessions (state, heldOn, id) where deletedAt is null and writtenUpOn is null`.execute(
    db,
  )

  await sql`create table sessionFundings (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    sessionId text not null references sessions (id), fundedActionId text not null references fundedActions (id),
    share integer not null check (share between 1 and 100)
  ) strict`.execute(db)
  await sql`create unique index sessionFundingsOne on sessionFundings (sessionId, fundedActionId) where deletedAt is null`.execute(
    db,
  )
  await sql`create index sessionFundingsSession on sessionFundings (sessionId)`.execute(db)
  await sql`create index sessionFundingsAction on sessionFundings (fundedActionId)`.execute(db)

  await sql`create table goals (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    personId text not null references people (id), title text not null, theme text, state text not null, stateOn text not null, targetOn text, position integer not null default 0
  ) strict`.execute(db)
  await sql`create index goalsPerson on goals (personId, position)`.execute(db)

  await sql`create table actionLibrary (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    title text not null, theme text, retired integer not null default 0, position integer not null default 0
  ) strict`.execute(db)

  await sql`create table actions (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    personId text not null references people (id), goalId text references goals (id), libraryId text references actionLibrary (id),
    title text not null, who text not null, whoName text, dueOn text, doneOn text, position integer not null default 0
  ) strict`.execute(db)
  await sql`create index actionsPerson on actions (personId, position)`.execute(db)
  await sql`create index actionsGoal on actions (goalId) where goalId is not null`.execute(db)
  await sql`create index actionsLibrary on actions (libraryId) where libraryId is not null`.execute(db)
  await sql`create index actionsDue on actions (dueOn, id) where deletedAt is null and doneOn is null`.execute(db)

  await sql`create table barriers (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    personId text not null references people (id), kind text not null, openedOn text not null, closedOn text, outcome text, note text
  ) strict`.execute(db)
  await sql`create index barriersPerson on barriers (personId, openedOn)`.execute(db)

  // what is rated, 0 to 10: a theme that is no longer asked stays on what was answered
  await sql`create table scaleThemes (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    label text not null, retired integer not null default 0, position integer not null default 0
  ) strict`.execute(db)
  await sql`create table goalReviews (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    personId text not null references people (id), supportId text not null references supports (id), themeId text not null references scaleThemes (id),
    moment text not null, rater text not null, reviewedOn text not null, score integer not null check (score between 0 and 10), memberId text references members (id)
  ) strict`.execute(db)
  await sql`create unique index goalReviewsOne on goalReviews (supportId, themeId, moment, rater) where deletedAt is null`.execute(
    db,
  )
  await sql`create index goalReviewsPerson on goalReviews (personId, reviewedOn)`.execute(db)
  await sql`create index goalReviewsSupport on goalReviews (supportId)`.execute(db)
  await sql`create index goalReviewsTheme on goalReviews (themeId)`.execute(db)
}
