import { useParams } from '@tanstack/react-router'
import { RecordHistory } from '../features/history/RecordHistory'
import { OrganisationRecord } from '../features/organisations/OrganisationRecord'

export function OrganisationPage() {
  const { id = '' } = useParams({ strict: false })
  return <OrganisationRecord key={id} id={id} history={<RecordHistory entity="organisations" id={id} />} />
}
