import * as z from 'zod'
import { Nothing, Saved, command, query } from '../endpoint.ts'
import { enrolmentStages } from '../rules/enrolment-stages.ts'
import { disagreementKinds, highestScore, reviewRecommendations } from '../rules/selection.ts'
import { Optional, Text } from './fields.ts'

export const CriterionFields = z.strictObject({
  label: Text(120).min(1),
  guidance: Optional(300),
  weight: z.number().int().min(1).max(10),
})
export type CriterionFields = z.infer<typeof CriterionFields>

export const Criterion = CriterionFields.extend({
  id: z.string(),
  version: z.number().int(),
  position: z.number().int(),
  /** Readings that gave it a mark: it stays while there is one. */
  uses: z.number().int(),
})
export type Criterion = z.infer<typeof Criterion>

export const ReviewSummary = z.object({
  readers: z.number().int(),
  conflicts: z.number().int(),
  lacking: z.number().int(),
  mean: z.number().nullable(),
  disagreements: z.array(z.enum(disagreementKinds)).readonly(),
})
export type ReviewSummary = z.infer<typeof ReviewSummary>

const Scores = z.record(z.string(), z.number().int().min(0).max(highestScore))

/** One reader's view of one application. */
export const Review = z.object({
  id: z.string(),
  version: z.number().int(),
  enrolmentId: z.string(),
  memberId: z.string(),
  memberName: z.string(),
  conflictOfInterest: z.boolean(),
  recommendation: z.enum(reviewRecommendations).nullable(),
  comment: z.string().nullable(),
  scores: Scores,
  /** Their weighted mean, out of 5. */
  mean: z.number().nullable(),
  submittedOn: z.string(),
})
export type Review = z.infer<typeof Review>

export const Candidate = z.object({
  enrolmentId: z.string(),
  personId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  stage: z.enum(enrolmentStages),
  /** 1 for the best mean of the cohort, equals sharing theirs; null for who was not read. */
  place: z.number().int().nullable(),
  /** Null for a member who declared a conflict of interest about this person: they see no mark. */
  summary: ReviewSummary.nullable(),
  /** The mean mark of each criterion, in their order; null where none was given, or where marks are hidden. */
  marks: z.array(z.number().nullable()),
  /** Where the member at the keyboard stands with it. */
  mine: z.enum(['toRead', 'read', 'conflict']),
})
export type Candidate = z.infer<typeof Candidate>

export const selection = {
  criteria: query(z.strictObject({ cohortId: z.string() }), z.array(Criterion)),
  addCriterion: command(CriterionFields.extend({ cohortId: z.string() }), Criterion),
  updateCriterion: command(
    z.strictObject({ id: z.string(), version: z.number().int(), fields: CriterionFields.partial() }),
    Saved(Criterion),
  ),
  orderCriteria: command(
    z.strictObject({ cohortId: z.string(), ids: z.array(z.string()).max(50) }),
    z.array(Criterion),
  ),
  /** Refused while a reading uses it. */
  removeCriterion: command(z.strictObject({ id: z.string() }), Nothing),
  /** The applications of a cohort, the best first; those nobody read come last. */
  candidates: query(z.strictObject({ cohortId: z.string() }), z.array(Candidate)),
  /** The readings of one application; only their own for who declared a conflict of interest. */
  reviews: query(
    z.strictObject({ enrolmentId: z.string() }),
    z.object({ mine: Review.nullable(), others: z.array(Review), hidden: z.boolean() }),
  ),
  /** The reading of the member at the keyboard, whole. `version` is null for the first. */
  saveReview: command(
    z.strictObject({
      enrolmentId: z.string(),
      version: z.number().int().nullable(),
      conflictOfInterest: z.boolean(),
      recommendation: z.enum(reviewRecommendations).nullable().default(null),
      comment: Optional(500).default(null),
      scores: Scores.default({}),
    }),
    Saved(Review),
  ),
}
