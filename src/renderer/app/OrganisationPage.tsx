import { useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { NoteInteraction } from '../features/interactions/NoteInteraction'
import { InteractionDrawer } from '../features/interactions/InteractionDrawer'
import { useRecordDocuments } from '../features/documents/RecordDocuments'
import { RecordHistory } from '../features/history/RecordHistory'
import { OrganisationRecord } from '../features/organisations/OrganisationRecord'
import { LandlordResidences } from '../features/residences/LandlordResidences'
import { RecordTasks } from '../features/tasks/RecordTasks'

export function OrganisationPage() {
  const { id = '' } = useParams({ strict: false })
  const { history } = useRouter()
  const [exchange, setExchange] = useState<string | null>(null)
  const documents = useRecordDocuments({ organisationId: id })
  return (
    <>
      <OrganisationRecord
        key={id}
        id={id}
        onOpen={(next) => history.push(`/organisations/${next}`)}
        onLeave={() => history.push('/organisations')}
        residences={<LandlordResidences landlordId={id} />}
        acts={<NoteInteraction key={id} owner={{ organisationId: id }} />}
        onInteraction={setExchange}
        tasks={<RecordTasks owner={{ entity: 'organisations', id }} />}
        documents={documents}
        history={<RecordHistory entity="organisations" id={id} />}
      />
      {exchange === null ? null : (
        <InteractionDrawer
          key={exchange}
          owner={{ organisationId: id }}
          id={exchange}
          onClose={() => setExchange(null)}
        />
      )}
    </>
  )
}
