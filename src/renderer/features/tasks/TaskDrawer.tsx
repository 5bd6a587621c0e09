import { Button } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Task, type TaskOwner, taskOwnerColumns } from '../../../shared/features/tasks'
import { ask, useQuery } from '../../api'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerForm } from '../../forms/use-drawer-form'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { InTrash } from '../../lists/InTrash'
import { useTold } from '../../told'
import { Drawer } from '../../ui/Drawer'
import { WaitingDrawer } from '../../ui/WaitingDrawer'
import { useDueWords } from './due-words'
import { TaskAbout } from './TaskAbout'
import { TaskFormFields } from './TaskFormFields'
import { ToTrash } from './ToTrash'
import { type Problem, TaskFormShape, changesOf, fieldsOf, formOf, newTaskForm, problemsOf } from './task-form'
import { useTaskActs } from './use-task-acts'
import { useTaskUpdate } from './use-task-update'
import './tasks.css'

interface TaskDrawerProps {
  /** Null for a new one. */
  readonly id: string | null
  /** What a new one is about, and the day it is for. */
  readonly owner?: TaskOwner | null
  readonly dueOn?: string | null
  /** What was changed, in words. */
  readonly history?: ReactNode
  readonly onClose: () => void
}

/** A task beside what it comes from: what, when, for whom, how often. */
export function TaskDrawer(props: TaskDrawerProps) {
  const { t } = useTranslation()
  const { id, onClose } = props
  const { data, error, refetch } = useQuery('tasks.get', { id: id ?? '' }, { enabled: id !== null })
  if (id === null) return <NewTask {...props} />
  if (data && data.deletedAt !== null) return <TaskInTrash task={data} history={props.history} onClose={onClose} />
  if (data) return <TaskSheet {...props} task={data} memberId={null} key={data.id} />
  return (
    <WaitingDrawer
      label={t('tasks.one')}
      failed={t('tasks.failed')}
      error={error}
      onRetry={refetch}
      onClose={onClose}
    />
  )
}

/** Waits for who is at the keyboard: it is for them, unless they say otherwise. */
function NewTask(props: TaskDrawerProps) {
  const member = useQuery('members.current', {}).data
  return member === undefined ? null : <TaskSheet {...props} task={null} memberId={member?.id ?? null} />
}

interface TaskSheetProps extends TaskDrawerProps {
  readonly task: Task | null
  /** For whom a new one is. */
  readonly memberId: string | null
}

function TaskSheet({ task, memberId, owner = null, dueOn = null, history, onClose }: TaskSheetProps) {
  const { t } = useTranslation()
  const told = useTold()
  const [before] = useState(task)
  const { form, change, first, ...draft } = useDrawerForm({
    key: before === null ? `tasks/new/${owner?.id ?? dueOn ?? ''}` : `tasks/${before.id}`,
    version: before?.version ?? null,
    first: () => (before === null ? newTaskForm({ dueOn, assigneeId: memberId }) : formOf(before)),
    schema: TaskFormShape,
  })
  const [about, setAbout] = useState<TaskOwner | null>(owner)
  const [leaving, setLeaving] = useState(false)
  const problems = problemsOf(form)
  const { save: update, dialog } = useTaskUpdate()
  const { asked, drawer } = useDrawerSave({ draft, write, onClose })

  const title = before === null ? t('tasks.create') : t('tasks.edit')
  const wrong = (field: Problem) => (asked && problems.has(field) ? t(`tasks.wrong.${field}`) : null)

  async function write(): Promise<boolean> {
    if (problems.size > 0) return false
    if (before === null) {
      const link = about === null ? {} : { [taskOwnerColumns[about.entity]]: about.id }
      const made = await ask('tasks.create', { ...fieldsOf(form), ...link })
      told.done(t('tasks.created', { title: made.title }))
    } else if (draft.changed) {
      if (!(await update(before, changesOf(first, form)))) return false
      told.done(t('tasks.saved', { title: form.title.trim() }))
    }
    return true
  }

  return (
    <FormDrawer
      {...drawer}
      label={before === null ? title : `${title} ${before.title}`}
      over={before === null ? null : title}
      title={before === null ? title : before.title}
      under={task === null ? null : <TaskState task={task} onDone={drawer.onGiveUp} />}
      acts={
        before === null ? null : (
          <Button variant="subtle" leftSection={<IconTrash size={15} />} onClick={() => setLeaving(true)}>
            {t('lists.trash')}
          </Button>
        )
      }
      after={
        <>
          {before === null ? null : <TaskHistory>{history}</TaskHistory>}
          {dialog}
          {leaving && before !== null ? (
            <ToTrash
              selection={{ mode: 'these', ids: [before.id] }}
              count={1}
              onClose={() => setLeaving(false)}
              onDone={drawer.onGiveUp}
            />
          ) : null}
        </>
      }
    >
      <TaskFormFields fresh={before === null} form={form} wrong={wrong} onChange={change}>
        <TaskAbout task={task} fixed={owner !== null} onChange={setAbout} />
      </TaskFormFields>
    </FormDrawer>
  )
}

interface TaskInTrashProps {
  readonly task: Task
  readonly history: ReactNode
  readonly onClose: () => void
}

function TaskInTrash({ task, history, onClose }: TaskInTrashProps) {
  const { t } = useTranslation()
  const title = t('tasks.edit')
  return (
    <Drawer label={`${title} ${task.title}`} over={title} title={task.title} onClose={onClose}>
      <InTrash
        words={t('tasks.inTrash')}
        name={task.title}
        restore={() => ask('tasks.restore', { id: task.id }).then(onClose)}
      />
      <TaskHistory>{history}</TaskHistory>
    </Drawer>
  )
}

function TaskHistory({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  if (!children) return null
  return (
    <details className="task-history">
      <summary>{t('tasks.history')}</summary>
      {children}
    </details>
  )
}

/** Until when, and the one act: it is done, or is to do again. */
function TaskState({ task, onDone }: { task: Task; onDone: () => void }) {
  const { t } = useTranslation()
  const due = useDueWords()
  const { complete, reopen } = useTaskActs()
  return (
    <>
      <span className="t3 sm">{due(task)}</span>
      {task.doneOn === null ? (
        <Button size="xs" leftSection={<IconCheck size={15} />} onClick={() => void complete(task).then(onDone)}>
          {t('tasks.markDone')}
        </Button>
      ) : (
        <Button size="xs" leftSection={<IconArrowBackUp size={15} />} onClick={() => void reopen(task).then(onDone)}>
          {t('tasks.markOpen')}
        </Button>
      )}
    </>
  )
}
