import { useTranslation } from 'react-i18next'
import type { DayRecord } from '../../../shared/features/day'
import { useQuery } from '../../api'

interface AppointmentsProps {
  readonly who: 'mine' | 'everyone'
  readonly onOpen: (record: DayRecord) => void
}

/** The workshops and the sessions of today. */
export function Appointments({ who, onOpen }: AppointmentsProps) {
  const { t } = useTranslation()
  const appointments = useQuery('day.appointments', { who }, { keepPrevious: true }).data
  return (
    <section className="day-part">
      <h3 className="h3">{t('day.appointments')}</h3>
      {appointments?.length === 0 ? <p className="t3">{t('day.noAppointment')}</p> : null}
      <ul className="day-agenda">
        {appointments?.map(({ id, time, title, place, opens }) => (
          <li key={id}>
            <span className="t3 tab">{time}</span>
            <button type="button" className="cut" onClick={() => onOpen(opens)}>
              {title}
              {place === null ? null : <span className="t3">{`, ${place}`}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
