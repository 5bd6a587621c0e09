import { useParams, useRouter } from '@tanstack/react-router'
import { RecordHistory } from '../features/history/RecordHistory'
import { TasksList } from '../features/tasks/TasksList'
import { useListExport } from './use-list-export'

export function TasksPage() {
  const { id } = useParams({ strict: false })
  const { history } = useRouter()
  const { toExport, dialog } = useListExport()
  return (
    <>
      <TasksList
        openedId={id ?? null}
        onOpen={(next) => history.push(next === null ? '/tasks' : `/tasks/${next}`)}
        onExport={toExport}
        history={id === undefined || id === 'new' ? null : <RecordHistory entity="tasks" id={id} />}
      />
      {dialog}
    </>
  )
}
