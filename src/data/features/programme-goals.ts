import type { ExpressionBuilder } from 'kysely'
import type { ProgrammeGoal } from '../../shared/features/programmes.ts'
import type { ProgrammeIndicator } from '../../shared/rules/programmes.ts'
import type { ReadDb } from '../context.ts'
import type { Schema } from '../schema.ts'

/** Whoever came in; later moves leave the day of entry behind them. */
const entered = ['enrolled', 'active', 'completed', 'alumnus'] as const
/** An alumna completed first. */
const through = ['completed', 'alumnus'] as const

interface Count {
  readonly reached: number
  readonly unknown: number
}
type Counts = Readonly<Record<ProgrammeIndicator, Count>>

/** The goals of a programme, each beside what the base counts today. */
export async function goalsOf(db: ReadDb, programmeId: string): Promise<ProgrammeGoal[]> {
  const goals = await db
    .selectFrom('programmeGoals')
    .select(['id', 'indicator', 'label', 'target'])
    .where('programmeId', '=', programmeId)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .execute()
  if (goals.length === 0) return []
  const counts = await countsOf(db, programmeId)
  return goals.map((goal) => {
    const indicator = goal.indicator as ProgrammeIndicator
    return { ...goal, indicator, ...counts[indicator] }
  })
}

async function countsOf(db: ReadDb, programmeId: string): Promise<Counts> {
  const people = await countPeople(db, programmeId)
  const attended = await attendedOf(db, programmeId)
  const minutes = attended.filter(({ kind }) => kind !== 'informationMeeting').map(minutesOf)
  const informed = attended.filter(({ kind }) => kind === 'informationMeeting')
  const held = await db
    .selectFrom('workshops')
    .innerJoin('cohorts', 'cohorts.id', 'workshops.cohortId')
    .innerJoin('attendances', 'attendances.workshopId', 'workshops.id')
    .select((eb) => eb.fn.count<number>('workshops.id').distinct().as('count'))
    .where('cohorts.programmeId', '=', programmeId)
    .where('workshops.deletedAt', 'is', null)
    .where('workshops.cancelledOn', 'is', null)
    .where('attendances.deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    ...people,
    hours: counted(Math.floor(sum(minutes) / 60)),
    workshopsHeld: counted(Number(held.count)),
    informed: counted(sum(informed.map(({ people: present }) => Number(present)))),
  }
}

type Eb = ExpressionBuilder<Schema, 'enrolments'>

/** People who entered, each once whatever the number of cohorts; as they were on the day of entry. */
async function countPeople(db: ReadDb, programmeId: string) {
  const one = (eb: Eb) => eb.fn.count<number>('enrolments.personId').distinct()
  const row = await db
    .selectFrom('enrolments')
    .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
    .select((eb) => [
      one(eb).as('entrants'),
      one(eb).filterWhere('entryGender', '=', 'female').as('women'),
      one(eb)
        .filterWhere((or) => or.or([or('entryGender', 'is', null), or('entryGender', '=', 'notGiven')]))
        .as('genderUnknown'),
      one(eb).filterWhere('entryQpvState', '=', 'in').as('qpv'),
      one(eb).filterWhere('entryQpvState', '=', 'toCheck').as('qpvUnknown'),
      one(eb)
        .filterWhere((and) => and.and([and('entryFrrStatus', 'is not', null), and('entryFrrStatus', '<>', '0')]))
        .as('frr'),
      one(eb).filterWhere('entryFrrStatus', 'is', null).as('frrUnknown'),
      one(eb).filterWhere('entryAge', '<', 26).as('young'),
      one(eb).filterWhere('entryAge', 'is', null).as('ageUnknown'),
      one(eb).filterWhere('entryStatus', '=', 'jobseeker').as('jobseekers'),
      one(eb)
        .filterWhere((or) => or.or([or('entryStatus', 'is', null), or('entryStatus', '=', 'unknown')]))
        .as('statusUnknown'),
      one(eb).filterWhere('stage', 'in', through).as('completed'),
    ])
    .where('cohorts.programmeId', '=', programmeId)
    .where('enrolments.deletedAt', 'is', null)
    .where((eb) => eb.or([eb('entryOn', 'is not', null), eb('stage', 'in', entered)]))
    .executeTakeFirstOrThrow()
  return {
    entrants: counted(row.entrants),
    women: counted(row.women, row.genderUnknown),
    qpvResidents: counted(row.qpv, row.qpvUnknown),
    frrResidents: counted(row.frr, row.frrUnknown),
    under26: counted(row.young, row.ageUnknown),
    jobseekers: counted(row.jobseekers, row.statusUnknown),
    completed: counted(row.completed),
  }
}

/** Presences of each workshop: a half-day without minutes of its own is its part of the workshop's. */
function attendedOf(db: ReadDb, programmeId: string) {
  return db
    .selectFrom('attendances')
    .innerJoin('workshops', 'workshops.id', 'attendances.workshopId')
    .innerJoin('cohorts', 'cohorts.id', 'workshops.cohortId')
    .select((eb) => [
      'workshops.id',
      'workshops.kind',
      'workshops.minutes as whole',
      eb.fn.sum<number | null>('attendances.minutes').as('said'),
      eb.fn.countAll<number>().filterWhere('attendances.minutes', 'is', null).as('unsaid'),
      eb.fn.count<number>('attendances.halfDay').distinct().as('halfDays'),
      eb.fn.count<number>('attendances.personId').distinct().as('people'),
    ])
    .where('cohorts.programmeId', '=', programmeId)
    .where('workshops.deletedAt', 'is', null)
    .where('workshops.cancelledOn', 'is', null)
    .where('attendances.deletedAt', 'is', null)
    .where('attendances.state', 'in', ['present', 'late'])
    .groupBy(['workshops.id', 'workshops.kind', 'workshops.minutes'])
    .execute()
}

type Attended = Awaited<ReturnType<typeof attendedOf>>[number]

function minutesOf({ whole, said, unsaid, halfDays }: Attended): number {
  return Number(said ?? 0) + (Number(unsaid) * whole) / Math.max(1, Number(halfDays))
}

function counted(reached: number, unknown: number = 0): Count {
  return { reached: Number(reached), unknown: Number(unknown) }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
