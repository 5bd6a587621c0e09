import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseTime } from '../../shared/rules/times'
import { FieldLabel, type FieldProps } from './FieldLabel'

interface TimeFieldProps extends FieldProps {
  /** `HH:MM`, or empty. */
  readonly value: string
  readonly onChange: (time: string) => void
  readonly size?: 'xs' | 'sm'
  /** The label is read aloud and not drawn: in a line of fields. */
  readonly bare?: boolean
}

/** A time of day, typed as one writes it: 9h30, 9:30, 930. What cannot be read is said, and kept as typed. */
export function TimeField({
  value,
  onChange,
  label,
  optional,
  error,
  disabled,
  className,
  size,
  bare,
}: TimeFieldProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)

  function settle(): void {
    if (typed === null) return
    const read = parseTime(typed)
    const unread = !read.ok && read.reason !== 'empty'
    setWrong(unread)
    if (unread) return
    setTyped(null)
    onChange(read.ok ? read.value : '')
  }

  return (
    <TextInput
      {...(className ? { className } : {})}
      {...(size ? { size } : {})}
      {...(bare ? { 'aria-label': label } : { label: <FieldLabel optional={optional}>{label}</FieldLabel> })}
      error={wrong ? t('ui.wrongTime') : error}
      disabled={disabled ?? false}
      placeholder={t('ui.timePattern')}
      inputMode="numeric"
      autoComplete="off"
      classNames={{ input: 'tab' }}
      value={typed ?? value}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        setWrong(false)
      }}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
    />
  )
}
