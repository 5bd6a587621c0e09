import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useRecordDocuments } from '../features/documents/RecordDocuments'
import { RecordHistory } from '../features/history/RecordHistory'
import { ReferralRecord } from '../features/referrals/ReferralRecord'
import { RecordTasks } from '../features/tasks/RecordTasks'
import { useGate } from './gate'

export function ReferralPage() {
  const { space } = useGate()
  const { history } = useRouter()
  const { id = '' } = useParams({ strict: false })
  const { telling = false, renewing = false } = useSearch({ strict: false })
  return (
    <ReferralRecord
      id={id}
      kind={space.kind}
      telling={telling}
      renewing={renewing}
      onLeave={() => history.push('/referrals')}
      tasks={<RecordTasks owner={{ entity: 'referrals', id }} />}
      documents={useRecordDocuments({ referralId: id })}
      history={<RecordHistory entity="referrals" id={id} />}
    />
  )
}
