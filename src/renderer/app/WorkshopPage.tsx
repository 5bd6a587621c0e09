import { useParams } from '@tanstack/react-router'
import { RollCall } from '../features/attendances/RollCall'
import { RecordHistory } from '../features/history/RecordHistory'

export function WorkshopPage() {
  const { id = '' } = useParams({ strict: false })
  return <RollCall key={id} workshopId={id} history={<RecordHistory entity="workshops" id={id} />} />
}
