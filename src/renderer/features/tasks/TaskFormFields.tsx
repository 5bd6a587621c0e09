import { Select, TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { taskKinds, taskRecurrences } from '../../../shared/rules/tasks'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { ChoiceChips } from '../../ui/ChoiceChips'
import { DateField } from '../../ui/DateField'
import { FieldLabel } from '../../ui/FieldLabel'
import { FreeTextField } from '../../ui/FreeTextField'
import type { Problem, TaskForm } from './task-form'

interface TaskFormFieldsProps {
  /** A new one: one types at once what is to be done. */
  readonly fresh: boolean
  readonly form: TaskForm
  readonly wrong: (field: Problem) => string | null
  readonly onChange: (some: Partial<TaskForm>) => void
  /** What it is about. */
  readonly children: ReactNode
}

const none = '' // a choice that is none

export function TaskFormFields({ fresh, form, wrong, onChange, children }: TaskFormFieldsProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const members = useQuery('members.list', {}).data ?? []
  const title = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (fresh) title.current?.focus()
  }, [fresh])
  const offered = members.filter(({ id, active }) => active || id === form.assigneeId)
  return (
    <div className="form-grid">
      <TextInput
        className="span-4"
        label={t('tasks.field.title')}
        autoComplete="off"
        maxLength={200}
        ref={title}
        value={form.title}
        error={wrong('title')}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <ChoiceChips
        className="span-4"
        label={t('tasks.field.kind')}
        single
        choices={taskKinds.map((code) => ({ code, label: label('taskKind', code) }))}
        value={[form.kind]}
        onChange={([kind]) => onChange({ kind: kind ?? 'other' })}
      />
      <DateField
        className="span-2"
        label={t('tasks.field.dueOn')}
        optional
        error={wrong('dueOn')}
        value={form.dueOn}
        onChange={(dueOn) => onChange({ dueOn })}
      />
      <TextInput
        className="span-2"
        label={<FieldLabel optional>{t('tasks.field.dueTime')}</FieldLabel>}
        autoComplete="off"
        maxLength={8}
        value={form.dueTime}
        error={wrong('dueTime')}
        onChange={(event) => onChange({ dueTime: event.currentTarget.value })}
      />
      <Select
        className="span-2"
        label={t('tasks.field.recurrence')}
        data={[
          { value: none, label: t('tasks.once') },
          ...taskRecurrences.map((code) => ({ value: code, label: label('taskRecurrence', code) })),
        ]}
        value={form.recurrence ?? none}
        onChange={(chosen) => onChange({ recurrence: taskRecurrences.find((code) => code === chosen) ?? null })}
      />
      <Select
        className="span-2"
        label={t('tasks.field.assignee')}
        data={[
          { value: none, label: t('tasks.nobody') },
          ...offered.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={form.assigneeId ?? none}
        onChange={(id) => onChange({ assigneeId: id === none ? null : id })}
      />
      <FreeTextField
        className="span-4"
        label={t('tasks.field.note')}
        optional
        description={t('tasks.noteHint')}
        value={form.note}
        onChange={(note) => onChange({ note })}
      />
      {children}
    </div>
  )
}
