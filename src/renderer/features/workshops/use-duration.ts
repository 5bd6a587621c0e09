import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** Minutes as hours are said: 3 h, 3 h 30, 45 min. */
export function useDuration(): (minutes: number) => string {
  const { t } = useTranslation()
  return useCallback(
    (minutes) => {
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
      if (hours === 0) return t('workshops.minutes', { minutes: rest })
      const padded = String(rest).padStart(2, '0')
      return rest === 0 ? t('workshops.hours', { hours }) : t('workshops.hoursAndMinutes', { hours, minutes: padded })
    },
    [t],
  )
}
