import { Button, Popover, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../ui/DateField'
import { Keys } from '../../ui/Keys'
import { today } from '../../today'

interface AddTaskProps {
  readonly opened: boolean
  readonly onOpened: (opened: boolean) => void
  /** Once it is gone from sight. */
  readonly onClosed: () => void
  /** Whether it was written. */
  readonly onAdd: (title: string, dueOn: string | null) => Promise<boolean>
}

/** A task in one line; what was typed stays until it is written. */
export function AddTask({ opened, onOpened, onClosed, onAdd }: AddTaskProps) {
  const { t } = useTranslation()
  const [title, setTitle] = useState('')
  const [dueOn, setDueOn] = useState<string | null>(today)
  const [saving, setSaving] = useState(false)

  async function add(event: React.FormEvent): Promise<void> {
    event.preventDefault()
    if (title.trim() === '') return
    setSaving(true)
    const written = await onAdd(title.trim(), dueOn)
    setSaving(false)
    if (!written) return
    setTitle('')
    onOpened(false)
  }

  return (
    <Popover
      opened={opened}
      onChange={onOpened}
      onExitTransitionEnd={onClosed}
      position="bottom-end"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <Button
          leftSection={<IconPlus size={15} />}
          rightSection={<Keys keys="N" />}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => onOpened(!opened)}
        >
          {t('day.add')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t('day.addTitle')}>
        <form className="day-add" onSubmit={(event) => void add(event)}>
          <TextInput
            data-autofocus
            label={t('day.addWhat')}
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <DateField inPopover optional label={t('day.addWhen')} value={dueOn} onChange={setDueOn} />
          <Button type="submit" variant="filled" loading={saving} disabled={title.trim() === ''}>
            {t('day.add')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
