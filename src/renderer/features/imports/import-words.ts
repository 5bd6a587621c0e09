import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { type ImportDraft, importProblems } from '../../../shared/features/imports'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import type { imports } from '../../i18n/fr/imports'

type FieldName = keyof typeof imports.field
type Step = keyof typeof imports.step
const steps: readonly Step[] = ['read', 'plan', 'backup', 'apply', 'index', 'write']

export function useFieldWord(): (field: string) => string {
  const { t } = useTranslation()
  // a field of a newer version shows its own name
  return useCallback((field) => t(`imports.field.${field as FieldName}`, { defaultValue: field }), [t])
}

export function useStepWord(): (step: string | undefined) => string {
  const { t } = useTranslation()
  return useCallback((step) => t(`imports.step.${steps.find((one) => one === step) ?? 'other'}`), [t])
}

/** A cell as a person reads it: a day in their order, a yes or a no, the word of a code. */
export function useCellWords(fields: ImportDraft['fields']): (field: string, text: string) => string {
  const format = useFormat()
  const choice = useChoiceLabel()
  const { t } = useTranslation()
  return useCallback(
    (name, text) => {
      const field = fields.find((one) => one.field === name)
      if (field?.kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(text)) return format.day(text)
      if (field?.kind === 'boolean' && text === 'true') return t('grid.yes')
      if (field?.kind === 'boolean' && text === 'false') return t('grid.no')
      const list = field?.choices
      if (list === null || list === undefined) return text
      const codes = text.split('; ')
      return codes.map((code) => choice(list, code)).join(', ')
    },
    [fields, format, choice, t],
  )
}

/** The reasons written beside each refused row of a file. */
export function useProblemWords(): Readonly<Record<string, string>> {
  const { t } = useTranslation()
  return Object.fromEntries(importProblems.map((problem) => [problem, t(`imports.problem.${problem}`)]))
}
