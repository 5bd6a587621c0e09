import { useParams, useRouter } from '@tanstack/react-router'
import { useRecordDocuments } from '../features/documents/RecordDocuments'
import { RecordHistory } from '../features/history/RecordHistory'
import { ReferralRecord } from '../features/referrals/ReferralRecord'
import { useGate } from './gate'

export function ReferralPage() {
  const { space } = useGate()
  const { history } = useRouter()
  const { id = '' } = useParams({ strict: false })
  return (
    <ReferralRecord
      id={id}
      kind={space.kind}
      onLeave={() => history.push('/referrals')}
      documents={useRecordDocuments({ referralId: id })}
      history={<RecordHistory entity="referrals" id={id} />}
    />
  )
}
