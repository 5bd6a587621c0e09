import type { ReviewSummary } from '../../shared/features/selection.ts'
import { type Criterion, type Review, type ReviewRecommendation, summarise } from '../../shared/rules/selection.ts'
import type { ReadContext, ReadDb } from '../context.ts'

/** A reading as it is kept, with who made it. */
export interface ReviewRecord extends Review {
  readonly id: string
  readonly version: number
  readonly enrolmentId: string
  readonly memberId: string
  readonly memberName: string
  readonly comment: string | null
  readonly submittedOn: string
}

interface Application {
  readonly id: string
  readonly cohortId: string
}

/**
 * What the readings of these applications come to. None for those of a cohort that has no criteria and no reading,
 * nor for one about which the member at the keyboard declared a conflict of interest.
 */
export async function summariesOf(
  { db, member }: Pick<ReadContext, 'db' | 'member'>,
  applications: readonly Application[],
): Promise<ReadonlyMap<string, ReviewSummary>> {
  const criteria = await criteriaByCohort(db, [...new Set(applications.map(({ cohortId }) => cohortId))])
  const reviews = await reviewsByEnrolment(
    db,
    applications.map(({ id }) => id),
  )
  const found = applications.flatMap(({ id, cohortId }) => {
    const itsReviews = reviews.get(id) ?? []
    const itsCriteria = criteria.get(cohortId) ?? []
    if (isHiddenFrom(member, itsReviews) || (itsCriteria.length === 0 && itsReviews.length === 0)) return []
    return [[id, summarise(itsCriteria, itsReviews)] as const]
  })
  return new Map(found)
}

/** Whoever declared a conflict of interest sees no mark of that application. */
export function isHiddenFrom(
  member: { readonly id: string } | null,
  reviews: readonly Pick<ReviewRecord, 'memberId' | 'conflictOfInterest'>[],
): boolean {
  return reviews.some(({ memberId, conflictOfInterest }) => conflictOfInterest && memberId === member?.id)
}

async function criteriaByCohort(
  db: ReadDb,
  cohortIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Criterion[]>> {
  const rows = await db
    .selectFrom('selectionCriteria')
    .select(['id', 'cohortId', 'weight'])
    .where('cohortId', 'in', cohortIds)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .execute()
  return grouped(rows, ({ cohortId }) => cohortId)
}

/** The readings of these applications, in the order they were made. */
export async function reviewsByEnrolment(
  db: ReadDb,
  enrolmentIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ReviewRecord[]>> {
  const rows = await db
    .selectFrom('selectionReviews')
    .innerJoin('members', 'members.id', 'selectionReviews.memberId')
    .selectAll('selectionReviews')
    .select('members.name as memberName')
    .where('enrolmentId', 'in', enrolmentIds)
    .where('selectionReviews.deletedAt', 'is', null)
    .orderBy('selectionReviews.createdAt')
    .orderBy('selectionReviews.id')
    .execute()
  const reviews = rows.map((row) => ({
    id: row.id,
    version: row.version,
    enrolmentId: row.enrolmentId,
    memberId: row.memberId,
    memberName: row.memberName,
    conflictOfInterest: row.conflictOfInterest === 1,
    recommendation: row.recommendation as ReviewRecommendation | null,
    comment: row.comment,
    scores: JSON.parse(row.scores) as Record<string, number>,
    submittedOn: row.submittedOn ?? row.createdAt.slice(0, 10),
  }))
  return grouped(reviews, ({ enrolmentId }) => enrolmentId)
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
