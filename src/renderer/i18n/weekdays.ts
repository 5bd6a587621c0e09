import { useMemo } from 'react'
import { type Language, usePreferences } from '../theme/preferences'

export interface Weekdays {
  /** `mardi`, from 1 Monday to 7 Sunday. */
  readonly name: (weekday: number) => string
  /** `mar.` */
  readonly short: (weekday: number) => string
}

export function useWeekdays(): Weekdays {
  const { language } = usePreferences()
  return useMemo(() => weekdaysFor(language), [language])
}

function weekdaysFor(language: Language): Weekdays {
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
  const long = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const short = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  const dayOfWeek = (weekday: number) => new Date(Date.UTC(2024, 0, weekday)) // 1 January 2024 is a Monday
  return {
    name: (weekday) => long.format(dayOfWeek(weekday)),
    short: (weekday) => short.format(dayOfWeek(weekday)),
  }
}
