import { AppError } from '../../shared/errors.ts'
import type { CohortPerson, CohortSheet } from '../../shared/features/attendances.ts'
import { absencesInRow, attendingStages, presenceRate, usualAbsencesAlert } from '../../shared/rules/attendance.ts'
import { completionOf, usualCompletionShare } from '../../shared/rules/completion.ts'
import { exitRates } from '../../shared/rules/hours.ts'
import type { ReadContext, ReadDb } from '../context.ts'
import { type MarkRow, groupBy, leftStages, marksOf } from './attendance-reading.ts'
import { contactPointsOf, firstValue } from './contact-points.ts'
import { provenWorkshops } from './sheet-reading.ts'

/** People × workshops of a cohort, with what follows from it: rates, absences in a row, who completed. */
export async function readCohortSheet({ db, today }: ReadContext, cohortId: string): Promise<CohortSheet> {
  const cohort = await readCohort(db, cohortId)
  const workshops = await workshopsOf(db, cohortId)
  const ids = workshops.map(({ id }) => id)
  const marks = groupBy(await marksOf(db, ids), ({ personId }) => personId)
  const proven = await provenWorkshops(db, ids)
  const entered = await enteredPeople(db, cohortId)
  const people = entered.map((person): CohortPerson => {
    const cells = cellsOf(workshops, marks.get(person.personId) ?? [])
    // an absence told in advance counts once its workshop was held
    const held = cells.filter(({ workshop }) => workshop.heldOn <= today())
    const called = held.map(({ workshop, marks: own }) => ({
      heldOn: workshop.heldOn,
      cancelled: workshop.cancelled,
      states: own.map(({ state }) => state),
    }))
    const attended = new Map(cells.map(({ workshop, minutes }) => [workshop.id, minutes]))
    const completion = completionOf(workshops, attended, cohort.completionShare)
    return {
      ...person,
      cells: cells.map(({ workshop, marks: own }) => ({
        workshopId: workshop.id,
        marks: own.map(({ halfDay, state, minutes }) => ({ halfDay, state, minutes })),
      })),
      presence: presenceRate(called),
      absences: absencesInRow(called),
      completion: { ...completion, missedCompulsory: [...completion.missedCompulsory] },
    }
  })
  const attendedAt = (wanted: (id: string) => boolean) =>
    [...marks.values()].flat().reduce((sum, mark) => (wanted(mark.workshopId) ? sum + mark.minutes : sum), 0)
  const tookPlace = new Set(workshops.filter(({ cancelled }) => !cancelled).map(({ id }) => id))
  const ended = cohort.endsOn !== null && cohort.endsOn < today()
  const exits = exitRates(
    people.map(({ stage, completion }) => ({
      entered: ended,
      completed: stage !== 'dropout' && completion.completed,
      droppedOut: stage === 'dropout',
    })),
  )
  return {
    cohortId,
    cohortName: cohort.name,
    completionShare: cohort.completionShare,
    absencesAlert: cohort.absencesAlert,
    workshops: workshops.map((workshop) => ({ ...workshop, signed: proven.has(workshop.id) })),
    people,
    presence: {
      numerator: people.reduce((sum, { presence }) => sum + presence.numerator, 0),
      denominator: people.reduce((sum, { presence }) => sum + presence.denominator, 0),
    },
    proven: {
      numerator: attendedAt((id) => tookPlace.has(id) && proven.has(id)),
      denominator: attendedAt((id) => tookPlace.has(id)),
    },
    completed: exits.completed,
    droppedOut: exits.droppedOut,
  }
}

async function readCohort(db: ReadDb, id: string) {
  const row = await db
    .selectFrom('cohorts')
    .select(['name', 'endsOn', 'completionShare', 'absencesAlert'])
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!row) throw new AppError('notFound', { entity: 'cohorts', id })
  return {
    ...row,
    completionShare: row.completionShare ?? usualCompletionShare,
    absencesAlert: row.absencesAlert ?? usualAbsencesAlert,
  }
}

async function workshopsOf(db: ReadDb, cohortId: string) {
  const rows = await db
    .selectFrom('workshops')
    .select(['id', 'title', 'heldOn', 'startTime', 'minutes', 'compulsory', 'cancelledOn'])
    .where('cohortId', '=', cohortId)
    .where('deletedAt', 'is', null)
    .orderBy('heldOn')
    .orderBy('startTime')
    .execute()
  return rows.map(({ compulsory, cancelledOn, ...row }) => ({
    ...row,
    compulsory: compulsory === 1,
    cancelled: cancelledOn !== null,
  }))
}

type Workshop = Awaited<ReturnType<typeof workshopsOf>>[number]

function cellsOf(workshops: readonly Workshop[], marks: readonly MarkRow[]) {
  const byWorkshop = groupBy(marks, ({ workshopId }) => workshopId)
  return workshops.map((workshop) => {
    const own = byWorkshop.get(workshop.id) ?? []
    return { workshop, marks: own, minutes: own.reduce((sum, { minutes }) => sum + minutes, 0) }
  })
}

/** Whoever is or was in the programme, in the order of names, with their phone and their certificate. */
async function enteredPeople(db: ReadDb, cohortId: string) {
  const rows = await db
    .selectFrom('enrolments')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .leftJoin('certificates', (join) =>
      join.onRef('certificates.enrolmentId', '=', 'enrolments.id').on('certificates.deletedAt', 'is', null),
    )
    .select([
      'enrolments.id as enrolmentId',
      'people.id as personId',
      'people.firstName',
      'people.lastName',
      'enrolments.stage',
      'certificates.id as certificateId',
      'certificates.number',
      'certificates.issuedOn',
    ])
    .where('enrolments.cohortId', '=', cohortId)
    .where('enrolments.stage', 'in', [...attendingStages, ...leftStages])
    .where('enrolments.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .orderBy('people.sortKey')
    .execute()
  const phones = await phonesOf(
    db,
    rows.map(({ personId }) => personId),
  )
  return rows.map(({ certificateId, number, issuedOn, ...row }) => ({
    ...row,
    phone: phones(row.personId),
    certificate:
      certificateId === null || number === null || issuedOn === null ? null : { id: certificateId, number, issuedOn },
  }))
}

/** The phone to call of each of these people. */
export async function phonesOf(db: ReadDb, personIds: readonly string[]): Promise<(personId: string) => string | null> {
  if (personIds.length === 0) return () => null
  const points = await contactPointsOf(db, 'personId', personIds)
  return (personId) => firstValue(points.get(personId), 'phone')
}
