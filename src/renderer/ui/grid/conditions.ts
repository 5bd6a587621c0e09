import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Condition } from '../../../shared/features/lists'
import type { FieldDescription } from '../../../shared/rules/lists'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'

export type Operator = Condition['operator']

/** A field of a list that conditions can bear on. */
export interface FilterField {
  readonly field: string
  readonly label: string
  readonly description: FieldDescription
}

/** What can be asked of each kind of field, the likeliest first. */
export const operatorsOf: Readonly<Record<FieldDescription['kind'], readonly Operator[]>> = {
  text: ['contains', 'startsWith', 'is', 'isNot', 'isEmpty', 'isNotEmpty'],
  number: ['is', 'atLeast', 'atMost', 'between', 'isEmpty', 'isNotEmpty'],
  date: ['after', 'before', 'between', 'isEmpty', 'isNotEmpty'],
  choice: ['isAnyOf', 'isNoneOf', 'isEmpty', 'isNotEmpty'],
  boolean: ['is'],
}

export function takesNoValue(operator: Operator): boolean {
  return operator === 'isEmpty' || operator === 'isNotEmpty'
}

/** Whether enough was given for the condition to mean something. */
export function isComplete({ operator, value }: Condition): boolean {
  if (takesNoValue(operator)) return true
  if (operator === 'between') return Array.isArray(value) && value.length === 2 && value.every((part) => part !== '')
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== ''
}

/** The same question with another operator: what was typed is kept where it still has a meaning. */
export function withOperator(condition: Condition, operator: Operator): Condition {
  const { field, value } = condition
  const parts = Array.isArray(value) ? value : value === null ? [] : [value]
  if (takesNoValue(operator)) return { field, operator, value: null }
  if (operator === 'between') return { field, operator, value: [parts[0] ?? '', parts[1] ?? ''] }
  if (operator === 'isAnyOf' || operator === 'isNoneOf') return { field, operator, value: parts }
  return { field, operator, value: parts[0] ?? null }
}

export function newCondition({ field, description }: FilterField): Condition {
  const operator = operatorsOf[description.kind][0] ?? 'is'
  return withOperator({ field, operator, value: description.kind === 'boolean' ? true : null }, operator)
}

/** A condition in words, for its chip: « moins de 90 », « tout sauf Close ». */
export function useConditionWords(): (field: FilterField, condition: Condition) => string {
  const { t } = useTranslation()
  const format = useFormat()
  const choiceLabel = useChoiceLabel()
  return useCallback(
    ({ description }, { operator, value }) => {
      if (operator === 'isEmpty' || operator === 'isNotEmpty') return t(`grid.words.${operator}`)
      if (description.kind === 'boolean') return value === false ? t('grid.no') : t('grid.yes')
      const say = (part: string | number | boolean) => sayPart(part, description, format, choiceLabel)
      const parts = (Array.isArray(value) ? value : [value]).filter((part) => part !== null).map(say)
      if (operator === 'between') {
        const [from = '', to = ''] = parts
        return description.kind === 'date'
          ? t('grid.words.betweenDays', { from, to })
          : t('grid.words.between', { from, to })
      }
      const values = operator === 'isAnyOf' ? format.either(parts) : format.list(parts)
      return t(`grid.words.${operator}`, { value: values })
    },
    [t, format, choiceLabel],
  )
}

function sayPart(
  part: string | number | boolean,
  description: FieldDescription,
  format: ReturnType<typeof useFormat>,
  choiceLabel: ReturnType<typeof useChoiceLabel>,
): string {
  if (description.kind === 'date') return format.day(String(part))
  if (description.kind === 'choice') return choiceLabel(description.choices ?? '', String(part))
  return String(part)
}
