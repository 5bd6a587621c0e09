import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isIsoDay } from '../../../shared/rules/days'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'

const fields = ['kind', 'name', 'startsOn', 'endsOn', 'aim', 'note'] as const

/** What the fields of a programme are called, and their values in words. */
export function useProgrammeFieldWords() {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  const format = useFormat()
  return useMemo(
    () => ({
      label: (field: string): string => {
        const known = fields.find((one) => one === field)
        return known === undefined ? field : t(`programmes.fields.${known}`)
      },
      value: (field: string, value: unknown): string => {
        if (typeof value !== 'string') return ''
        if (field === 'kind') return choice('programmeKind', value)
        return isIsoDay(value) ? format.day(value) : value
      },
    }),
    [t, choice, format],
  )
}
