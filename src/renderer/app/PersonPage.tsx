import { useParams, useRouter } from '@tanstack/react-router'
import { PersonAttendance } from '../features/attendances/PersonAttendance'
import { RecordHistory } from '../features/history/RecordHistory'
import { PersonRecord } from '../features/people/PersonRecord'
import { useGate } from './gate'

export function PersonPage() {
  const { id = '' } = useParams({ strict: false })
  const { history } = useRouter()
  const association = useGate().space.kind === 'association'
  return (
    <PersonRecord
      key={id}
      id={id}
      onOpen={(next) => history.push(`/people/${next}`)}
      onReferral={(referral) => history.push(`/referrals/${referral}`)}
      onRefer={() => history.push(`/referrals/new?person=${id}`)}
      onLeave={() => history.push('/people')}
      {...(association ? { attendance: <PersonAttendance personId={id} /> } : {})}
      history={<RecordHistory entity="people" id={id} />}
    />
  )
}
