/**
 * What is wrong with the shares, in percent, that funded actions pay of one session: each between 1 and 100, and
 * never more than the whole together, or an hour would be paid twice.
 */
export function sharesProblem(shares: readonly number[]): 'share' | 'total' | null {
  if (shares.some((share) => !Number.isInteger(share) || share < 1 || share > 100)) return 'share'
  return shares.reduce((sum, share) => sum + share, 0) > 100 ? 'total' : null
}
