import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isIsoDay } from '../../../shared/rules/days'
import type { OutputOf } from '../../api'
import { useFormat } from '../../i18n/format'

const fields = [
  'name',
  'startsOn',
  'endsOn',
  'place',
  'capacity',
  'coordinatorId',
  'callOpensOn',
  'callClosesOn',
  'completionShare',
  'absencesAlert',
  'note',
] as const

/** What the fields of a cohort are called, and their values in words; members by their names. */
export function useCohortFieldWords(members: OutputOf<'members.list'>) {
  const { t } = useTranslation()
  const format = useFormat()
  return useMemo(
    () => ({
      label: (field: string): string => {
        const known = fields.find((one) => one === field)
        return known === undefined ? field : t(`cohorts.fields.${known}`)
      },
      value: (field: string, value: unknown): string => {
        if (typeof value === 'number') return format.number(value)
        if (typeof value !== 'string') return ''
        if (field === 'coordinatorId') return members.find(({ id }) => id === value)?.name ?? ''
        return isIsoDay(value) ? format.day(value) : value
      },
    }),
    [t, format, members],
  )
}
