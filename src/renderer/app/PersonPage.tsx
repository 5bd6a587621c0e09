import { useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from '../api'
import { UpcomingDates } from '../features/calendar/UpcomingDates'
import { NoteInteraction } from '../features/interactions/NoteInteraction'
import { InteractionDrawer } from '../features/interactions/InteractionDrawer'
import { RecordHistory } from '../features/history/RecordHistory'
import { PersonRecord } from '../features/people/PersonRecord'
import { PersonCoach } from '../features/supports/PersonCoach'
import { RecordTasks } from '../features/tasks/RecordTasks'
import { useGate } from './gate'
import { PersonCoaching, PersonGoals } from './PersonCoaching'
import { PersonAttendance } from '../features/attendances/PersonAttendance'
import { RecordHistory } from '../features/history/RecordHistory'
import { PersonRecord } from '../features/people/PersonRecord'
import { useGate } from './gate'

export function PersonPage() {
  const { id = '' } = useParams({ strict: false })
  const { history } = useRouter()
  const coached = useGate().space.kind === 'association'
  const sessions = useQuery('sessions.ofPerson', { personId: id }, { enabled: coached }).data ?? []
  const [exchange, setExchange] = useState<string | null>(null)
  return (
    <>
      <PersonRecord
        key={id}
        id={id}
        onOpen={(next) => history.push(`/people/${next}`)}
        onReferral={(referral) => history.push(`/referrals/${referral}`)}
        onRefer={() => history.push(`/referrals/new?person=${id}`)}
        onLeave={() => history.push('/people')}
        acts={<NoteInteraction key={id} owner={{ personId: id }} />}
        onInteraction={setExchange}
        tasks={
          <>
            <RecordTasks owner={{ entity: 'people', id }} />
            <UpcomingDates personId={id} />
          </>
        }
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
      {exchange === null ? null : (
        <InteractionDrawer key={exchange} owner={{ personId: id }} id={exchange} onClose={() => setExchange(null)} />
      )}
    </>
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
