import { Button } from '@mantine/core'
import { IconArrowBackUp, IconCheck, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Task, type TaskOwner, taskOwnerColumns } from '../../../shared/features/tasks'
import { ask, useQuery } from '../../api'
import { useDraft } from '../../drafts'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { InTrash } from '../../lists/InTrash'
import { useTold } from '../../told'
import { Drawer } from '../../ui/Drawer'
import { ErrorState } from '../../ui/ErrorState'
import { useDueWords } from './due-words'
import { TaskAbout } from './TaskAbout'
import { TaskFormFields } from './TaskFormFields'
import { ToTrash } from './ToTrash'
import {
  type Problem,
  type TaskForm,
  changesOf,
  fieldsOf,
  formOf,
  newTaskForm,
  problemsOf,
  readTaskDraft,
} from './task-form'
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
  const words = useErrorWords()
  const { id, onClose } = props
  const { data, error, refetch } = useQuery('tasks.get', { id: id ?? '' }, { enabled: id !== null })
  if (id === null) return <TaskSheet {...props} task={null} />
  if (data) return <TaskSheet {...props} task={data} key={data.id} />
  return (
    <Drawer label={t('tasks.one')} title={t('tasks.one')} onClose={onClose}>
      {error ? (
        <ErrorState title={t('tasks.failed')} body={words(error)} onRetry={() => void refetch()} />
      ) : (
        <p className="vh" role="status">
          {t('common.loading')}
        </p>
      )}
    </Drawer>
  )
}

type TaskSheetProps = TaskDrawerProps & { readonly task: Task | null }

function TaskSheet({ task, owner = null, dueOn = null, history, onClose }: TaskSheetProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()
  const formId = useId()
  const memberId = useQuery('members.current', {}).data?.id ?? null
  const [before] = useState(task)
  const first = useMemo(
    () => (before === null ? newTaskForm({ dueOn, assigneeId: memberId }) : formOf(before)),
    [before, dueOn, memberId],
  )
  const [typed, setTyped] = useState<TaskForm | null>(null)
  const [about, setAbout] = useState<TaskOwner | null>(owner)
  const [asked, setAsked] = useState(false)
  const [saving, setSaving] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const form = typed ?? first
  const changed = JSON.stringify(form) !== JSON.stringify(first)
  const key = before === null ? `tasks/new/${owner?.id ?? dueOn ?? ''}` : `tasks/${before.id}`
  const version = before?.version ?? null
  const draft = useDraft(key, { version, form }, changed)
  const problems = problemsOf(form)
  const { save: update, dialog } = useTaskUpdate()
  useEffect(() => {
    void readTaskDraft(key, version).then((kept) => kept && setTyped(kept))
  }, [key, version])

  const inTrash = task !== null && task.deletedAt !== null
  const title = before === null ? t('tasks.create') : t('tasks.edit')
  const wrong = (field: Problem) => (asked && problems.has(field) ? t(`tasks.wrong.${field}`) : null)

  async function write(): Promise<void> {
    setAsked(true)
    if (problems.size > 0) return
    setSaving(true)
    try {
      if (before === null) {
        const link = about === null ? {} : { [taskOwnerColumns[about.entity]]: about.id }
        const made = await ask('tasks.create', { ...fieldsOf(form), ...link })
        told.done(t('tasks.created', { title: made.title }))
      } else if (changed) {
        if (!(await update(before, changesOf(first, form)))) return
        told.done(t('tasks.saved', { title: form.title.trim() }))
      }
      await draft.discard()
      onClose()
    } catch (problem) {
      told.failed(problem)
    } finally {
      setSaving(false)
    }
  }

  async function giveUp(): Promise<void> {
    await draft.discard().catch(told.failed)
    onClose()
  }

  return (
    <Drawer
      label={before === null ? title : `${title} ${before.title}`}
      over={draft.savedAt ? t('lists.draftKept', { time: format.time(draft.savedAt) }) : before === null ? null : title}
      title={before === null ? title : before.title}
      under={task === null ? null : <TaskState task={task} onDone={() => void giveUp()} />}
      onClose={() => void (changed ? onClose() : giveUp())}
      footer={
        inTrash ? null : (
          <>
            {before === null ? null : (
              <Button variant="subtle" leftSection={<IconTrash size={15} />} onClick={() => setLeaving(true)}>
                {t('lists.trash')}
              </Button>
            )}
            <Button variant="subtle" onClick={() => void giveUp()}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" form={formId} variant="filled" loading={saving}>
              {t('common.save')}
            </Button>
          </>
        )
      }
    >
      {inTrash ? (
        <InTrash
          words={t('tasks.inTrash')}
          name={task.title}
          restore={() => ask('tasks.restore', { id: task.id }).then(onClose)}
        />
      ) : (
        <form
          id={formId}
          className="drawer-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void write()
          }}
        >
          <TaskFormFields
            fresh={before === null}
            form={form}
            wrong={wrong}
            onChange={(some) => setTyped({ ...form, ...some })}
          >
            <TaskAbout task={task} fixed={owner !== null} onChange={setAbout} />
          </TaskFormFields>
        </form>
      )}
      {history && before !== null ? (
        <details className="task-history">
          <summary>{t('tasks.history')}</summary>
          {history}
        </details>
      ) : null}
      {dialog}
      {leaving && before !== null ? (
        <ToTrash
          selection={{ mode: 'these', ids: [before.id] }}
          count={1}
          onClose={() => setLeaving(false)}
          onDone={() => void giveUp()}
        />
      ) : null}
    </Drawer>
  )
}

/** Until when, and the one act: it is done, or is to do again. */
function TaskState({ task, onDone }: { task: Task; onDone: () => void }) {
  const { t } = useTranslation()
  const due = useDueWords()
  const { complete, reopen } = useTaskActs()
  if (task.deletedAt !== null) return null
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
