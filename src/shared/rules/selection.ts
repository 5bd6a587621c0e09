/**
 * How an application is read: each reader gives every criterion a mark from 0 to 5 and says what they recommend.
 * Whoever declares a conflict of interest counts for nothing and sees no mark.
 */
export const reviewRecommendations = ['favourable', 'reserved', 'unfavourable'] as const
export type ReviewRecommendation = (typeof reviewRecommendations)[number]

export const highestScore = 5
/** Fewer readers than this, and an application is not ready for a decision. */
export const readersWanted = 2
/** Two readers whose means are this far apart, out of 5, must talk. */
export const disagreementGap = 1.5

/** Why readers do not agree: their marks, or what they recommend. */
export const disagreementKinds = ['scores', 'recommendations'] as const
export type DisagreementKind = (typeof disagreementKinds)[number]

export interface Criterion {
  readonly id: string
  readonly weight: number
}

export interface Review {
  readonly conflictOfInterest: boolean
  readonly recommendation: ReviewRecommendation | null
  /** By criterion. */
  readonly scores: Readonly<Record<string, number>>
}

/** What the readings of one application come to. */
export interface ReviewSummary {
  readonly readers: number
  readonly conflicts: number
  readonly lacking: number
  /** The mean of the readers' means, out of 5; null while nobody read it. */
  readonly mean: number | null
  readonly disagreements: readonly DisagreementKind[]
}

/**
 * One reader's weighted mean. A criterion added since they read has no mark: the others keep their weights
 * between them. Null when nothing that they marked is still looked at.
 */
export function readerMean(criteria: readonly Criterion[], scores: Readonly<Record<string, number>>): number | null {
  const marked = criteria.flatMap(({ id, weight }) => {
    const score = scores[id]
    return score === undefined ? [] : [{ weight, score }]
  })
  const weights = marked.reduce((sum, { weight }) => sum + weight, 0)
  if (weights === 0) return null
  return marked.reduce((sum, { weight, score }) => sum + weight * score, 0) / weights
}

/** The mean mark of one criterion over those who read it. */
export function criterionMean(criterionId: string, reviews: readonly Review[]): number | null {
  return mean(counted(reviews).flatMap(({ scores }) => scores[criterionId] ?? []))
}

export function summarise(criteria: readonly Criterion[], reviews: readonly Review[]): ReviewSummary {
  const read = counted(reviews)
  const means = read.flatMap(({ scores }) => readerMean(criteria, scores) ?? [])
  const apart = means.length > 1 && Math.max(...means) - Math.min(...means) >= disagreementGap
  const said = new Set(read.map(({ recommendation }) => recommendation))
  return {
    readers: read.length,
    conflicts: reviews.length - read.length,
    lacking: Math.max(0, readersWanted - read.length),
    mean: mean(means),
    disagreements: [
      ...(apart ? (['scores'] as const) : []),
      ...(said.has('favourable') && said.has('unfavourable') ? (['recommendations'] as const) : []),
    ],
  }
}

/**
 * Ranks from 1, the highest mean first, equals sharing theirs; who was not read has none. Means are compared as
 * they are shown, to a hundredth, so that nobody passes before another for a difference no one can see.
 */
export function ranking<Candidate extends { readonly mean: number | null }>(
  candidates: readonly Candidate[],
): readonly (Candidate & { readonly place: number | null })[] {
  const shown = ({ mean: value }: Candidate) => (value === null ? -1 : Math.round(value * 100))
  const sorted = candidates.toSorted((a, b) => shown(b) - shown(a))
  return sorted.map((candidate) => ({
    ...candidate,
    place: candidate.mean === null ? null : sorted.findIndex((one) => shown(one) === shown(candidate)) + 1,
  }))
}

function counted(reviews: readonly Review[]): readonly Review[] {
  return reviews.filter(({ conflictOfInterest }) => !conflictOfInterest)
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}
