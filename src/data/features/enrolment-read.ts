import type { Selectable } from 'kysely'
import { AppError } from '../../shared/errors.ts'
import type { Enrolment, EnrolmentRow } from '../../shared/features/enrolments.ts'
import {
  type EnrolmentReason,
  type EnrolmentStage,
  enrolmentStages,
  stagesAfter,
} from '../../shared/rules/enrolment-stages.ts'
import type { OutcomeClass, QpvState } from '../../shared/rules/values.ts'
import type { ReadContext, ReadDb } from '../context.ts'
import type { Schema } from '../schema.ts'
import { quotaSituation } from './cohort-filling.ts'
import { contactPointsOf, firstValue } from './contact-points.ts'
import { ageAt, frozenEntry, townOf } from './entry-situation.ts'
import { summariesOf } from './selection-summaries.ts'

/** Everyone of a cohort, stage by stage; the waiting list by rank, the others by name. */
export async function readCohortRows(context: ReadContext, cohortId: string): Promise<EnrolmentRow[]> {
  const found = await joined(context.db)
    .where('enrolments.cohortId', '=', cohortId)
    .where('enrolments.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .orderBy('rank')
    .orderBy('people.sortKey')
    .orderBy('enrolments.id')
    .execute()
  const rows = await toRows(context, found)
  return rows.toSorted((a, b) => enrolmentStages.indexOf(a.stage) - enrolmentStages.indexOf(b.stage))
}

/** The programmes someone is or was in, the latest first. */
export async function readPersonEnrolments(context: ReadContext, personId: string) {
  const found = await joined(context.db)
    .where('enrolments.personId', '=', personId)
    .where('enrolments.deletedAt', 'is', null)
    .orderBy('enrolments.stageSince', 'desc')
    .orderBy('enrolments.id', 'desc')
    .execute()
  const rows = await toRows(context, found)
  return rows.map((row, index) => ({ ...row, ...programmeOf(found[index]) }))
}

/** A whole enrolment, also from the trash. */
export async function readEnrolment(context: ReadContext, id: string): Promise<Enrolment> {
  const found = await joined(context.db).where('enrolments.id', '=', id).execute()
  const [row] = await toRows(context, found)
  const [record] = found
  if (!row || !record) throw new AppError('notFound', { entity: 'enrolments', id })
  return {
    ...row,
    ...programmeOf(record),
    deletedAt: record.deletedAt,
    entry: entryOf(record),
    moves: await movesOf(context.db, id),
  }
}

type Joined = Awaited<ReturnType<ReturnType<typeof joined>['execute']>>[number]

function joined(db: ReadDb) {
  return db
    .selectFrom('enrolments')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .innerJoin('programmes', 'programmes.id', 'cohorts.programmeId')
    .leftJoin('referrals', 'referrals.id', 'enrolments.referralId')
    .selectAll('enrolments')
    .select([
      'people.firstName',
      'people.lastName',
      'people.birthDate',
      'people.birthYear',
      'people.gender',
      'people.city',
      'people.communeCode',
      'people.qpvState',
      'people.qpvCode',
      'people.frrStatus',
      'referrals.number as referralNumber',
      'cohorts.name as cohortName',
      'cohorts.programmeId',
      'programmes.name as programmeName',
    ])
}

async function toRows(context: ReadContext, found: readonly Joined[]): Promise<EnrolmentRow[]> {
  if (found.length === 0) return []
  const people = [...new Set(found.map(({ personId }) => personId))]
  const points = await contactPointsOf(context.db, 'personId', people)
  const summaries = await summariesOf(context, found)
  return found.map((row) => ({
    ...factsOf(row),
    ...whereabouts(context, row),
    phone: firstValue(points.get(row.personId), 'phone'),
    email: firstValue(points.get(row.personId), 'email'),
    review: summaries.get(row.id) ?? null,
  }))
}

function factsOf(row: Joined) {
  const stage = row.stage as EnrolmentStage
  return {
    id: row.id,
    version: row.version,
    cohortId: row.cohortId,
    personId: row.personId,
    firstName: row.firstName,
    lastName: row.lastName,
    stage,
    stageSince: row.stageSince,
    appliedOn: row.appliedOn,
    enrolledOn: row.enrolledOn,
    endedOn: row.endedOn,
    rank: row.rank,
    reasons: JSON.parse(row.reasons) as EnrolmentReason[],
    outcomeClass: row.outcomeClass as OutcomeClass | null,
    note: row.note,
    referralId: row.referralId,
    referralNumber: row.referralNumber,
    messageSentOn: row.messageSentOn,
    nextStages: [...stagesAfter(stage)],
  }
}

/** As frozen on the day of entry; as it is today for who has not entered. */
function whereabouts(context: ReadContext, row: Joined) {
  const situation = quotaSituation(row)
  const entered = row.entryOn !== null
  return {
    ...situation,
    qpvState: situation.qpvState as QpvState,
    communeName: entered ? row.entryCommuneName : townOf(context, row),
    age: entered ? row.entryAge : ageAt(row, context.today()),
  }
}

function programmeOf(row: Joined | undefined) {
  return {
    cohortName: row?.cohortName ?? '',
    programmeId: row?.programmeId ?? '',
    programmeName: row?.programmeName ?? '',
  }
}

function entryOf(row: Selectable<Schema['enrolments']>): Enrolment['entry'] {
  const entry = frozenEntry(row)
  return entry === null ? null : { ...entry, gender: row.entryGender }
}

async function movesOf(db: ReadDb, enrolmentId: string): Promise<Enrolment['moves']> {
  const rows = await db
    .selectFrom('enrolmentMoves')
    .leftJoin('members', 'members.id', 'enrolmentMoves.memberId')
    .select(['enrolmentMoves.id', 'fromStage', 'toStage', 'movedOn', 'at', 'reasons', 'note', 'members.name as by'])
    .where('enrolmentId', '=', enrolmentId)
    .where('enrolmentMoves.deletedAt', 'is', null)
    .orderBy('at')
    .orderBy('enrolmentMoves.id')
    .execute()
  return rows.map(({ fromStage, toStage, movedOn, reasons, ...row }) => ({
    ...row,
    from: fromStage as EnrolmentStage | null,
    to: toStage as EnrolmentStage,
    on: movedOn,
    reasons: JSON.parse(reasons) as EnrolmentReason[],
  }))
}
