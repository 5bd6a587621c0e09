import { useTranslation } from 'react-i18next'
import { publicHolidayOn } from '../../../shared/rules/calendar'
import type { HolidayRegion } from '../../../shared/rules/working-days'
import { useChoiceLabel } from '../../i18n/choices'
import { useCalendarWords } from './use-calendar-words'
import { today } from '../../today'

interface DayHeadProps {
  readonly day: string
  readonly selected: boolean
  readonly count: number
  readonly region: HolidayRegion
  /** With the name of the day, where no column says it. */
  readonly named?: boolean
  readonly onKeyDown: (event: React.KeyboardEvent) => void
  readonly onOpen: () => void
}

/** The number of a day, and what is kept on it; it has the focus of its day. */
export function DayHead({ day, selected, count, region, named = false, onKeyDown, onOpen }: DayHeadProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const words = useCalendarWords()
  const holiday = publicHolidayOn(day, region)
  const name = holiday === null ? null : label('publicHolidayName', holiday)
  const said = t('calendar.holds', { day: words.longDay(day), count })
  return (
    <div className="calendar-day-head">
      <button
        type="button"
        className="calendar-number tab"
        data-day={day}
        data-today={day === today() || undefined}
        aria-current={day === today() ? 'date' : undefined}
        tabIndex={selected ? 0 : -1}
        onClick={onOpen}
        onKeyDown={onKeyDown}
      >
        <span aria-hidden="true">
          {named ? `${words.weekday(day, 'short')} ` : ''}
          <b>{Number(day.slice(8))}</b>
        </span>
        <span className="vh">{name === null ? said : `${said}, ${name}`}</span>
      </button>
      {name === null ? null : <span className="calendar-holiday cut">{name}</span>}
    </div>
  )
}
