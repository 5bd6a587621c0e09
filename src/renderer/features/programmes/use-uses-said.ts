import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ErrorData } from '../../../shared/errors'
import { useFormat } from '../../i18n/format'

const uses = ['cohorts', 'workshops', 'sessions'] as const

/** What keeps a programme or a funded action in place, in words, from what a refusal says. */
export function useUsesSaid(): (data: ErrorData) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return useCallback(
    (data) => {
      const found = uses.flatMap((use) => {
        const count = Number(data[use] ?? 0)
        return count > 0 ? [t(`programmes.uses.${use}`, { count })] : []
      })
      return t('programmes.inUse', { name: String(data['label'] ?? ''), uses: format.list(found) })
    },
    [t, format],
  )
}
