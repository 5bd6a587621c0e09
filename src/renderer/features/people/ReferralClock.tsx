import type { Deadline } from '../../../shared/features/referrals'
import { Countdown } from '../../ui/Countdown'

/** What is left of a referral's deadline, in the unit of its rule. */
export function ReferralClock({ deadline }: { deadline: Deadline | null }) {
  if (deadline === null) return null
  const { rule, daysLeft, workingDaysLeft, totalDays } = deadline
  const left = rule === 'acknowledge' || rule === 'feedback' ? workingDaysLeft : daysLeft
  return <Countdown daysLeft={left} outOf={totalDays} soon={Math.max(2, Math.floor(totalDays * 0.15))} />
}
