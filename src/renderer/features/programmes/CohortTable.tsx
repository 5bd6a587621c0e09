import { useTranslation } from 'react-i18next'
import type { CohortSummary } from '../../../shared/features/cohorts'
import { periodState } from '../../../shared/rules/programmes'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { today } from '../../today'
import { Filling } from '../../ui/Filling'
import { StateDot } from '../../ui/StateDot'
import { periodTones } from './period-tones'
import { usePeriodSaid } from './use-period-said'

/** The cohorts of a programme: when, where, how full. */
export function CohortTable({ cohorts, label }: { cohorts: readonly CohortSummary[]; label: string }) {
  const { t } = useTranslation()
  const choice = useChoiceLabel()
  const format = useFormat()
  const periodSaid = usePeriodSaid()
  const now = today()
  return (
    <table className="programme-table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{t('programmes.cohort')}</th>
          <th scope="col">{t('programmes.state')}</th>
          <th scope="col">{t('programmes.places')}</th>
          <th scope="col" className="num">
            {t('programmes.workshops')}
          </th>
        </tr>
      </thead>
      <tbody>
        {cohorts.map((cohort) => {
          const state = periodState(cohort, now)
          return (
            <tr key={cohort.id}>
              <td>
                <a className="programme-cohort" href={`#/cohorts/${cohort.id}`}>
                  {cohort.name}
                </a>
                <small className="tab">{periodSaid(cohort)}</small>
                {cohort.place ? <small className="cut">{cohort.place}</small> : null}
              </td>
              <td>
                {cohort.startsOn === null && cohort.endsOn === null ? (
                  <span className="t3">{t('programmes.noDates')}</span>
                ) : (
                  <StateDot tone={periodTones[state]} hollow={state === 'over'}>
                    {choice('periodState', state)}
                  </StateDot>
                )}
              </td>
              <td>
                <Filling label={t('programmes.places')} taken={cohort.taken} of={cohort.capacity} />
              </td>
              <td className="num">{format.number(cohort.workshops)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
