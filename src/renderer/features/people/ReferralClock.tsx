import type { Deadline } from '../../../shared/features/referrals'
import { Countdown } from '../../ui/Countdown'

/** What is left of a referral's deadline. */
export function ReferralClock({ deadline }: { deadline: Deadline | null }) {
  return deadline === null ? null : <Countdown {...deadline} />
}
