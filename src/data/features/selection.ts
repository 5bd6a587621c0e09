import type * as z from 'zod'
import { AppError } from '../../shared/errors.ts'
import type { Criterion, CriterionFields, selection as contract } from '../../shared/features/selection.ts'
import type { Handlers, ReadDb, WriteContext } from '../context.ts'
import { liveCohort } from './enrolment-row.ts'
import { emptyAsNull, given } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { readCandidates, readReviews } from './selection-read.ts'
import { saveReview } from './selection-reviews.ts'

export const selection: Handlers<typeof contract> = {
  async criteria({ db }, { cohortId }) {
    return criteriaOf(db, cohortId)
  },
  async addCriterion(tx, { cohortId, ...fields }) {
    await liveCohort(tx.db, cohortId)
    const last = (await criteriaOf(tx.db, cohortId)).at(-1)
    const said = columnsOf(fields)
    const id = await tx.write.insert('selectionCriteria', {
      cohortId,
      label: fields.label,
      weight: fields.weight,
      ...said,
      position: (last?.position ?? -1) + 1,
    })
    return readCriterion(tx.db, id)
  },
  async updateCriterion(tx, { id, version, fields }) {
    await readCriterion(tx.db, id)
    await tx.write.update('selectionCriteria', id, columnsOf(fields), version)
    return { outcome: 'saved', record: await readCriterion(tx.db, id) }
  },
  async orderCriteria(tx, { cohortId, ids }) {
    const known = await criteriaOf(tx.db, cohortId)
    if (known.length !== ids.length || !known.every(({ id }) => ids.includes(id)))
      throw new AppError('selectionChanged', { expected: ids.length, found: known.length })
    for (const [position, id] of ids.entries()) await tx.write.update('selectionCriteria', id, { position })
    return criteriaOf(tx.db, cohortId)
  },
  async removeCriterion(tx, { id }) {
    await removeCriterion(tx, id)
    return {}
  },
  candidates: readCandidates,
  reviews: readReviews,
  async saveReview(tx, input) {
    return { outcome: 'saved', record: await saveReview(tx, input) }
  },
}

/** The criteria of a cohort in their order, with how many readings gave each a mark. */
export async function criteriaOf(db: ReadDb, cohortId: string): Promise<Criterion[]> {
  const rows = await db
    .selectFrom('selectionCriteria')
    .select(['id', 'version', 'label', 'guidance', 'weight', 'position'])
    .where('cohortId', '=', cohortId)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const uses = await usesIn(db, cohortId)
  return rows.map((row) => ({ ...row, uses: uses.get(row.id) ?? 0 }))
}

async function readCriterion(db: ReadDb, id: string): Promise<Criterion> {
  const row = await db
    .selectFrom('selectionCriteria')
    .select('cohortId')
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  const found = row && (await criteriaOf(db, row.cohortId)).find((criterion) => criterion.id === id)
  if (!found) throw new AppError('notFound', { entity: 'selectionCriteria', id })
  return found
}

async function removeCriterion(tx: WriteContext, id: string): Promise<void> {
  const { label, uses } = await readCriterion(tx.db, id)
  if (uses > 0) throw new AppError('inUse', { entity: 'selectionCriteria', id, label, reviews: uses })
  await tx.write.trash('selectionCriteria', id)
}

type SaidOfCriterion = Partial<z.output<ReturnType<typeof CriterionFields.partial>>>

function columnsOf({ label, guidance, weight }: SaidOfCriterion) {
  refuseSensitiveNumbers({ label, guidance })
  return given({ label, weight, guidance: guidance === undefined ? undefined : emptyAsNull(guidance) })
}

async function usesIn(db: ReadDb, cohortId: string): Promise<ReadonlyMap<string, number>> {
  const reviews = await db
    .selectFrom('selectionReviews')
    .innerJoin('enrolments', 'enrolments.id', 'selectionReviews.enrolmentId')
    .select('scores')
    .where('enrolments.cohortId', '=', cohortId)
    .where('selectionReviews.deletedAt', 'is', null)
    .execute()
  const uses = new Map<string, number>()
  for (const { scores } of reviews) {
    for (const id of Object.keys(JSON.parse(scores) as object)) uses.set(id, (uses.get(id) ?? 0) + 1)
  }
  return uses
}
