import type { Candidate, Review } from '../../shared/features/selection.ts'
import type { EnrolmentStage } from '../../shared/rules/enrolment-stages.ts'
import { type Criterion, criterionMean, ranking, readerMean, summarise } from '../../shared/rules/selection.ts'
import type { ReadContext, ReadDb } from '../context.ts'
import { liveEnrolment } from './enrolment-row.ts'
import { type ReviewRecord, isHiddenFrom, reviewsByEnrolment } from './selection-summaries.ts'

type Reader = Pick<ReadContext, 'db' | 'member'>

/** The applications of a cohort, the best first. Those whose marks are hidden from the reader keep no place. */
export async function readCandidates(
  { db, member }: Reader,
  { cohortId }: { readonly cohortId: string },
): Promise<Candidate[]> {
  const criteria = await weightsOf(db, cohortId)
  const applications = await applicationsOf(db, cohortId)
  const reviews = await reviewsByEnrolment(
    db,
    applications.map(({ enrolmentId }) => enrolmentId),
  )
  const ranked = ranking(
    applications.map((application) => {
      const its = reviews.get(application.enrolmentId) ?? []
      const summary = summarise(criteria, its)
      return { application, its, summary, mean: summary.mean }
    }),
  )
  return ranked.map(({ application, its, summary, place }) => {
    const hidden = isHiddenFrom(member, its)
    return {
      ...application,
      stage: application.stage as EnrolmentStage,
      place: hidden ? null : place,
      summary: hidden ? null : summary,
      marks: criteria.map(({ id }) => (hidden ? null : criterionMean(id, its))),
      mine: hidden ? 'conflict' : its.some(({ memberId }) => memberId === member?.id) ? 'read' : 'toRead',
    }
  })
}

/** The readings of one application: the member's own, and the others' unless they declared a conflict of interest. */
export async function readReviews({ db, member }: Reader, { enrolmentId }: { readonly enrolmentId: string }) {
  const { cohortId } = await liveEnrolment(db, enrolmentId)
  const criteria = await weightsOf(db, cohortId)
  const its = (await reviewsByEnrolment(db, [enrolmentId])).get(enrolmentId) ?? []
  const hidden = isHiddenFrom(member, its)
  const mine = its.find(({ memberId }) => memberId === member?.id)
  const others = hidden ? [] : its.filter((review) => review !== mine)
  return {
    mine: mine ? toReview(criteria, mine) : null,
    others: others.map((review) => toReview(criteria, review)),
    hidden,
  }
}

export async function readReview(db: ReadDb, enrolmentId: string, memberId: string): Promise<Review | null> {
  const { cohortId } = await liveEnrolment(db, enrolmentId)
  const its = (await reviewsByEnrolment(db, [enrolmentId])).get(enrolmentId) ?? []
  const found = its.find((review) => review.memberId === memberId)
  return found ? toReview(await weightsOf(db, cohortId), found) : null
}

/** What is looked at in a cohort, and what each weighs. */
export function weightsOf(db: ReadDb, cohortId: string): Promise<Criterion[]> {
  return db
    .selectFrom('selectionCriteria')
    .select(['id', 'weight'])
    .where('cohortId', '=', cohortId)
    .where('deletedAt', 'is', null)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

function toReview(criteria: readonly Criterion[], review: ReviewRecord): Review {
  return { ...review, scores: { ...review.scores }, mean: readerMean(criteria, review.scores) }
}

function applicationsOf(db: ReadDb, cohortId: string) {
  return db
    .selectFrom('enrolments')
    .innerJoin('people', 'people.id', 'enrolments.personId')
    .select(['enrolments.id as enrolmentId', 'enrolments.personId', 'firstName', 'lastName', 'stage'])
    .where('cohortId', '=', cohortId)
    .where('appliedOn', 'is not', null)
    .where('enrolments.deletedAt', 'is', null)
    .where('people.deletedAt', 'is', null)
    .orderBy('sortKey')
    .orderBy('enrolments.id')
    .execute()
}
