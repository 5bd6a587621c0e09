import { useRouter } from '@tanstack/react-router'
import { Day } from '../features/day/Day'

export function DayPage() {
  const { history } = useRouter()
  return (
    <Day
      onOpen={({ entity, id }) => history.push(`/${entity}/${id}`)}
      onTell={(referral) => history.push(`/referrals/${referral}?telling=true`)}
    />
  )
}
