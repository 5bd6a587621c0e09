import { useTranslation } from 'react-i18next'
import type { CalendarItem } from '../../../shared/features/calendar'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { useCalendarWords } from './use-calendar-words'
import './calendar.css'

const shown = 4

/** What is planned for someone, the soonest first: which day, what, at what time and where. */
export function UpcomingDates({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const { data } = useQuery('calendar.upcoming', { personId, limit: shown }, { keepPrevious: true })
  return (
    <section aria-label={t('calendar.upcoming')}>
      <h2 className="h3">{t('calendar.upcoming')}</h2>
      {data?.length === 0 ? <p className="t3">{t('calendar.noUpcoming')}</p> : null}
      <ul className="upcoming">
        {data?.map((item) => (
          <Upcoming key={`${item.kind} ${item.id}`} item={item} />
        ))}
      </ul>
    </section>
  )
}

function Upcoming({ item }: { item: CalendarItem }) {
  const label = useChoiceLabel()
  const format = useFormat()
  const words = useCalendarWords()
  const where = [item.startTime, item.place, item.kind === 'session' ? item.memberName : null]
  return (
    <li>
      <span className="tab nowrap" title={format.day(item.day)}>
        {words.weekday(item.day, 'short')} {format.shortDay(item.day)}
      </span>
      <span className="grow">
        {item.title === null ? (
          label('calendarKind', item.kind)
        ) : (
          <a href={`#/${item.record.entity}/${item.record.id}`}>{item.title}</a>
        )}
        <small>{where.filter((part) => part !== null && part !== '').join(', ')}</small>
      </span>
    </li>
  )
}
