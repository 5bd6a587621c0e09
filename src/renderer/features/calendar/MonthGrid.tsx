import { useTranslation } from 'react-i18next'
import type { CalendarItem } from '../../../shared/features/calendar'
import { publicHolidayOn } from '../../../shared/rules/calendar'
import { weekdayOf } from '../../../shared/rules/days'
import type { HolidayRegion } from '../../../shared/rules/working-days'
import { DayHead } from './DayHead'
import { ItemButton } from './ItemButton'
import { useCalendarWords } from './use-calendar-words'

export interface DaysProps {
  readonly days: readonly string[]
  /** The day that has the focus. */
  readonly selected: string
  readonly items: ReadonlyMap<string, readonly CalendarItem[]>
  readonly region: HolidayRegion
  /** The keys of the day that has the focus. */
  readonly onKeyDown: (event: React.KeyboardEvent) => void
  readonly onOpen: (item: CalendarItem) => void
  readonly onDay: (day: string) => void
}

const mostShown = 4

/** Whole weeks of a month; what a day has no room for is counted, and shown by opening the day. */
export function MonthGrid({ days, selected, items, region, onKeyDown, onOpen, onDay }: DaysProps) {
  const { t } = useTranslation()
  const words = useCalendarWords()
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
  return (
    <table className="calendar-month">
      <thead>
        <tr>
          {days.slice(0, 7).map((day) => (
            <th key={day} scope="col" abbr={words.weekday(day, 'long')}>
              {words.weekday(day, 'short')}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              const held = items.get(day) ?? []
              const shown = held.length > mostShown ? held.slice(0, mostShown - 1) : held
              return (
                <td
                  key={day}
                  data-other={day.slice(0, 7) === selected.slice(0, 7) ? undefined : true}
                  data-off={weekdayOf(day) > 5 || publicHolidayOn(day, region) !== null || undefined}
                  data-selected={day === selected || undefined}
                >
                  <DayHead
                    day={day}
                    selected={day === selected}
                    count={held.length}
                    region={region}
                    onKeyDown={onKeyDown}
                    onOpen={() => onDay(day)}
                  />
                  <ul>
                    {shown.map((item) => (
                      <li key={`${item.kind} ${item.id}`}>
                        <ItemButton item={item} reachable={day === selected} onOpen={onOpen} />
                      </li>
                    ))}
                  </ul>
                  {shown.length < held.length ? (
                    <button
                      type="button"
                      className="calendar-more"
                      tabIndex={day === selected ? 0 : -1}
                      onClick={() => onDay(day)}
                    >
                      {t('calendar.more', { count: held.length - shown.length })}
                    </button>
                  ) : null}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
