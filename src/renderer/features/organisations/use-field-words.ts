import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isIsoDay } from '../../../shared/rules/days'
import { formatSiret } from '../../../shared/rules/identifiers'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'

const labels = {
  kind: 'organisations.kind',
  name: 'organisations.name',
  siren: 'organisations.siren',
  siret: 'organisations.siret',
  landlordFamily: 'organisations.family',
  address: 'organisations.address',
  postcode: 'organisations.postcode',
  city: 'organisations.city',
  note: 'organisations.note',
  addressExtra: 'organisations.addressExtra',
  communeCode: 'organisations.communeCode',
  website: 'organisations.website',
  title: 'organisations.contactTitle',
  startedOn: 'organisations.startedOn',
  endedOn: 'organisations.endedOn',
} as const
const choiceLists: Readonly<Record<string, string>> = { kind: 'organisationKind', landlordFamily: 'landlordFamily' }

interface FieldWords {
  readonly label: (field: string) => string
  readonly value: (field: string, value: unknown) => string
}

/** What the fields of an organisation and of its contacts are called, and their values in words. */
export function useOrganisationFieldWords(): FieldWords {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  const format = useFormat()
  return useMemo(
    () => ({
      label: (field) => (field in labels ? t(labels[field as keyof typeof labels]) : field),
      value(field, value) {
        if (typeof value !== 'string') return ''
        const list = choiceLists[field]
        if (list) return choice(list, value)
        if (field === 'siren' || field === 'siret') return formatSiret(value)
        return isIsoDay(value) ? format.day(value) : value
      },
    }),
    [t, choice, format],
  )
}
