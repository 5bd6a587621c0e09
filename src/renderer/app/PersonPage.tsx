import { useParams, useRouter } from '@tanstack/react-router'
import { useQuery } from '../api'
import { RecordHistory } from '../features/history/RecordHistory'
import { PersonRecord } from '../features/people/PersonRecord'
import { PersonCoach } from '../features/supports/PersonCoach'
import { useGate } from './gate'
import { PersonCoaching, PersonGoals } from './PersonCoaching'

export function PersonPage() {
  const { id = '' } = useParams({ strict: false })
  const { history } = useRouter()
  const coached = useGate().space.kind === 'association'
  const sessions = useQuery('sessions.ofPerson', { personId: id }, { enabled: coached }).data ?? []
  return (
    <PersonRecord
      key={id}
      id={id}
      onOpen={(next) => history.push(`/people/${next}`)}
      onReferral={(referral) => history.push(`/referrals/${referral}`)}
      onRefer={() => history.push(`/referrals/new?person=${id}`)}
      onLeave={() => history.push('/people')}
      history={<RecordHistory entity="people" id={id} />}
      {...(coached
        ? {
            coaching: {
              count: sessions.filter(({ state }) => state === 'held').length,
              whole: <PersonCoaching personId={id} />,
              coach: <PersonCoach personId={id} />,
              goals: <PersonGoals personId={id} />,
            },
          }
        : {})}
    />
  )
}
