import { IconRepeat } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Task } from '../../../shared/features/tasks'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { isLate, useDueWords } from './due-words'
import { useTaskActs } from './use-task-acts'

interface TaskLineProps {
  readonly task: Task
  /** Who is at the keyboard: whose task it is goes without saying then. */
  readonly memberId: string | null
  readonly onOpen: () => void
}

/** A task of a record: a circle to do it, its words, until when and for whom. */
export function TaskLine({ task, memberId, onOpen }: TaskLineProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const label = useChoiceLabel()
  const due = useDueWords()
  const { complete, reopen } = useTaskActs()
  const done = task.doneOn !== null
  const others = [
    task.assigneeName !== null && task.assigneeId !== memberId && !done ? task.assigneeName : null,
    task.origin === 'rule' && !done ? t('tasks.reminder', { day: format.shortDay(task.createdAt) }) : null,
  ].filter((part) => part !== null)
  return (
    <li className="task-line" data-done={done || undefined}>
      <input
        type="checkbox"
        className="task-check"
        checked={done}
        aria-label={done ? t('tasks.reopen', { title: task.title }) : t('tasks.complete', { title: task.title })}
        onChange={() => void (done ? reopen(task) : complete(task))}
      />
      <button type="button" className="task-open" onClick={onOpen}>
        <span>{task.title}</span>
        <small className={isLate(task) ? 'tone-danger toned' : undefined}>
          {[due(task), ...others].join(', ')}
          {task.recurrence !== null && !done ? (
            <>
              {' '}
              <IconRepeat size={12} role="img" aria-label={label('taskRecurrence', task.recurrence)} />
            </>
          ) : null}
        </small>
      </button>
    </li>
  )
}
