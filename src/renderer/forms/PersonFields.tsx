import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { FieldLabel } from '../ui/FieldLabel'
import { PhoneField } from '../ui/PhoneField'
import type { IdentityValues } from './person-values'

interface PersonFieldsProps {
  readonly value: IdentityValues
  readonly onChange: (value: IdentityValues) => void
  readonly errors?: Readonly<Partial<Record<keyof IdentityValues, string | null>>>
}

/** Who someone is and how to reach them: fields for a grid of four columns. */
export function PersonFields({ value, onChange, errors = {} }: PersonFieldsProps) {
  const { t } = useTranslation()
  const set = (field: keyof IdentityValues) => (text: string) => onChange({ ...value, [field]: text })
  return (
    <>
      <TextInput
        name="firstName"
        label={t('forms.firstName')}
        autoComplete="off"
        maxLength={100}
        value={value.firstName}
        error={errors.firstName}
        onChange={(event) => set('firstName')(event.currentTarget.value)}
      />
      <TextInput
        name="lastName"
        label={t('forms.lastName')}
        autoComplete="off"
        maxLength={100}
        value={value.lastName}
        error={errors.lastName}
        onChange={(event) => set('lastName')(event.currentTarget.value)}
      />
      <PhoneField
        label={t('forms.phone')}
        optional
        value={value.phone}
        error={errors.phone ?? null}
        onChange={set('phone')}
      />
      <TextInput
        name="birthYear"
        label={<FieldLabel optional>{t('forms.birthYear')}</FieldLabel>}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        classNames={{ input: 'tab' }}
        value={value.birthYear}
        error={errors.birthYear}
        onChange={(event) => set('birthYear')(event.currentTarget.value.replaceAll(/\D/gu, ''))}
      />
      <TextInput
        className="span-2"
        name="email"
        type="email"
        label={<FieldLabel optional>{t('forms.email')}</FieldLabel>}
        autoComplete="off"
        maxLength={120}
        value={value.email}
        error={errors.email}
        onChange={(event) => set('email')(event.currentTarget.value)}
      />
    </>
  )
}
