import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { formatPhone, parsePhone } from '../../shared/rules/phone'
import { FieldLabel, type FieldProps } from './FieldLabel'
import { useParseMessage } from './parse-message'

interface PhoneFieldProps extends FieldProps {
  /** As typed; written the French way once the field is left. */
  readonly value: string
  readonly onChange: (text: string) => void
}

export function PhoneField({
  value,
  onChange,
  label,
  optional,
  description,
  error,
  disabled,
  className,
}: PhoneFieldProps) {
  const say = useParseMessage()
  const [wrong, setWrong] = useState<string | null>(null)

  function settle(): void {
    const read = parsePhone(value)
    if (read.ok) onChange(formatPhone(read.value))
    setWrong(read.ok || read.reason === 'empty' ? null : say(read.reason, 'phone'))
  }

  return (
    <TextInput
      {...(className ? { className } : {})}
      type="tel"
      label={<FieldLabel optional={optional}>{label}</FieldLabel>}
      description={description}
      error={wrong ?? error}
      disabled={disabled ?? false}
      inputMode="tel"
      autoComplete="off"
      classNames={{ input: 'tab' }}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value)
        setWrong(null)
      }}
      onBlur={settle}
    />
  )
}
