/** A part of something that a funded action pays for, in percent. */
export interface FundingShare {
  readonly fundedActionId: string
  readonly share: number
}

export type FundingProblem = 'share' | 'twice' | 'over100'

/**
 * What is wrong with the shares of one workshop, or null. The same hour is never paid for twice: each action
 * stands once, each share is a whole percent from 1 to 100, and together they make 100 at most.
 */
export function fundingProblem(shares: readonly FundingShare[]): FundingProblem | null {
  if (shares.some(({ share }) => !Number.isInteger(share) || share < 1 || share > 100)) return 'share'
  if (new Set(shares.map(({ fundedActionId }) => fundedActionId)).size !== shares.length) return 'twice'
  return totalShare(shares) > 100 ? 'over100' : null
}

export function totalShare(shares: readonly FundingShare[]): number {
  return shares.reduce((sum, { share }) => sum + share, 0)
}

/** What may still be given to one more action. */
export function shareLeft(shares: readonly FundingShare[]): number {
  return Math.max(0, 100 - totalShare(shares))
}
