import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReminderFields } from '../../../shared/features/reminders'
import { useChoiceLabel } from '../../i18n/choices'

/** When a rule reminds, in words: « 30 jours avant : expiration d’une pièce ». */
export function useRuleWords(): (rule: Pick<ReminderFields, 'dateField' | 'offsetDays'>) => string {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  return useCallback(
    ({ dateField, offsetDays }) => {
      const word = label('reminderDateField', dateField)
      const field = `${word.charAt(0).toLocaleLowerCase()}${word.slice(1)}`
      if (offsetDays === 0) return t('reminders.onTheDay', { field })
      return offsetDays < 0
        ? t('reminders.daysBefore', { count: -offsetDays, field })
        : t('reminders.daysAfter', { count: offsetDays, field })
    },
    [t, label],
  )
}
