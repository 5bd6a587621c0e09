import { useQueries } from '@tanstack/react-query'
import type { Referral } from '../../../shared/features/referrals'
import type { ReferralState } from '../../../shared/rules/referral-transitions'
import { ask, useQuery } from '../../api'

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

const going: readonly ReferralState[] = ['draft', 'sent', 'received', 'contacting', 'met', 'waitlisted', 'accepted']

/** Whether something is still to be done for it. */
export function isGoing({ state }: Referral): boolean {
  return going.includes(state)
}
