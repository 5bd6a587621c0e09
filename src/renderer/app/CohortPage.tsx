import { useParams, useRouter, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CohortAttendance } from '../features/attendances/CohortAttendance'
import { CohortCertificates } from '../features/certificates/CohortCertificates'
import { CohortRecord } from '../features/cohorts/CohortRecord'
import { useRecordDocuments } from '../features/documents/RecordDocuments'
import { RecordHistory } from '../features/history/RecordHistory'
import { RecordTasks } from '../features/tasks/RecordTasks'
import { CohortWorkshops } from '../features/workshops/CohortWorkshops'
import { CohortPeople, CohortReading } from './CohortPeople'

/** A cohort and those who work with it: each tab is one line, and has its address. */
export function CohortPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams({ strict: false })
  const { tab = null } = useSearch({ strict: false })
  const { history } = useRouter()
  const documents = useRecordDocuments({ cohortId: id })
  const openWorkshop = (workshop: string) => history.push(`/workshops/${workshop}`)
  const attendance = <CohortAttendance cohortId={id} certificates={<CohortCertificates cohortId={id} />} />
  return (
    <CohortRecord
      key={id}
      id={id}
      tab={tab}
      onTab={(next) => history.replace(`/cohorts/${id}?tab=${next}`)}
      onOpen={(next) => history.push(`/cohorts/${next}`)}
      onLeave={(programmeId) => history.push(`/programmes/${programmeId}`)}
      parts={[
        { id: 'people', name: t('cohorts.people'), content: <CohortPeople cohortId={id} /> },
        { id: 'selection', name: t('cohorts.selection'), content: <CohortReading cohortId={id} /> },
        {
          id: 'workshops',
          name: t('workshops.title'),
          content: <CohortWorkshops cohortId={id} onOpen={openWorkshop} />,
        },
        { id: 'attendance', name: t('cohorts.presences'), content: attendance },
        { id: 'tasks', name: t('tasks.title'), content: <RecordTasks owner={{ entity: 'cohorts', id }} /> },
        { id: 'documents', name: t('documents.tab'), count: documents.count, content: documents.list },
      ]}
      history={<RecordHistory entity="cohorts" id={id} />}
    />
  )
}
