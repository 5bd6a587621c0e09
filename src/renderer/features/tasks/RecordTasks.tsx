import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TaskOwner } from '../../../shared/features/tasks'
import { useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { Banner } from '../../ui/Banner'
import { QuickTask } from './QuickTask'
import { TaskDrawer } from './TaskDrawer'
import { TaskLine } from './TaskLine'
import './tasks.css'

const lastDone = 5

interface RecordTasksProps {
  readonly owner: TaskOwner
}

/** What is to be done about a record, the soonest first, and one line to add to it. */
export function RecordTasks({ owner }: RecordTasksProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { data, error } = useQuery('tasks.ofRecord', { owner, done: lastDone }, { keepPrevious: true })
  const memberId = useQuery('members.current', {}).data?.id ?? null
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <section aria-label={t('tasks.toDo')} className="record-tasks" aria-busy={data === undefined && !error}>
      <h2 className="h3">
        {t('tasks.toDo')}
        {data && data.open.length > 0 ? <span className="count">{data.open.length}</span> : null}
      </h2>
      {error && !data ? <Banner tone="danger">{words(error)}</Banner> : null}
      {data?.open.length === 0 ? <p className="t3">{t('tasks.nothing')}</p> : null}
      <ul>
        {data?.open.map((task) => (
          <TaskLine key={task.id} task={task} memberId={memberId} onOpen={() => setOpened(task.id)} />
        ))}
      </ul>
      <QuickTask owner={owner} />
      {data && data.doneCount > 0 ? (
        <details className="tasks-done">
          <summary>{t('tasks.doneCount', { count: data.doneCount })}</summary>
          <ul>
            {data.done.map((task) => (
              <TaskLine key={task.id} task={task} memberId={memberId} onOpen={() => setOpened(task.id)} />
            ))}
          </ul>
        </details>
      ) : null}
      {opened === null ? null : <TaskDrawer key={opened} id={opened} onClose={() => setOpened(null)} />}
    </section>
  )
}
