import { type Kysely, sql } from 'kysely'

/** Who came, for each half-day; the signed sheet; certificates; the hours of a month once they are settled. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create table attendances (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    workshopId text not null references workshops (id), personId text not null references people (id), enrolmentId text references enrolments (id),
    halfDay text not null, state text not null, minutes integer, walkIn integer not null default 0, note text
  ) strict`.execute(db)
  await sql`create unique index attendancesOne on attendances (workshopId, personId, halfDay) where deletedAt is null`.execute(
    db,
  )
  await sql`create index attendancesWorkshop on attendances (workshopId)`.execute(db)
  await sql`create index attendancesPerson on attendances (personId, workshopId)`.execute(db)
  await sql`create index attendancesEnrolment on attendances (enrolmentId) where enrolmentId is not null`.execute(db)

  // signed by those present (the scan) and by the trainer: proof only when it has both
  await sql`create table attendanceSheets (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    workshopId text not null references workshops (id), documentId text references documents (id), signedOn text,
    countersignedOn text, countersignedBy text
  ) strict`.execute(db)
  await sql`create unique index attendanceSheetsOne on attendanceSheets (workshopId) where deletedAt is null`.execute(
    db,
  )
  await sql`create index attendanceSheetsWorkshop on attendanceSheets (workshopId)`.execute(db)
  await sql`create index attendanceSheetsDocument on attendanceSheets (documentId) where documentId is not null`.execute(
    db,
  )

  await sql`create table certificates (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    enrolmentId text not null references enrolments (id), number text not null, issuedOn text not null, minutes integer not null, memberId text references members (id)
  ) strict`.execute(db)
  await sql`create unique index certificatesNumber on certificates (number)`.execute(db)
  await sql`create unique index certificatesOne on certificates (enrolmentId) where deletedAt is null`.execute(db)
  await sql`create index certificatesEnrolment on certificates (enrolmentId)`.execute(db)
  await sql`create index certificatesMember on certificates (memberId) where memberId is not null`.execute(db)

  // one for a coach or a person and a month; what it held when it was validated is kept with it
  await sql`create table hourStatements (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    month text not null, coachId text references members (id), personId text references people (id),
    individualMinutes integer not null, groupMinutes integer not null, lines text not null, validatedOn text not null, validatedById text references members (id),
    check ((coachId is null) <> (personId is null))
  ) strict`.execute(db)
  await sql`create unique index hourStatementsCoach on hourStatements (coachId, month) where deletedAt is null and coachId is not null`.execute(
    db,
  )
  await sql`create unique index hourStatementsPerson on hourStatements (personId, month) where deletedAt is null and personId is not null`.execute(
    db,
  )
  await sql`create index hourStatementsOfCoach on hourStatements (coachId) where coachId is not null`.execute(db)
  await sql`create index hourStatementsOfPerson on hourStatements (personId) where personId is not null`.execute(db)
  await sql`create index hourStatementsValidator on hourStatements (validatedById) where validatedById is not null`.execute(
    db,
  )

  // hours of a settled month changed all the same: what, from what to what, and why
  await sql`create table hourCorrections (
    id text primary key, version integer not null, createdAt text not null, updatedAt text not null, deletedAt text,
    statementId text not null references hourStatements (id), sessionId text references sessions (id), attendanceId text references attendances (id),
    beforeMinutes integer not null, afterMinutes integer not null, reason text not null, at text not null, memberId text references members (id)
  ) strict`.execute(db)
  await sql`create index hourCorrectionsStatement on hourCorrections (statementId)`.execute(db)
  await sql`create index hourCorrectionsSession on hourCorrections (sessionId) where sessionId is not null`.execute(db)
  await sql`create index hourCorrectionsAttendance on hourCorrections (attendanceId) where attendanceId is not null`.execute(
    db,
  )
  await sql`create index hourCorrectionsMember on hourCorrections (memberId) where memberId is not null`.execute(db)
}
