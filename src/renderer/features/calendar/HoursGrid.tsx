import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarItem } from '../../../shared/features/calendar'
import { publicHolidayOn } from '../../../shared/rules/calendar'
import { weekdayOf } from '../../../shared/rules/days'
import { DayHead } from './DayHead'
import { ItemButton } from './ItemButton'
import { inLanes } from './lanes'
import type { DaysProps } from './MonthGrid'

const hour = 44 // px
const usual = { first: 8, last: 19 }
const defaultMinutes = 60
const mostWhole = 6 // things that take the day, before the rest is counted
const shortMinutes = 45 // one line, no more
const leastMinutes = 30 // a shorter thing is drawn as high, to be read

interface Timed {
  readonly item: CalendarItem
  readonly start: number
  readonly end: number
}

/** One day or seven, hour by hour; what takes the day stands above the hours. */
export function HoursGrid({ days, selected, items, region, onKeyDown, onOpen, onDay }: DaysProps) {
  const { t } = useTranslation()
  const scroller = useRef<HTMLDivElement>(null)
  const timed = new Map(days.map((day) => [day, timedOf(items.get(day) ?? [])]))
  const all = [...timed.values()].flat()
  const first = Math.min(usual.first, ...all.map(({ start }) => Math.floor(start / 60)))
  const last = Math.max(usual.last, ...all.map(({ end }) => Math.ceil(end / 60)))
  const hours = Array.from({ length: last - first }, (_, index) => first + index)
  useEffect(() => {
    if (scroller.current) scroller.current.scrollTop = Math.max(0, usual.first - first) * hour
  }, [first])
  return (
    <div className="calendar-hours" ref={scroller} data-days={days.length}>
      <div className="calendar-heads">
        <span className="calendar-axis" />
        {days.map((day) => (
          <DayHead
            key={day}
            named
            day={day}
            selected={day === selected}
            count={items.get(day)?.length ?? 0}
            region={region}
            onKeyDown={onKeyDown}
            onOpen={() => onDay(day)}
          />
        ))}
      </div>
      <div className="calendar-whole-days">
        <span className="calendar-axis">{t('calendar.allDay')}</span>
        {days.map((day) => {
          const whole = (items.get(day) ?? []).filter(({ startTime }) => startTime === null)
          const shown = days.length > 1 && whole.length > mostWhole ? whole.slice(0, mostWhole - 1) : whole
          return (
            <ul key={day}>
              {shown.map((item) => (
                <li key={`${item.kind} ${item.id}`}>
                  <ItemButton item={item} reachable={day === selected} onOpen={onOpen} />
                </li>
              ))}
              {shown.length < whole.length ? (
                <li>
                  <button
                    type="button"
                    className="calendar-more"
                    tabIndex={day === selected ? 0 : -1}
                    onClick={() => onDay(day)}
                  >
                    {t('calendar.more', { count: whole.length - shown.length })}
                  </button>
                </li>
              ) : null}
            </ul>
          )
        })}
      </div>
      <div className="calendar-columns" style={{ height: hours.length * hour }}>
        <div className="calendar-axis" aria-hidden="true">
          {hours.map((one) => (
            <span key={one} className="tab" style={{ height: hour }}>
              {one === first ? '' : `${String(one).padStart(2, '0')}:00`}
            </span>
          ))}
        </div>
        {days.map((day) => (
          <ul
            key={day}
            className="calendar-column"
            data-off={weekdayOf(day) > 5 || publicHolidayOn(day, region) !== null || undefined}
          >
            {inLanes(timed.get(day) ?? []).map(({ item, start, end, lane, span, lanes }) => (
              <li
                key={`${item.kind} ${item.id}`}
                data-short={end - start <= shortMinutes || undefined}
                data-narrow={(days.length > 1 && lanes > span) || undefined}
                style={{
                  top: ((start - first * 60) / 60) * hour,
                  height: ((end - start) / 60) * hour,
                  left: `${(lane / lanes) * 100}%`,
                  width: `${(span / lanes) * 100}%`,
                }}
              >
                <ItemButton item={item} full reachable={day === selected} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        ))}
      </div>
    </div>
  )
}

function timedOf(items: readonly CalendarItem[]): readonly Timed[] {
  return items.flatMap((item) => {
    if (item.startTime === null) return []
    const start = Number(item.startTime.slice(0, 2)) * 60 + Number(item.startTime.slice(3, 5))
    const length = Math.max(item.minutes ?? defaultMinutes, leastMinutes)
    return [{ item, start, end: Math.min(start + length, 24 * 60) }]
  })
}
