import { useQueries } from '@tanstack/react-query'
import type { Referral } from '../../../shared/features/referrals'
import { dayDelays } from '../../../shared/rules/day'
import { addDays } from '../../../shared/rules/days'
import { isOpenState } from '../../../shared/rules/referral-transitions'
import { ask, useQuery } from '../../api'
import { today } from '../../today'

/** The referrals of someone, the latest first. */
export function useReferralsOf(personId: string): readonly Referral[] {
  const events = useQuery('people.timeline', { id: personId, limit: 500 }, { keepPrevious: true }).data ?? []
  const ids = [...new Set(events.flatMap(({ referralId }) => (referralId === null ? [] : [referralId])))]
  return useQueries({
    queries: ids.map((id) => ({ queryKey: ['referrals', 'get', { id }], queryFn: () => ask('referrals.get', { id }) })),
    combine: (answers) =>
      answers
        .flatMap(({ data }) => (data === undefined || data.deletedAt !== null ? [] : [data]))
        .toSorted((left, right) => (left.createdAt < right.createdAt ? 1 : -1)),
  })
}

/** Whether it waits for an act: to be sent, received, met or decided. One that is accepted is decided, and is no task. */
export function isWaiting({ state }: Referral): boolean {
  return state === 'draft' || isOpenState(state)
}

/** Whether its agreement is soon to be asked for again. */
export function isToConfirm({ confirmAgreementOn }: Referral): boolean {
  return confirmAgreementOn !== null && confirmAgreementOn <= addDays(today(), dayDelays.consentRenewal)
}
