import { Popover } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format'
import { today } from '../../today'
import { DateField } from '../../ui/DateField'

interface InlineDayProps {
  readonly label: string
  readonly words: 'target' | 'due'
  readonly value: string | null
  /** Nothing is late in what is done. */
  readonly over?: boolean
  readonly onSave: (day: string | null) => void
}

/** A day among words, opened to be changed. */
export function InlineDay({ label, words, value, over = false, onSave }: InlineDayProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const [opened, setOpened] = useState(false)
  const late = !over && value !== null && value < today()
  const said =
    value === null
      ? t(words === 'target' ? 'plans.addTarget' : 'plans.addDue')
      : t(words === 'target' ? 'plans.aimedAt' : 'plans.before', { day: format.day(value) })
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus>
      <Popover.Target>
        <button
          type="button"
          className={`inline-day${late ? ' tone-danger' : ''}`}
          data-empty={value === null || undefined}
          aria-label={`${label}, ${said}`}
          onClick={() => setOpened(!opened)}
        >
          <span className={late ? 'toned' : undefined}>{said}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <DateField
          inPopover
          label={label}
          optional
          value={value}
          onChange={(day) => {
            setOpened(false)
            if (day !== value) onSave(day)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
