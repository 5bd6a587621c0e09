import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppError } from '../../../shared/errors'
import { useChoiceLabel } from '../../i18n/choices'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'

const refusals = ['fileTooLarge', 'fileEmpty', 'fileFormatUnknown', 'fileUnreadable'] as const

/** Why a file was not taken, in the words of papers; anything else in its own. */
export function useRefusalWords(): (error: AppError) => string {
  const { t } = useTranslation()
  const words = useErrorWords()
  return useCallback(
    (error) => {
      const refusal = refusals.find((code) => code === error.code)
      return refusal ? t(`documents.refused.${refusal}`) : words(error)
    },
    [t, words],
  )
}

const labels = {
  kind: 'documents.kind',
  title: 'documents.name',
  documentOn: 'documents.documentOn',
  expiresOn: 'documents.expiresOn',
  note: 'documents.note',
} as const

/** What the fields of a paper are called, and their values in words. */
export function useDocumentFieldWords() {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  const format = useFormat()
  return useMemo(
    () => ({
      label: (field: string) => (field in labels ? t(labels[field as keyof typeof labels]) : field),
      value: (field: string, value: unknown): string => {
        if (typeof value !== 'string') return ''
        if (field === 'kind') return choice('documentKind', value)
        return field.endsWith('On') ? format.day(value) : value
      },
    }),
    [t, choice, format],
  )
}
