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
} as const

interface FieldWords {
  readonly label: (field: string) => string
  readonly value: (field: string, value: unknown) => string
}

/** What the fields of a residence are called, and their values in words. */
export function useResidenceFieldWords(): FieldWords {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  return useMemo(
    () => ({
      label: (field) => (field in labels ? t(labels[field as keyof typeof labels]) : field),
      value: (field, value) =>
        typeof value !== 'string' ? '' : field === 'qpvState' ? choice('qpvState', value) : value,
    }),
    [t, choice],
  )
}
