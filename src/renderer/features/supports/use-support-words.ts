import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isIsoDay } from '../../../shared/rules/days'
import type { FieldWords } from '../../forms/field-words'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'

const labels = {
  programmeId: 'supports.programme',
  startedOn: 'supports.startedOn',
  endedOn: 'supports.endedOn',
  endReason: 'supports.endReason',
  endNote: 'supports.endNote',
  personWords: 'supports.personWords',
  coachWords: 'supports.coachWords',
} as const

/** What the fields of a spell are called, and their values in words. */
export function useSupportWords(): FieldWords {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  const format = useFormat()
  return useMemo(
    () => ({
      label: (field: string) => (field in labels ? t(labels[field as keyof typeof labels]) : field),
      value(field: string, value: unknown): string {
        if (typeof value !== 'string') return ''
        if (field === 'endReason') return choice('supportEndReason', value)
        return isIsoDay(value) ? format.day(value) : value
      },
    }),
    [t, choice, format],
  )
}
