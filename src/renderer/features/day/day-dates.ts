import { useMemo } from 'react'
import { daysBetween } from '../../../shared/rules/days'
import { type Language, usePreferences } from '../../theme/preferences'
import { today } from '../../today'

export interface DayDates {
  /** `lundi 23 novembre` */
  readonly whole: (isoDay: string) => string
  /** `mardi 24`, within a week; with its month further away. */
  readonly near: (isoDay: string) => string
}

/** Days as one says them, where figures would have to be read. */
export function useDayDates(): DayDates {
  const { language } = usePreferences()
  return useMemo(() => datesFor(language), [language])
}

function datesFor(language: Language): DayDates {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const of = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (isoDay: string) => format.format(new Date(`${isoDay}T00:00:00Z`)).replace(',', '')
  }
  const whole = of({ weekday: 'long', day: 'numeric', month: 'long' })
  const weekday = of({ weekday: 'long', day: 'numeric' })
  const month = of({ day: 'numeric', month: 'long' })
  const year = of({ day: 'numeric', month: 'short', year: 'numeric' })
  return {
    whole,
    near(isoDay) {
      const away = Math.abs(daysBetween(today(), isoDay))
      return away < 7 ? weekday(isoDay) : away < 300 ? month(isoDay) : year(isoDay)
    },
  }
}
