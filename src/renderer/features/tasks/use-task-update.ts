import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task, TaskFields } from '../../../shared/features/tasks'
import { ask, useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { useRecordUpdate } from '../../lists/use-record-update'

const labels: Readonly<Record<string, 'title' | 'kind' | 'dueOn' | 'dueTime' | 'assignee' | 'recurrence' | 'note'>> = {
  title: 'title',
  kind: 'kind',
  dueOn: 'dueOn',
  dueTime: 'dueTime',
  assigneeId: 'assignee',
  recurrence: 'recurrence',
  note: 'note',
}

/** The words of a task’s fields and of their values, where two versions are compared. */
export function useTaskFieldWords() {
  const { t } = useTranslation()
  const format = useFormat()
  const choice = useChoiceLabel()
  const members = useQuery('members.list', {}).data
  const label = useCallback(
    (field: string) => {
      const known = labels[field]
      return known === undefined ? field : t(`tasks.field.${known}`)
    },
    [t],
  )
  const value = useCallback(
    (field: string, said: unknown) => {
      if (said === null || said === undefined || said === '') return t('history.conflictEmpty')
      const text = typeof said === 'string' ? said : JSON.stringify(said)
      if (field === 'kind') return choice('taskKind', text)
      if (field === 'recurrence') return choice('taskRecurrence', text)
      if (field === 'assigneeId') return members?.find(({ id }) => id === text)?.name ?? t('history.something')
      return field === 'dueOn' ? format.day(text) : text
    },
    [t, format, choice, members],
  )
  return { label, value }
}

/** Saves what changed of a task; what someone else changed meanwhile is settled in `dialog`. */
export function useTaskUpdate() {
  const said = useTaskFieldWords()
  return useRecordUpdate<Task, Partial<TaskFields>>({
    read: (id) => ask('tasks.get', { id }),
    write: (input) => ask('tasks.update', input),
    fieldLabel: said.label,
    valueLabel: said.value,
  })
}
