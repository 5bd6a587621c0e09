import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isIsoDay } from '../../../shared/rules/days'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'

const fields = [
  'kind',
  'title',
  'theme',
  'heldOn',
  'startTime',
  'endTime',
  'minutes',
  'place',
  'link',
  'trainerName',
  'trainerOrganisationId',
  'compulsory',
  'note',
] as const

/** What the fields of a workshop are called, and their values in words; organisations by their names. */
export function useWorkshopFieldWords(organisations: Readonly<Record<string, string>>) {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  const format = useFormat()
  return useMemo(
    () => ({
      label: (field: string): string => {
        const known = fields.find((one) => one === field)
        return known === undefined ? field : t(`workshops.fields.${known}`)
      },
      value: (field: string, value: unknown): string => {
        if (field === 'compulsory') return value === true || value === 1 ? t('history.yes') : t('history.no')
        if (typeof value === 'number') return format.number(value)
        if (typeof value !== 'string') return ''
        if (field === 'kind') return choice('workshopKind', value)
        if (field === 'trainerOrganisationId') return organisations[value] ?? ''
        return isIsoDay(value) ? format.day(value) : value
      },
    }),
    [t, choice, format, organisations],
  )
}
