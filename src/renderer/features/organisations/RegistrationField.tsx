import { TextInput } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatSiret, parseSiren, parseSiret } from '../../../shared/rules/identifiers'
import { FieldLabel } from '../../ui/FieldLabel'

interface RegistrationFieldProps {
  readonly number: 'siren' | 'siret'
  /** As typed; written by threes once it is right and the field is left. */
  readonly value: string
  readonly onChange: (text: string) => void
  readonly error?: string | null
}

const lengths = { siren: 9, siret: 14 } as const
const parsers = { siren: parseSiren, siret: parseSiret } as const

/** A SIREN or a SIRET, checked by its key as it is typed: too short is said only when the field is left. */
export function RegistrationField({ number, value, onChange, error = null }: RegistrationFieldProps) {
  const { t } = useTranslation()
  const [left, setLeft] = useState(value !== '')
  const read = parsers[number](value)
  const count = value.replaceAll(/\D/gu, '').length
  const short = !read.ok && read.reason === 'wrongLength' && count < lengths[number]

  function wrong(): string | null {
    if (read.ok || read.reason === 'empty') return null
    if (short) return left ? t(`organisations.wrong.${number}Length`, { count }) : null
    if (read.reason === 'wrongLength') return t(`organisations.wrong.${number}Length`, { count })
    if (read.reason === 'lostDigits') return t('ui.parse.lostDigits')
    return t(read.reason === 'wrongKey' ? `organisations.wrong.${number}Key` : 'organisations.wrong.digits')
  }

  const isRight = read.ok && read.repaired === undefined && error === null
  return (
    <TextInput
      className="span-4"
      name={number}
      label={<FieldLabel optional>{t(`organisations.${number}`)}</FieldLabel>}
      inputMode="numeric"
      autoComplete="off"
      maxLength={24}
      classNames={{ input: 'tab' }}
      value={value}
      error={wrong() ?? error}
      rightSection={isRight ? <IconCircleCheck size={16} className="number-right" /> : null}
      onFocus={() => setLeft(false)}
      onBlur={() => {
        setLeft(true)
        if (read.ok) onChange(formatSiret(read.value))
      }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
