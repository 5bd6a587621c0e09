import { useTranslation } from 'react-i18next'
import type { Interaction, InteractionFields } from '../../../shared/features/interactions'
import { ask } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { useRecordUpdate } from '../../lists/use-record-update'

/** Saves what changed of an exchange; what someone else changed meanwhile is settled in `dialog`. */
export function useInteractionUpdate() {
  const { t } = useTranslation()
  const format = useFormat()
  const choice = useChoiceLabel()
  const labels: Readonly<Record<string, string>> = {
    kind: t('interactions.kind'),
    at: t('interactions.day'),
    minutes: t('interactions.minutes'),
    result: t('interactions.result'),
    note: t('interactions.text'),
  }
  return useRecordUpdate<Interaction, Partial<InteractionFields>>({
    read: (id) => ask('interactions.get', { id }),
    write: (input) => ask('interactions.update', input),
    fieldLabel: (field) => labels[field] ?? field,
    valueLabel(field, said) {
      if (said === null || said === undefined || said === '') return t('history.conflictEmpty')
      const text = typeof said === 'string' ? said : JSON.stringify(said)
      if (field === 'kind') return choice('interactionKind', text)
      if (field === 'result') return choice('contactAttemptResult', text)
      return field === 'at' ? format.instant(text) : text
    },
  })
}
