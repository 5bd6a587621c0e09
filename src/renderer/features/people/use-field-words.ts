import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatPhone } from '../../../shared/rules/phone'
import { isIsoDay } from '../../../shared/rules/days'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'

const labels = {
  civility: 'people.field.civility',
  firstName: 'forms.firstName',
  lastName: 'forms.lastName',
  birthName: 'people.field.birthName',
  birthDate: 'people.field.birthDate',
  birthYear: 'forms.birthYear',
  gender: 'people.field.gender',
  address: 'forms.address',
  addressExtra: 'people.field.addressExtra',
  postcode: 'forms.postcode',
  city: 'forms.commune',
  communeCode: 'people.field.communeCode',
  qpvState: 'forms.qpv',
  qpvCode: 'people.field.qpvCode',
  qpvHow: 'forms.qpvHow',
  landlordId: 'people.field.landlord',
  residenceId: 'people.field.residence',
  contactPreference: 'people.field.contactPreference',
  bestTimes: 'people.field.bestTimes',
  languageHelp: 'people.field.languageHelp',
  note: 'people.field.note',
  status: 'people.field.status',
  education: 'people.field.education',
  project: 'people.field.project',
  projectStage: 'people.field.projectStage',
} as const
const choiceLists: Readonly<Record<string, string>> = {
  civility: 'civility',
  gender: 'gender',
  qpvState: 'qpvState',
  qpvHow: 'qpvHow',
  contactPreference: 'contactPreference',
  bestTimes: 'bestTime',
  status: 'personStatus',
  education: 'educationLevel',
  projectStage: 'projectStage',
}

interface FieldWords {
  readonly label: (field: string) => string
  readonly value: (field: string, value: unknown) => string
}

/** What the fields of a person are called, and their values in words. */
export function usePersonFieldWords(): FieldWords {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  const format = useFormat()
  return useMemo(() => {
    const one = (field: string, value: unknown): string => {
      if (typeof value === 'boolean') return value ? t('grid.yes') : t('grid.no')
      if (typeof value !== 'string') return typeof value === 'number' ? String(value) : ''
      const list = choiceLists[field]
      if (list) return choice(list, value)
      return isIsoDay(value) ? format.day(value) : value.startsWith('+') ? formatPhone(value) : value
    }
    return {
      label: (field) => (field in labels ? t(labels[field as keyof typeof labels]) : field),
      value: (field, value) =>
        Array.isArray(value) ? format.list(value.map((part) => one(field, part))) : one(field, value),
    }
  }, [t, choice, format])
}
