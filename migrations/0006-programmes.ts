import { type Kysely, sql } from 'kysely'

/**
 * Programmes, their cohorts, who is enrolled and how they were chosen, and the workshops. What was true of a
 * person on the day of entry is frozen on the enrolment. Indexes on what points to a parent are whole, trash
 * included: an undo looks there for children.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table programmes (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    kind text not null, name text not null, sortKey text not null, startsOn text, endsOn text, aim text, note text
  ) strict`.execute(db)
  await sql`create index programmesSort on programmes (sortKey, id, deletedAt) where deletedAt is null`.execute(db)

  await sql`create table programmePartners (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    programmeId text not null references programmes (id), organisationId text not null references organisations (id), role text not null
  ) strict`.execute(db)
  await sql`create unique index programmePartnersOne on programmePartners (programmeId, organisationId, role) where deletedAt is null`.execute(
    db,
  )
  await sql`create index programmePartnersProgramme on programmePartners (programmeId)`.execute(db)
  await sql`create index programmePartnersOrganisation on programmePartners (organisationId)`.execute(db)

  // an action that a funder pays for, and how much of it, in percent
  await sql`create table fundedActions (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    programmeId text not null references programmes (id), funderId text not null references organisations (id),
    title text not null, code text, share integer, amountCents integer, currency text not null default 'EUR', startsOn text, endsOn text
  ) strict`.execute(db)
  await sql`create index fundedActionsProgramme on fundedActions (programmeId)`.execute(db)
  await sql`create index fundedActionsFunder on fundedActions (funderId)`.execute(db)

  await sql`create table programmeGoals (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    programmeId text not null references programmes (id), indicator text not null, label text, target integer not null, position integer not null default 0
  ) strict`.execute(db)
  await sql`create index programmeGoalsProgramme on programmeGoals (programmeId, position)`.execute(db)

  await sql`create table cohorts (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    programmeId text not null references programmes (id), name text not null, sortKey text not null, startsOn text, endsOn text, place text,
    capacity integer, coordinatorId text references members (id), callOpensOn text, callClosesOn text,
    completionShare integer, absencesAlert integer, previousId text references cohorts (id), note text
  ) strict`.execute(db)
  await sql`create index cohortsSort on cohorts (sortKey, id, deletedAt) where deletedAt is null`.execute(db)
  await sql`create index cohortsStart on cohorts (startsOn, id, deletedAt) where deletedAt is null`.execute(db)
  await sql`create index cohortsProgramme on cohorts (programmeId, startsOn)`.execute(db)
  await sql`create index cohortsCoordinator on cohorts (coordinatorId) where coordinatorId is not null`.execute(db)
  await sql`create index cohortsPrevious on cohorts (previousId) where previousId is not null`.execute(db)

  // places kept for an area or for a part of the public
  await sql`create table cohortQuotas (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    cohortId text not null references cohorts (id), kind text not null, code text, label text, places integer not null, position integer not null default 0
  ) strict`.execute(db)
  await sql`create index cohortQuotasCohort on cohortQuotas (cohortId, position)`.execute(db)

  await sql`create table enrolments (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    cohortId text not null references cohorts (id), personId text not null references people (id), referralId text references referrals (id),
    stage text not null, stageSince text not null, appliedOn text, enrolledOn text, endedOn text, rank integer,
    reasons text not null default '[]', outcomeClass text, note text, messageSentOn text,
    entryOn text, entryCommuneCode text, entryCommuneName text, entryQpvState text not null default 'toCheck', entryQpvCode text, entryQpvEdition text,
    entryRuralityClass text, entryFrrStatus text, entryStatus text, entryEducation text, entryAge integer, entryGender text
  ) strict`.execute(db)
  await sql`create unique index enrolmentsOne on enrolments (cohortId, personId) where deletedAt is null`.execute(db)
  await sql`create index enrolmentsCohort on enrolments (cohortId, stage, deletedAt)`.execute(db)
  await sql`create index enrolmentsPerson on enrolments (personId)`.execute(db)
  await sql`create index enrolmentsReferral on enrolments (referralId) where referralId is not null`.execute(db)
  await sql`create index enrolmentsStage on enrolments (stage, stageSince, id) where deletedAt is null`.execute(db)

  await sql`create table enrolmentMoves (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    enrolmentId text not null references enrolments (id), fromStage text, toStage text not null, movedOn text not null, at text not null,
    memberId text references members (id), reasons text not null default '[]', note text
  ) strict`.execute(db)
  await sql`create index enrolmentMovesEnrolment on enrolmentMoves (enrolmentId, at)`.execute(db)

  // the grid that readers fill: what is looked at, and what it weighs
  await sql`create table selectionCriteria (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    cohortId text not null references cohorts (id), label text not null, guidance text, weight integer not null, position integer not null default 0
  ) strict`.execute(db)
  await sql`create index selectionCriteriaCohort on selectionCriteria (cohortId, position)`.execute(db)

  await sql`create table selectionReviews (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    enrolmentId text not null references enrolments (id), memberId text not null references members (id),
    conflictOfInterest integer not null default 0, recommendation text, comment text, submittedOn text, scores text not null default '{}'
  ) strict`.execute(db)
  await sql`create unique index selectionReviewsOne on selectionReviews (enrolmentId, memberId) where deletedAt is null`.execute(
    db,
  )
  await sql`create index selectionReviewsEnrolment on selectionReviews (enrolmentId)`.execute(db)
  await sql`create index selectionReviewsMember on selectionReviews (memberId)`.execute(db)

  await sql`create table workshops (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    cohortId text not null references cohorts (id), kind text not null, title text not null, theme text, position integer not null default 0,
    heldOn text not null, startTime text not null, endTime text not null, minutes integer not null,
    place text, link text, trainerName text, trainerOrganisationId text references organisations (id),
    compulsory integer not null default 0, seriesId text, cancelledOn text, cancelledReason text, note text
  ) strict`.execute(db)
  await sql`create index workshopsCohort on workshops (cohortId, heldOn, startTime)`.execute(db)
  await sql`create index workshopsHeld on workshops (heldOn, startTime, id, deletedAt) where deletedAt is null`.execute(
    db,
  )
  await sql`create index workshopsTrainer on workshops (trainerOrganisationId) where trainerOrganisationId is not null`.execute(
    db,
  )

  // which funded actions a workshop counts for, in percent: never more than 100 together
  await sql`create table workshopFundings (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    workshopId text not null references workshops (id), fundedActionId text not null references fundedActions (id),
    share integer not null check (share between 1 and 100)
  ) strict`.execute(db)
  await sql`create unique index workshopFundingsOne on workshopFundings (workshopId, fundedActionId) where deletedAt is null`.execute(
    db,
  )
  await sql`create index workshopFundingsWorkshop on workshopFundings (workshopId)`.execute(db)
  await sql`create index workshopFundingsAction on workshopFundings (fundedActionId)`.execute(db)
}
