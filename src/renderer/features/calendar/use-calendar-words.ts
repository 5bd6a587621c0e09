import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarItem } from '../../../shared/features/calendar'
import { weekNumberOf } from '../../../shared/rules/calendar'
import { displayName } from '../../../shared/rules/fold'
import { useChoiceLabel } from '../../i18n/choices'
import { usePreferences } from '../../theme/preferences'
import type { CalendarLook } from './view'

interface CalendarWords {
  /** « lundi 23 novembre 2026 » */
  readonly longDay: (day: string) => string
  /** « lun. » and « lundi » */
  readonly weekday: (day: string, length: 'short' | 'long') => string
  readonly period: (look: CalendarLook, days: readonly string[]) => string
  readonly what: (item: CalendarItem) => string
  readonly who: (item: CalendarItem) => string | null
}

/** Days and things of a calendar, in words. */
export function useCalendarWords(): CalendarWords {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const { language } = usePreferences()
  return useMemo(() => {
    const locale = language === 'fr' ? 'fr-FR' : 'en-GB'
    const said = (options: Intl.DateTimeFormatOptions) => {
      const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
      return (day: string) => format.format(new Date(`${day}T00:00:00Z`))
    }
    const long = said({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    const weekdays = { short: said({ weekday: 'short' }), long: said({ weekday: 'long' }) }
    const month = said({ month: 'long', year: 'numeric' })
    const range = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
    return {
      longDay: long,
      weekday: (day, length) => weekdays[length](day),
      period({ span, day }, days) {
        if (span === 'day') return capitalised(long(day))
        if (span === 'month') return capitalised(month(day))
        const [from = day, to = day] = [days[0], days.at(-1)]
        const inWeek = range.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`))
        return t('calendar.week', { number: weekNumberOf(day), days: inWeek })
      },
      what({ kind, title, rule, cohortName }) {
        if (kind === 'referralDeadline') return `${label('deadlineRule', rule ?? '')}, ${title ?? ''}`
        if (kind === 'cohortStart' || kind === 'cohortEnd') return `${label('calendarKind', kind)}, ${cohortName ?? ''}`
        return title ?? label('calendarKind', kind)
      },
      who({ firstName, lastName, cohortName, kind }) {
        if (lastName !== null || firstName !== null) return displayName(lastName ?? '', firstName ?? '')
        return kind === 'workshop' ? cohortName : null
      },
    }
  }, [t, label, language])
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
