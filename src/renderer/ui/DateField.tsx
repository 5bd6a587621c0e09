import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseDate } from '../../shared/rules/dates'
import { useFormat } from '../i18n/format'
import { FieldLabel, type FieldProps } from './FieldLabel'
import { useParseMessage } from './parse-message'

// The calendar is opened seldom and weighs more than the field.
const Calendar = lazy(async () => ({ default: (await import('./Calendar')).Calendar }))

interface DateFieldProps extends FieldProps {
  /** ISO day, or null when empty. */
  readonly value: string | null
  readonly onChange: (isoDay: string | null) => void
  readonly size?: 'xs' | 'sm'
  /** Standing in a popover itself, whose outside a calendar elsewhere would be. */
  readonly inPopover?: boolean
}

/** A day, typed as JJ/MM/AAAA or chosen in a calendar. What cannot be read is said, and kept as typed. */
export function DateField({
  value,
  onChange,
  label,
  optional,
  description,
  error,
  disabled,
  className,
  size,
  inPopover,
}: DateFieldProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const say = useParseMessage()
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const [opened, setOpened] = useState(false)
  const text = typed ?? (value ? format.day(value) : '')

  function settle(): void {
    if (typed === null) return
    const read = parseDate(typed)
    if (typed.trim() === '' || read.ok) {
      setWrong(null)
      setTyped(null)
      onChange(read.ok ? read.value : null)
    } else {
      setWrong(say(read.reason, 'date'))
    }
  }

  function take(isoDay: string | null): void {
    setTyped(null)
    setWrong(null)
    setOpened(false)
    onChange(isoDay)
  }

  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus withinPortal={!inPopover} withRoles={false}>
      <Popover.Target>
        <TextInput
          {...(className ? { className } : {})}
          {...(size ? { size } : {})}
          label={<FieldLabel optional={optional}>{label}</FieldLabel>}
          description={description}
          error={wrong ?? error}
          disabled={disabled ?? false}
          placeholder={t('ui.datePattern')}
          inputMode="numeric"
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setWrong(null)
          }}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === 'Enter') settle()
            if (event.key === 'ArrowDown' && event.altKey) setOpened(true)
          }}
          rightSection={
            <ActionIcon
              aria-label={t('ui.openCalendar')}
              aria-haspopup="dialog"
              aria-expanded={opened}
              disabled={disabled ?? false}
              onClick={() => setOpened(!opened)}
            >
              <IconCalendar size={15} />
            </ActionIcon>
          }
        />
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={label}>
        <Suspense fallback={<div className="calendar-waiting" />}>
          {opened ? <Calendar value={value} onChange={take} /> : null}
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
