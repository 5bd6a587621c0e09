import type { Referral } from '../../../shared/features/referrals'
import { dayDelays } from '../../../shared/rules/day'
import { addDays } from '../../../shared/rules/days'
import { isOpenState } from '../../../shared/rules/referral-transitions'
import { useQuery } from '../../api'
import { today } from '../../today'

/** The referrals of someone, the latest first. */
export function useReferralsOf(personId: string): readonly Referral[] {
  return useQuery('referrals.ofPerson', { personId }, { keepPrevious: true }).data ?? []
}

/** Whether it waits for an act: to be sent, received, met or decided. One that is accepted is decided, and is no task. */
export function isWaiting({ state }: Referral): boolean {
  return state === 'draft' || isOpenState(state)
}

/** Whether an agreement is soon to be asked for again. */
export function isToConfirm(confirmOn: string | null): boolean {
  return confirmOn !== null && confirmOn <= addDays(today(), dayDelays.consentRenewal)
}
