import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useChoiceLabel } from '../../i18n/choices'

const labels = {
  landlordId: 'residences.landlord',
  name: 'residences.name',
  code: 'residences.code',
  address: 'residences.address',
  postcode: 'residences.postcode',
  city: 'residences.city',
  communeCode: 'residences.communeCode',
  qpvState: 'residences.qpv',
  qpvCode: 'forms.qpvCode',
} as const

interface FieldWords {
  readonly label: (field: string) => string
  readonly value: (field: string, value: unknown) => string
}

/** What the fields of a residence are called, and their values in words; landlords by their names. */
export function useResidenceFieldWords(landlords: Readonly<Record<string, string>>): FieldWords {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  return useMemo(
    () => ({
      label: (field) => (field in labels ? t(labels[field as keyof typeof labels]) : field),
      value(field, value) {
        if (typeof value !== 'string') return ''
        if (field === 'landlordId') return landlords[value] ?? ''
        return field === 'qpvState' ? choice('qpvState', value) : value
      },
    }),
    [t, choice, landlords],
  )
}
