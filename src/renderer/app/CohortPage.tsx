import { useParams, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { CohortRecord } from '../features/cohorts/CohortRecord'
import { RecordHistory } from '../features/history/RecordHistory'
import { CohortWorkshops } from '../features/workshops/CohortWorkshops'

/** A cohort and those who work with it: each tab is one line. */
export function CohortPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams({ strict: false })
  const { history } = useRouter()
  return (
    <CohortRecord
      key={id}
      id={id}
      onOpen={(next) => history.push(`/cohorts/${next}`)}
      onLeave={(programmeId) => history.push(`/programmes/${programmeId}`)}
      parts={[{ id: 'workshops', name: t('workshops.title'), content: <CohortWorkshops cohortId={id} /> }]}
      history={<RecordHistory entity="cohorts" id={id} />}
    />
  )
}
