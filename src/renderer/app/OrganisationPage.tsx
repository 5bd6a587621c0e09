import { useParams, useRouter } from '@tanstack/react-router'
import { useRecordDocuments } from '../features/documents/RecordDocuments'
import { RecordHistory } from '../features/history/RecordHistory'
import { OrganisationRecord } from '../features/organisations/OrganisationRecord'
import { LandlordResidences } from '../features/residences/LandlordResidences'

export function OrganisationPage() {
  const { id = '' } = useParams({ strict: false })
  const { history } = useRouter()
  return (
    <OrganisationRecord
      key={id}
      id={id}
      onOpen={(next) => history.push(`/organisations/${next}`)}
      onLeave={() => history.push('/organisations')}
      residences={<LandlordResidences landlordId={id} />}
      documents={useRecordDocuments({ organisationId: id })}
      history={<RecordHistory entity="organisations" id={id} />}
    />
  )
}
