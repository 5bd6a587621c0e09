import { useParams, useRouter } from '@tanstack/react-router'
import { useRecordDocuments } from '../features/documents/RecordDocuments'
import { RecordHistory } from '../features/history/RecordHistory'
import { PersonRecord } from '../features/people/PersonRecord'

export function PersonPage() {
  const { id = '' } = useParams({ strict: false })
  const { history } = useRouter()
  return (
    <PersonRecord
      key={id}
      id={id}
      onOpen={(next) => history.push(`/people/${next}`)}
      onReferral={(referral) => history.push(`/referrals/${referral}`)}
      onRefer={() => history.push(`/referrals/new?person=${id}`)}
      onLeave={() => history.push('/people')}
      documents={useRecordDocuments({ personId: id })}
      history={<RecordHistory entity="people" id={id} />}
    />
  )
}
