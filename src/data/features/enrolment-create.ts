import { AppError } from '../../shared/errors.ts'
import type { Selection } from '../../shared/features/lists.ts'
import type { IsoDay } from '../../shared/rules/days.ts'
import { type firstStages, mostEnrolledAtOnce } from '../../shared/rules/enrolment-stages.ts'
import { displayName } from '../../shared/rules/fold.ts'
import type { ReadDb, WriteContext } from '../context.ts'
import { idsOfSelection } from '../list.ts'
import { readCandidates } from './enrolment-candidates.ts'
import { entryColumns, logStage } from './enrolment-moves.ts'
import { tellReferral } from './enrolment-referral.ts'
import { liveCohort } from './enrolment-row.ts'
import { peopleList } from './people-list.ts'

interface NewEnrolments {
  readonly cohortId: string
  readonly people: readonly { readonly personId: string; readonly referralId: string | null }[]
  readonly stage: (typeof firstStages)[number]
  readonly on: IsoDay
}

/** Adds people to a cohort, all or none, in their order; gives the ids of their enrolments. */
export async function createEnrolments(tx: WriteContext, input: NewEnrolments): Promise<string[]> {
  await liveCohort(tx.db, input.cohortId)
  if (input.on > tx.today()) throw new AppError('invalid', { field: 'on' })
  const ids = input.people.map(({ personId }) => personId)
  if (new Set(ids).size !== ids.length) throw new AppError('invalid', { field: 'people' })
  await refuseThoseThere(tx.db, input.cohortId, ids)
  const made = []
  for (const person of input.people) made.push(await createOne(tx, input, person))
  return made
}

/** Those of a selection of people who are not in the cohort yet, each with the referral that may lead there. */
export async function createSelected(
  tx: WriteContext,
  { selection, ...input }: Omit<NewEnrolments, 'people'> & { readonly selection: Selection },
): Promise<{ readonly ids: string[]; readonly there: number }> {
  const selected = await idsOfSelection(tx, peopleList, selection)
  if (selected.length === 0 || selected.length > mostEnrolledAtOnce) throw new AppError('invalid', { field: 'people' })
  const enrolled = await tx.db
    .selectFrom('enrolments')
    .select('personId')
    .where('cohortId', '=', input.cohortId)
    .where('deletedAt', 'is', null)
    .execute()
  const there = new Set(enrolled.map(({ personId }) => personId))
  const candidates = await readCandidates(tx.db, input.cohortId)
  const referralOf = (personId: string) => {
    const [referral, another] = candidates.filter((candidate) => candidate.personId === personId)
    return referral && !another ? referral.referralId : null // of two, somebody chooses
  }
  const people = selected
    .filter((personId) => !there.has(personId))
    .map((personId) => ({ personId, referralId: referralOf(personId) }))
  const ids = people.length === 0 ? [] : await createEnrolments(tx, { ...input, people })
  return { ids, there: selected.length - people.length }
}

async function createOne(
  tx: WriteContext,
  { cohortId, stage, on }: NewEnrolments,
  { personId, referralId }: NewEnrolments['people'][number],
): Promise<string> {
  await refuseUnknown(tx.db, personId)
  if (referralId !== null) await refuseForeignReferral(tx.db, personId, referralId)
  const enters = stage === 'enrolled'
  const id = await tx.write.insert('enrolments', {
    cohortId,
    personId,
    referralId,
    stage,
    stageSince: on,
    appliedOn: enters ? null : on,
    ...(enters ? await entryColumns(tx, { personId, entryOn: null }, on) : {}),
  })
  await logStage(tx, id, null, { to: stage, on, reasons: [], note: null })
  if (enters) await tellReferral(tx, { id, referralId }, { occasion: 'entry', on, outcomeClass: null })
  return id
}

/** A person is in a cohort once; in as many programmes as suit them. */
export async function refuseThoseThere(db: ReadDb, cohortId: string, personIds: readonly string[]): Promise<void> {
  const there = await db
    .selectFrom('enrolments')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .select(['enrolments.id', 'firstName', 'lastName'])
    .where('cohortId', '=', cohortId)
    .where('personId', 'in', personIds)
    .where('enrolments.deletedAt', 'is', null)
    .orderBy('sortKey')
    .execute()
  const [first] = there
  if (!first) return
  const label = there.map(({ lastName, firstName }) => displayName(lastName, firstName)).join(', ')
  throw new AppError('alreadyExists', { field: 'people', entity: 'enrolments', id: first.id, label })
}

/** Whoever is in the trash comes back first. */
export async function refuseUnknown(db: ReadDb, personId: string): Promise<void> {
  const person = await db
    .selectFrom('people')
    .select('id')
    .where('id', '=', personId)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!person) throw new AppError('notFound', { entity: 'people', id: personId })
}

/** A referral leads to a programme once it is accepted, and only the person it is about. */
async function refuseForeignReferral(db: ReadDb, personId: string, referralId: string): Promise<void> {
  const referral = await db
    .selectFrom('referrals')
    .select('id')
    .where('id', '=', referralId)
    .where('personId', '=', personId)
    .where('state', '=', 'accepted')
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  if (!referral) throw new AppError('invalid', { field: 'referralId' })
}
