import { useParams } from '@tanstack/react-router'
import { RollCall } from '../features/attendances/RollCall'
import { AttachDocument } from '../features/documents/AttachDocument'
import { RecordDocuments } from '../features/documents/RecordDocuments'
import { RecordHistory } from '../features/history/RecordHistory'

/** The roll of a workshop is called here, and its signed sheet kept with it. */
export function WorkshopPage() {
  const { id = '' } = useParams({ strict: false })
  const owner = { workshopId: id }
  return (
    <RollCall
      key={id}
      workshopId={id}
      attach={(sign) => (
        <AttachDocument owner={owner} kind="signedSheet" onAttached={(document) => sign(document.id)} />
      )}
      documents={<RecordDocuments beside owner={owner} />}
      history={<RecordHistory entity="workshops" id={id} />}
    />
  )
}
