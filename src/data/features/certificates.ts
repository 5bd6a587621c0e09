import { AppError } from '../../shared/errors.ts'
import type { certificates as contract } from '../../shared/features/certificates.ts'
import type { Handlers, ReadDb, WriteContext } from '../context.ts'
import { readCohortSheet } from './attendance-of-cohort.ts'
import { signature } from './referral-row.ts'

export const certificates: Handlers<typeof contract> = {
  async ofCohort({ db, space }, { cohortId, enrolmentIds }) {
    const city = await ownCity(db, space.ownOrganisationId)
    const rows = await db
      .selectFrom('certificates')
      .innerJoin('enrolments', 'enrolments.id', 'certificates.enrolmentId')
      .innerJoin('people', 'people.id', 'enrolments.personId')
      .innerJoin('cohorts', 'cohorts.id', 'enrolments.cohortId')
      .innerJoin('programmes', 'programmes.id', 'cohorts.programmeId')
      .leftJoin('members', 'members.id', 'certificates.memberId')
      .select([
        'certificates.id',
        'certificates.enrolmentId',
        'certificates.number',
        'certificates.issuedOn',
        'certificates.minutes',
        'people.id as personId',
        'people.firstName',
        'people.lastName',
        'people.civility',
        'programmes.name as programmeName',
        'cohorts.name as cohortName',
        'cohorts.startsOn',
        'cohorts.endsOn',
        'cohorts.place',
        'members.name as issuedBy',
      ])
      .where('enrolments.cohortId', '=', cohortId)
      .where('certificates.deletedAt', 'is', null)
      .where('people.deletedAt', 'is', null)
      .$if(enrolmentIds !== null, (query) => query.where('enrolments.id', 'in', enrolmentIds ?? []))
      .orderBy('people.sortKey')
      .execute()
    return rows.map((row) => ({ ...row, city, associationName: space.organisationName }))
  },
  async issue(tx, { cohortId, enrolmentIds, issuedOn }) {
    const memberId = signature(tx)
    if (issuedOn > tx.today()) throw new AppError('invalid', { field: 'issuedOn', reason: 'future' })
    const { people } = await readCohortSheet(tx, cohortId)
    const wanted = new Set(enrolmentIds)
    const chosen = people.filter(({ enrolmentId }) => wanted.has(enrolmentId))
    if (chosen.length !== wanted.size)
      throw new AppError('selectionChanged', { expected: wanted.size, found: chosen.length })
    if (chosen.some(({ completion }) => !completion.completed))
      throw new AppError('invalid', { field: 'enrolmentIds', reason: 'notCompleted' })
    const without = chosen.filter(({ certificate }) => certificate === null)
    const first = await nextRank(tx, issuedOn)
    for (const [index, { enrolmentId, completion }] of without.entries()) {
      const number = numberOf(issuedOn, first + index)
      await tx.write.insert('certificates', {
        enrolmentId,
        number,
        issuedOn,
        memberId,
        minutes: completion.attendedMinutes,
      })
    }
    return { issued: without.length }
  },
}

async function ownCity(db: ReadDb, ownOrganisationId: string | null): Promise<string | null> {
  if (ownOrganisationId === null) return null
  const own = await db.selectFrom('organisations').select('city').where('id', '=', ownOrganisationId).executeTakeFirst()
  return own?.city ?? null
}

/** `AT-20261126-003`: the day it was issued, and its rank that day. */
function numberOf(issuedOn: string, rank: number): string {
  return `AT-${issuedOn.replaceAll('-', '')}-${String(rank).padStart(3, '0')}`
}

/** After every number that day had, those in the trash too. */
async function nextRank(tx: { readonly db: ReadDb } & Pick<WriteContext, 'today'>, issuedOn: string): Promise<number> {
  const row = await tx.db
    .selectFrom('certificates')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('issuedOn', '=', issuedOn)
    .executeTakeFirst()
  return Number((row?.last ?? '-0').split('-').at(-1)) + 1
}
