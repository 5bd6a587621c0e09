import { TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type TaskOwner, taskOwnerColumns } from '../../../shared/features/tasks'
import { readQuickTask } from '../../../shared/rules/quick-task'
import { ask, useQuery } from '../../api'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { today } from './due-words'

/** One line, one key: what to do, and at its end the day, which is read aloud before Enter writes it. */
export function QuickTask({ owner }: { owner: TaskOwner | null }) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()
  const hintId = useId()
  const member = useQuery('members.current', {}).data ?? null
  const [text, setText] = useState('')
  const [saving, setSaving] = useState(false)
  const { title, dueOn } = readQuickTask(text, today())

  async function add(): Promise<void> {
    if (title === '' || saving) return
    setSaving(true)
    try {
      const about = owner === null ? {} : { [taskOwnerColumns[owner.entity]]: owner.id }
      await ask('tasks.create', { title, dueOn, assigneeId: member?.id ?? null, ...about })
      told.done(t('tasks.created', { title }))
      setText('')
    } catch (problem) {
      told.failed(problem)
    } finally {
      setSaving(false)
    }
  }

  return (
    <form
      className="task-quick"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextInput
        aria-label={t('tasks.quick')}
        aria-describedby={hintId}
        placeholder={t('tasks.quick')}
        leftSection={<IconPlus size={15} />}
        autoComplete="off"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || text === '') return
          event.preventDefault()
          setText('')
        }}
      />
      <p id={hintId} className="hint" aria-live="polite">
        {title === ''
          ? t('tasks.quickHint')
          : dueOn === null
            ? t('tasks.quickNoDay')
            : t('tasks.quickDay', { day: format.day(dueOn) })}
      </p>
    </form>
  )
}
