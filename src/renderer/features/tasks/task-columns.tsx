import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Task } from '../../../shared/features/tasks'
import { displayName } from '../../../shared/rules/fold'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { PersonName } from '../../ui/PersonName'
import { StateDot } from '../../ui/StateDot'
import type { GridColumn } from '../../ui/grid/columns'
import { isLate } from './due-words'

/** The columns of the list of tasks. */
export function useTaskColumns(): readonly GridColumn<Task>[] {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  return useMemo(() => {
    const day = (value: string | null) => (value === null ? '' : format.day(value))
    const due = ({ dueOn, dueTime }: Task) => [day(dueOn), dueTime].filter(Boolean).join(', ')
    const person = ({ lastName, firstName }: Task) => displayName(lastName ?? '', firstName ?? '')
    const columns: GridColumn<Task>[] = [
      {
        field: 'title',
        header: t('tasks.field.title'),
        text: ({ title }) => title,
        width: 240,
        grows: true,
        sortable: true,
        look: 'record',
      },
      {
        field: 'dueOn',
        header: t('tasks.field.dueOn'),
        text: due,
        render: (task) =>
          isLate(task) ? (
            <StateDot tone="danger" coloured>
              {due(task)}
            </StateDot>
          ) : (
            <span className="tab">{due(task)}</span>
          ),
        width: 156,
        sortable: true,
      },
      {
        field: 'personName',
        header: t('tasks.field.person'),
        text: person,
        render: ({ lastName, firstName }) => <PersonName lastName={lastName ?? ''} firstName={firstName ?? ''} />,
        width: 170,
        sortable: true,
      },
      {
        field: 'organisationName',
        header: t('tasks.field.organisation'),
        text: ({ organisationName }) => organisationName ?? '',
        width: 160,
        sortable: true,
        hiddenAtFirst: true,
      },
      {
        field: 'kind',
        header: t('tasks.field.kind'),
        text: ({ kind }) => label('taskKind', kind),
        width: 124,
        sortable: true,
      },
      {
        field: 'assigneeName',
        header: t('tasks.field.assignee'),
        text: ({ assigneeName }) => assigneeName ?? '',
        width: 140,
        sortable: true,
      },
      {
        field: 'recurrence',
        header: t('tasks.field.recurrence'),
        text: ({ recurrence }) => (recurrence === null ? '' : label('taskRecurrence', recurrence)),
        width: 140,
        look: 'muted',
      },
      {
        field: 'origin',
        header: t('tasks.field.origin'),
        text: ({ origin }) => label('taskOrigin', origin),
        width: 120,
        look: 'muted',
        hiddenAtFirst: true,
      },
      {
        field: 'doneOn',
        header: t('tasks.field.doneOn'),
        text: ({ doneOn }) => day(doneOn),
        width: 104,
        sortable: true,
        look: 'muted',
      },
      {
        field: 'createdAt',
        header: t('tasks.field.createdAt'),
        text: ({ createdAt }) => format.day(createdAt),
        width: 104,
        sortable: true,
        look: 'muted',
        hiddenAtFirst: true,
      },
    ]
    return columns
  }, [t, label, format])
}
