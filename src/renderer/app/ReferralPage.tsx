import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import { RecordHistory } from '../features/history/RecordHistory'
import { ReferralRecord } from '../features/referrals/ReferralRecord'
import { useGate } from './gate'

export function ReferralPage() {
  const { space } = useGate()
  const { history } = useRouter()
  const { id = '' } = useParams({ strict: false })
  const { telling = false } = useSearch({ strict: false })
  return (
    <ReferralRecord
      id={id}
      kind={space.kind}
      telling={telling}
      onLeave={() => history.push('/referrals')}
      history={<RecordHistory entity="referrals" id={id} />}
    />
  )
}
