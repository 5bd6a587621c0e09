import { IconPhone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatPhone } from '../../../shared/rules/phone'
import { useQuery } from '../../api'
import { useFormat } from '../../i18n/format'
import { PersonName } from '../../ui/PersonName'

/** Whoever stopped coming, with the number to call. Nothing is drawn when nobody did. */
export function AbsenceAlerts({ cohortId }: { cohortId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const alerts = useQuery('attendances.alerts', { cohortId }, { keepPrevious: true }).data ?? []
  if (alerts.length === 0) return null
  return (
    <section>
      <h2 className="h3">
        {t('attendances.alerts')} <span className="count">{alerts.length}</span>
      </h2>
      <ul className="attendance-rows">
        {alerts.map((alert) => (
          <li key={alert.enrolmentId}>
            <a className="med grow cut" href={`#/people/${alert.personId}`}>
              <PersonName lastName={alert.lastName} firstName={alert.firstName} />
            </a>
            <span className="tone-danger toned">
              {t('attendances.inRow', { count: alert.absences })}{' '}
              <span className="t3">{t('attendances.sinceDay', { day: format.shortDay(alert.since) })}</span>
            </span>
            <span className="t3 nowrap">
              {alert.lastSeenOn === null
                ? t('attendances.neverSeen')
                : t('attendances.lastSeen', { day: format.shortDay(alert.lastSeenOn) })}
            </span>
            <span className="attendance-phone tab nowrap">
              {alert.phone === null ? (
                <span className="t3">{t('attendances.noPhone')}</span>
              ) : (
                <a className="row" href={`tel:${alert.phone}`}>
                  <IconPhone size={14} />
                  {formatPhone(alert.phone)}
                </a>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
