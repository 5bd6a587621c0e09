import { useTranslation } from 'react-i18next'
import type { CalendarItem } from '../../../shared/features/calendar'
import { useChoiceLabel } from '../../i18n/choices'
import { toneOf } from './view'
import { useCalendarWords } from './use-calendar-words'

interface ItemButtonProps {
  readonly item: CalendarItem
  /** In the day that has the focus: the others are reached by going to their day. */
  readonly reachable: boolean
  readonly full?: boolean
  readonly onOpen: (item: CalendarItem) => void
}

/** One thing of a day; what it is and in what state is said whole to whoever cannot see its colour. */
export function ItemButton({ item, reachable, full = false, onOpen }: ItemButtonProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const words = useCalendarWords()
  const who = words.who(item)
  const what = words.what(item)
  // whom it is about comes first where the rest is said by the colour
  const [first, second] =
    item.kind === 'session' || item.kind === 'referralDeadline' ? [who ?? what, what] : [what, who]
  const state = item.cancelled ? t('calendar.cancelled') : item.done ? t('calendar.done') : null
  const kind = label('calendarKind', item.kind)
  const after = [item.place, state].filter((part) => part !== null)
  const said = [kind, item.startTime, first, second, ...after].filter((part) => part !== null)
  return (
    <button
      type="button"
      className={`calendar-item tone-${toneOf(item)}`}
      data-over={item.done || item.cancelled || undefined}
      data-cancelled={item.cancelled || undefined}
      data-full={full || undefined}
      tabIndex={reachable ? 0 : -1}
      title={said.join(', ')}
      onClick={() => onOpen(item)}
    >
      <span className="vh">{kind},</span>{' '}
      <span className="calendar-text">
        {item.startTime === null ? null : <span className="tab calendar-time">{item.startTime}</span>}{' '}
        <span className="calendar-what">{first}</span>{' '}
        {second === null || second === first ? null : <span className="calendar-who">{second}</span>}
      </span>
      {after.length === 0 ? null : <span className="vh">, {after.join(', ')}</span>}
    </button>
  )
}
