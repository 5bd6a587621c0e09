import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { isIsoDay } from '../../../shared/rules/days'
import type { FieldWords } from '../../forms/field-words'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'

const labels = {
  state: 'sessions.state',
  heldOn: 'sessions.heldOn',
  startTime: 'sessions.startTime',
  minutes: 'sessions.minutes',
  mode: 'sessions.mode',
  place: 'sessions.place',
  themes: 'sessions.themes',
  privateNote: 'sessions.privateNote',
  shareableNote: 'sessions.shareableNote',
  nextStep: 'sessions.nextStep',
  coachId: 'sessions.coach',
  supportId: 'sessions.support',
} as const
const lists: Readonly<Record<string, string>> = { state: 'sessionState', mode: 'sessionMode', themes: 'coachingTheme' }

/** What the fields of a session are called, and their values in words. */
export function useSessionWords(): FieldWords {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  const format = useFormat()
  return useMemo(
    () => ({
      label: (field: string) => (field in labels ? t(labels[field as keyof typeof labels]) : field),
      value(field: string, value: unknown): string {
        if (typeof value === 'number') return format.number(value)
        if (typeof value !== 'string') return ''
        const list = lists[field]
        if (list && value.startsWith('['))
          return format.list((JSON.parse(value) as string[]).map((code) => choice(list, code)))
        if (list) return choice(list, value)
        return isIsoDay(value) ? format.day(value) : value
      },
    }),
    [t, choice, format],
  )
}
