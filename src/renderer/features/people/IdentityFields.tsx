import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { civilities, genders } from '../../../shared/rules/values'
import { useChoiceLabel } from '../../i18n/choices'
import { DateField } from '../../ui/DateField'
import { FieldLabel } from '../../ui/FieldLabel'
import type { FormPart } from './form-part'

/** Names, birth, and what only the person says of themselves. */
export function IdentityFields({ form, change, said }: FormPart) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const text = (field: 'firstName' | 'lastName' | 'birthName') => ({
    name: field,
    maxLength: 100,
    autoComplete: 'off',
    value: form[field],
    error: said(field),
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => change({ [field]: event.currentTarget.value }),
  })
  return (
    <>
      <TextInput className="span-2" label={t('forms.firstName')} {...text('firstName')} />
      <TextInput className="span-2" label={t('forms.lastName')} {...text('lastName')} />
      <TextInput
        className="span-2"
        label={<FieldLabel optional>{t('people.field.birthName')}</FieldLabel>}
        {...text('birthName')}
      />
      <DateField
        label={t('people.birth')}
        optional
        value={form.birthDate}
        onChange={(birthDate) => change({ birthDate, ...(birthDate === null ? {} : { birthYear: '' }) })}
      />
      <TextInput
        name="birthYear"
        label={<FieldLabel optional>{t('people.orYear')}</FieldLabel>}
        inputMode="numeric"
        maxLength={4}
        autoComplete="off"
        classNames={{ input: 'tab' }}
        disabled={form.birthDate !== null}
        value={form.birthDate === null ? form.birthYear : form.birthDate.slice(0, 4)}
        error={said('birthYear')}
        onChange={(event) => change({ birthYear: event.currentTarget.value.replaceAll(/\D/gu, '') })}
      />
      <Select
        className="span-2"
        label={<FieldLabel optional>{t('people.field.civility')}</FieldLabel>}
        clearable
        data={civilities.map((value) => ({ value, label: label('civility', value) }))}
        value={form.civility}
        onChange={(civility) => change({ civility })}
      />
      <Select
        className="span-2"
        label={<FieldLabel optional>{t('people.field.gender')}</FieldLabel>}
        clearable
        data={genders.map((value) => ({ value, label: label('gender', value) }))}
        value={form.gender}
        onChange={(gender) => change({ gender })}
      />
    </>
  )
}
