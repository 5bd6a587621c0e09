import { useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { NoteInteraction } from '../features/interactions/NoteInteraction'
import { InteractionDrawer } from '../features/interactions/InteractionDrawer'
import { useRecordDocuments } from '../features/documents/RecordDocuments'
import { RecordHistory } from '../features/history/RecordHistory'
import { OrganisationLogo } from '../features/logos/OrganisationLogo'
import { OrganisationRecord } from '../features/organisations/OrganisationRecord'
import { LandlordResidences } from '../features/residences/LandlordResidences'
import { RecordTasks } from '../features/tasks/RecordTasks'
import { useGate } from './gate'

export function OrganisationPage() {
  const { id = '' } = useParams({ strict: false })
  const { history } = useRouter()
  const [exchange, setExchange] = useState<string | null>(null)
  const prints = useGate().space.kind === 'association' // a landlord prints no document with its name at the head
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
        logo={prints ? (fixed, name) => <OrganisationLogo organisationId={id} name={name} fixed={fixed} /> : null}
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
