import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../api'
import { type Asked, AnswersDrawer } from '../features/agreements/AnswersDrawer'
import { PersonAgreements } from '../features/agreements/PersonAgreements'
import { PersonAttendance } from '../features/attendances/PersonAttendance'
import { UpcomingDates } from '../features/calendar/UpcomingDates'
import { PersonEnrolments } from '../features/enrolments/PersonEnrolments'
import { useRecordDocuments } from '../features/documents/RecordDocuments'
import { RecordHistory } from '../features/history/RecordHistory'
import { InteractionDrawer } from '../features/interactions/InteractionDrawer'
import { NoteInteraction } from '../features/interactions/NoteInteraction'
import { PersonRecord, type PersonTab } from '../features/people/PersonRecord'
import { PersonCoach } from '../features/supports/PersonCoach'
import { RecordTasks } from '../features/tasks/RecordTasks'
import { useGate } from './gate'
import { PersonCoaching, PersonGoals, PersonWriteUps } from './PersonCoaching'

export function PersonPage() {
  const { id = '' } = useParams({ strict: false })
  const { renewing = false } = useSearch({ strict: false })
  return <OnePerson key={id} id={id} renewing={renewing} />
}

interface OnePersonProps {
  readonly id: string
  /** One comes to note what they agree to now. */
  readonly renewing: boolean
}

/** What is open beside one person is not beside the next. */
function OnePerson({ id, renewing }: OnePersonProps) {
  const { t } = useTranslation()
  const { history } = useRouter()
  const association = useGate().space.kind === 'association'
  const support = useSupportParts(id, association)
  const documents = useRecordDocuments({ personId: id })
  const [exchange, setExchange] = useState<string | null>(null)
  const [answering, setAnswering] = useState<Asked | null>(renewing ? 'due' : null)
  return (
    <>
      <PersonRecord
        id={id}
        onOpen={(next) => history.push(`/people/${next}`)}
        onReferral={(referral) => history.push(`/referrals/${referral}`)}
        onRefer={() => history.push(`/referrals/new?person=${id}`)}
        onLeave={() => history.push('/people')}
        acts={<NoteInteraction owner={{ personId: id }} />}
        onInteraction={setExchange}
        agreements={<PersonAgreements personId={id} onAnswer={(purposes) => setAnswering(purposes ?? 'all')} />}
        onRenew={() => setAnswering('due')}
        followedBy={association ? <PersonCoach personId={id} /> : null}
        beside={
          <>
            {association ? <PersonWriteUps personId={id} /> : null}
            <RecordTasks owner={{ entity: 'people', id }} />
            <UpcomingDates personId={id} />
            {association ? <PersonGoals personId={id} /> : null}
          </>
        }
        parts={[
          ...support,
          { id: 'documents', name: t('documents.tab'), count: documents.count, content: documents.list },
        ]}
        history={<RecordHistory entity="people" id={id} />}
      />
      {exchange === null ? null : (
        <InteractionDrawer key={exchange} owner={{ personId: id }} id={exchange} onClose={() => setExchange(null)} />
      )}
      {answering === null ? null : <AnswersDrawer personId={id} asked={answering} onClose={() => setAnswering(null)} />}
    </>
  )
}

/** What an association does with someone: a landlord's space has none of it. */
function useSupportParts(personId: string, association: boolean): readonly PersonTab[] {
  const { t } = useTranslation()
  const sessions = useQuery('sessions.ofPerson', { personId }, { enabled: association }).data ?? []
  const enrolments = useQuery('enrolments.ofPerson', { personId }, { enabled: association }).data ?? []
  if (!association) return []
  return [
    {
      id: 'coaching',
      name: t('people.coaching'),
      count: sessions.filter(({ state }) => state === 'held').length,
      content: <PersonCoaching personId={personId} />,
    },
    {
      id: 'programmes',
      name: t('programmes.title'),
      count: enrolments.length,
      content: (
        <>
          <PersonEnrolments personId={personId} />
          {enrolments.length > 0 ? <PersonAttendance personId={personId} /> : null}
        </>
      ),
    },
  ]
}
