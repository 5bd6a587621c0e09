import { useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { CohortDrawer } from '../features/cohorts/CohortDrawer'
import { useRecordDocuments } from '../features/documents/RecordDocuments'
import { RecordHistory } from '../features/history/RecordHistory'
import { ProgrammeRecord } from '../features/programmes/ProgrammeRecord'

export function ProgrammePage() {
  const { id = '' } = useParams({ strict: false })
  const { history } = useRouter()
  const documents = useRecordDocuments({ programmeId: id })
  const [adding, setAdding] = useState(false)
  return (
    <>
      <ProgrammeRecord
        key={id}
        id={id}
        onLeave={() => history.push('/programmes')}
        onAddCohort={() => setAdding(true)}
        documents={documents}
        history={<RecordHistory entity="programmes" id={id} />}
      />
      {adding ? (
        <CohortDrawer
          programmeId={id}
          cohort={null}
          onClose={() => setAdding(false)}
          onSaved={(cohortId) => history.push(`/cohorts/${cohortId}`)}
        />
      ) : null}
    </>
  )
}
