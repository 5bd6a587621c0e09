import { type Kysely, sql } from 'kysely'

/**
 * A person referred by a landlord, from the draft to the outcome; what was true that day is frozen on it.
 * Indexes on what points to a parent are whole, trash included: an undo looks there for children.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table referrals (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    number text not null, state text not null, stateSince text not null, clockFrom text, dueOn text, dueRule text,
    sentOn text, receivedOn text, decidedOn text, closedOn text,
    personId text not null references people (id), landlordId text references organisations (id), residenceId text references residences (id),
    agency text, officerName text, officerEmail text, officerPhone text,
    motive text not null, needs text not null default '[]', contactPreference text, bestTimes text not null default '[]', languageHelp integer not null default 0,
    project text, projectStage text, goal text, note text, assignedToId text references members (id),
    reasons text not null default '[]', rank integer, outcomeClass text, otherSchemeName text,
    redirectKind text, redirectName text, redirectOrganisationId text references organisations (id),
    threadId text, previousId text references referrals (id),
    entryOn text, entryCommuneCode text, entryCommuneName text, entryQpvState text not null default 'toCheck', entryQpvCode text, entryQpvEdition text, entryRuralityClass text, entryFrrStatus text,
    entryStatus text, entryEducation text, entryAge integer
  ) strict`.execute(db)
  await sql`create unique index referralsNumber on referrals (number) where deletedAt is null`.execute(db)
  await sql`create index referralsState on referrals (state, dueOn, id) where deletedAt is null`.execute(db)
  await sql`create index referralsRank on referrals (state, rank, id) where deletedAt is null`.execute(db)
  await sql`create index referralsDue on referrals (dueOn, id) where deletedAt is null`.execute(db)
  await sql`create index referralsPerson on referrals (personId)`.execute(db)
  await sql`create index referralsLandlord on referrals (landlordId, state, deletedAt)`.execute(db)
  await sql`create index referralsResidence on referrals (residenceId) where residenceId is not null`.execute(db)
  await sql`create index referralsReceived on referrals (receivedOn, id) where deletedAt is null`.execute(db)
  await sql`create index referralsSent on referrals (sentOn, id) where deletedAt is null`.execute(db)
  await sql`create index referralsCreated on referrals (createdAt, id, deletedAt) where deletedAt is null`.execute(db)
  await sql`create index referralsThread on referrals (threadId) where threadId is not null`.execute(db)
  await sql`create index referralsPrevious on referrals (previousId) where previousId is not null`.execute(db)
  await sql`create index referralsRedirected on referrals (redirectOrganisationId) where redirectOrganisationId is not null`.execute(
    db,
  )
  await sql`create index referralsAssigned on referrals (assignedToId) where assignedToId is not null`.execute(db)

  // the last number given on a device in a year: beside the history, so that an undone referral never lends its number
  await sql`create table referralNumbers (
    code text not null, year integer not null, last integer not null, primary key (code, year)
  ) strict, without rowid`.execute(db)

  await sql`create table consents (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    personId text not null references people (id), purpose text not null, recipientId text references organisations (id), recipientName text, scope text not null default '[]',
    wordingVersion text not null, how text not null, proof text, givenOn text not null, withdrawnOn text, referralId text references referrals (id)
  ) strict`.execute(db)
  await sql`create index consentsPerson on consents (personId)`.execute(db)
  await sql`create index consentsReferral on consents (referralId)`.execute(db)
  await sql`create index consentsRecipient on consents (recipientId) where recipientId is not null`.execute(db)

  await sql`create table referralMoves (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    referralId text not null references referrals (id), fromState text, toState text not null, movedOn text not null, at text not null,
    mover text not null, memberId text, byName text, reasons text not null default '[]', note text
  ) strict`.execute(db)
  await sql`create index referralMovesReferral on referralMoves (referralId, at)`.execute(db)

  await sql`create table contactAttempts (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    referralId text not null references referrals (id), at text not null, channel text not null, result text not null, note text, memberId text
  ) strict`.execute(db)
  await sql`create index contactAttemptsReferral on contactAttempts (referralId, at)`.execute(db)

  await sql`create table referralFeedbacks (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    referralId text not null references referrals (id), occasion text not null, happenedOn text not null, dueOn text not null, sentOn text, channel text, message text, memberId text
  ) strict`.execute(db)
  await sql`create index referralFeedbacksReferral on referralFeedbacks (referralId)`.execute(db)
  await sql`create index referralFeedbacksDue on referralFeedbacks (dueOn) where deletedAt is null and sentOn is null`.execute(
    db,
  )
}
