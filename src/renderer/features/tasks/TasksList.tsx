import { Button } from '@mantine/core'
import { IconClockPause, IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition, PageRequest, ViewDefinition } from '../../../shared/features/lists'
import { emptyFilter, taskListFields } from '../../../shared/rules/lists'
import { ask, useQuery } from '../../api'
import { useFormat } from '../../i18n/format'
import { BulkActs } from '../../lists/BulkActs'
import { filterFields } from '../../lists/filter-fields'
import { type Selected, type ShownList, WorkingList } from '../../lists/WorkingList'
import { EmptyState } from '../../ui/EmptyState'
import { initialColumnStates } from '../../ui/grid/columns'
import { PageHeader } from '../../ui/PageHeader'
import { today } from './due-words'
import { PostponeDialog } from './PostponeDialog'
import { useTaskColumns } from './task-columns'
import { TaskDrawer } from './TaskDrawer'
import { ToTrash } from './ToTrash'

const load = (request: PageRequest) => ask('tasks.list', request)

interface TasksListProps {
  /** The task beside the list; `new` for one to add. */
  readonly openedId: string | null
  readonly onOpen: (id: string | null) => void
  readonly onExport: (shown: ShownList) => void
  /** What was changed of the task beside the list. */
  readonly history: ReactNode
}

/** Everything to do, mine and the others’: late, to come, done. */
export function TasksList({ openedId, onOpen, onExport, history }: TasksListProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const whole = useQuery('tasks.list', { offset: 0, limit: 1 }, { keepPrevious: true }).data
  const member = useQuery('members.current', {})
  const columns = useTaskColumns()
  const create = (
    <Button variant="filled" leftSection={<IconPlus size={16} />} onClick={() => onOpen('new')}>
      {t('tasks.create')}
    </Button>
  )
  const shows = (field: 'dueOn' | 'doneOn', ...conditions: Condition[]): ViewDefinition => ({
    filter: { ...emptyFilter, conditions },
    sort: [{ field, direction: field === 'doneOn' ? 'desc' : 'asc' }],
    columns: initialColumnStates(columns).map((state) =>
      state.field === 'doneOn' ? { ...state, hidden: field === 'dueOn' } : state,
    ),
    layout: 'grid',
  })
  const open: Condition = { field: 'doneOn', operator: 'isEmpty', value: null }
  const mine: Condition = { field: 'assigneeName', operator: 'is', value: member.data?.name ?? '' }
  return (
    <>
      <PageHeader
        title={t('tasks.title')}
        {...(whole ? { detail: format.number(whole.unfiltered) } : {})}
        acts={whole?.unfiltered === 0 ? null : create}
      />
      {whole?.unfiltered === 0 ? (
        <EmptyState title={t('tasks.emptyTitle')} body={t('tasks.emptyBody')} acts={create} />
      ) : member.data === undefined ? null : (
        <WorkingList
          list="tasks"
          label={t('tasks.title')}
          columns={columns}
          fields={filterFields(columns, taskListFields)}
          views={[
            { id: 'mine', name: t('tasks.views.mine'), definition: shows('dueOn', open, mine) },
            {
              id: 'late',
              name: t('tasks.views.late'),
              definition: shows('dueOn', open, { field: 'dueOn', operator: 'before', value: today() }),
            },
            { id: 'open', name: t('tasks.views.open'), definition: shows('dueOn', open) },
            {
              id: 'done',
              name: t('tasks.views.done'),
              definition: shows('doneOn', { field: 'doneOn', operator: 'isNotEmpty', value: null }),
            },
          ]}
          load={load}
          summary={({ total, unfiltered }) =>
            total === unfiltered
              ? t('tasks.count', { count: total })
              : t('tasks.countOf', { count: total, whole: format.number(unfiltered) })
          }
          rowMeaning={t('tasks.rowMeaning')}
          selectedWords={(count) => t('tasks.selected', { count })}
          rowLabel={({ title }) => title}
          onOpen={({ id }) => onOpen(id)}
          onExport={onExport}
          acts={(selected) => <TaskActs selected={selected} onExport={onExport} />}
        />
      )}
      {openedId === null ? null : (
        <TaskDrawer
          key={openedId}
          id={openedId === 'new' ? null : openedId}
          history={history}
          onClose={() => onOpen(null)}
        />
      )}
    </>
  )
}

function TaskActs({ selected, onExport }: { selected: Selected; onExport: (shown: ShownList) => void }) {
  const { t } = useTranslation()
  const [postponing, setPostponing] = useState(false)
  return (
    <>
      <Button size="xs" variant="subtle" leftSection={<IconClockPause size={15} />} onClick={() => setPostponing(true)}>
        {t('tasks.postpone')}
      </Button>
      <BulkActs ToTrash={ToTrash} selected={selected} onExport={() => onExport(selected.shown)} />
      {postponing ? (
        <PostponeDialog
          selection={selected.selection}
          count={selected.count}
          onClose={() => setPostponing(false)}
          onDone={selected.clear}
        />
      ) : null}
    </>
  )
}
