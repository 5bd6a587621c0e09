import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/format'

interface Period {
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** From one day to another, as far as they are known; nothing when neither is. */
export function usePeriodSaid(): (period: Period) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return useCallback(
    ({ startsOn, endsOn }) => {
      if (startsOn !== null && endsOn !== null)
        return t('programmes.fromTo', { from: format.day(startsOn), to: format.day(endsOn) })
      if (startsOn !== null) return t('programmes.from', { day: format.day(startsOn) })
      return endsOn === null ? '' : t('programmes.until', { day: format.day(endsOn) })
    },
    [t, format],
  )
}
