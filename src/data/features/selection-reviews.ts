import { AppError } from '../../shared/errors.ts'
import type { Review } from '../../shared/features/selection.ts'
import { candidateStages, isOneOf } from '../../shared/rules/enrolment-stages.ts'
import type { ReviewRecommendation } from '../../shared/rules/selection.ts'
import type { WriteContext } from '../context.ts'
import { liveEnrolment } from './enrolment-row.ts'
import { emptyAsNull } from './fields.ts'
import { refuseSensitiveNumbers } from './free-text.ts'
import { signature } from './referral-row.ts'
import { readReview, weightsOf } from './selection-read.ts'

interface SaidReview {
  readonly enrolmentId: string
  readonly version: number | null
  readonly conflictOfInterest: boolean
  readonly recommendation: ReviewRecommendation | null
  readonly comment: string | null
  readonly scores: Readonly<Record<string, number>>
}

/**
 * The reading of the member at the keyboard, whole: every criterion and a recommendation, or a conflict of interest
 * and nothing else. It may be changed while the application waits for its decision.
 */
export async function saveReview(tx: WriteContext, said: SaidReview): Promise<Review> {
  const memberId = signature(tx)
  const { cohortId, stage } = await liveEnrolment(tx.db, said.enrolmentId)
  if (!isOneOf(candidateStages, stage)) throw new AppError('illegalMove', { from: stage, to: stage })
  refuseSensitiveNumbers({ comment: said.comment })
  const columns = await columnsOf(tx, cohortId, said)
  const known = await readReview(tx.db, said.enrolmentId, memberId)
  if (known) {
    await tx.write.update('selectionReviews', known.id, columns, said.version ?? 0)
  } else {
    await tx.write.insert('selectionReviews', { enrolmentId: said.enrolmentId, memberId, ...columns })
  }
  const saved = await readReview(tx.db, said.enrolmentId, memberId)
  if (!saved) throw new AppError('notFound', { entity: 'selectionReviews', id: said.enrolmentId })
  return saved
}

async function columnsOf(tx: WriteContext, cohortId: string, said: SaidReview) {
  if (said.conflictOfInterest)
    return { conflictOfInterest: 1, recommendation: null, comment: null, scores: '{}', submittedOn: tx.today() }
  const criteria = await weightsOf(tx.db, cohortId)
  if (criteria.length === 0) throw new AppError('invalid', { field: 'scores', reason: 'noCriteria' })
  const scores = criteria.map(({ id }) => [id, said.scores[id]] as const)
  if (scores.some(([, score]) => score === undefined)) throw new AppError('invalid', { field: 'scores' })
  if (said.recommendation === null) throw new AppError('invalid', { field: 'recommendation' })
  return {
    conflictOfInterest: 0,
    recommendation: said.recommendation,
    comment: emptyAsNull(said.comment),
    scores: JSON.stringify(Object.fromEntries(scores)),
    submittedOn: tx.today(),
  }
}
