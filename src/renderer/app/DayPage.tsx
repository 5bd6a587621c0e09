import { useRouter } from '@tanstack/react-router'
import { type DayAxis, dayAxes } from '../../shared/rules/day'
import { Day } from '../features/day/Day'
import { useGate } from './gate'

const ofLandlord: readonly DayAxis[] = ['referrals', 'papers', 'tasks']

export function DayPage() {
  const { history } = useRouter()
  const { kind } = useGate().space
  return (
    <Day
      axes={kind === 'landlord' ? ofLandlord : dayAxes}
      onOpen={({ entity, id }) => history.push(`/${entity}/${id}`)}
      onRenew={({ entity, id }) => history.push(`/${entity}/${id}?renewing=true`)}
      onTell={(referral) => history.push(`/referrals/${referral}?telling=true`)}
    />
  )
}
