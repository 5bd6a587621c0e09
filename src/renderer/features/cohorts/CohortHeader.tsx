import { useTranslation } from 'react-i18next'
import type { Cohort, CohortQuota } from '../../../shared/features/cohorts'
import { periodState } from '../../../shared/rules/programmes'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { today } from '../../today'
import { Filling } from '../../ui/Filling'
import { StateDot } from '../../ui/StateDot'
import { useQuotaName } from './use-quota-name'

const tones = { running: 'progress', coming: 'info', over: 'neutral' } as const

/** What stays in view whatever the tab: when, where, how full, and the places kept for some. */
export function CohortHeader({ cohort }: { cohort: Cohort }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const { name, startsOn, endsOn, place, coordinatorName, taken, capacity, quotas } = cohort
  const state = periodState(cohort, today())
  const dated = startsOn !== null || endsOn !== null
  const dates =
    startsOn !== null && endsOn !== null
      ? t('cohorts.fromTo', { from: format.day(startsOn), to: format.day(endsOn) })
      : startsOn === null
        ? t('cohorts.noDates')
        : t('cohorts.from', { day: format.day(startsOn) })
  return (
    <header className="cohort-head">
      <div>
        <h1 className="h1">{name}</h1>
        <p className="cohort-facts">
          {dated ? (
            <StateDot tone={tones[state]} hollow={state === 'over'}>
              {label('periodState', state)}
            </StateDot>
          ) : null}
          <span className="tab">{dates}</span>
          {place ? <span>{place}</span> : null}
          {coordinatorName ? <span>{t('cohorts.ledBy', { name: coordinatorName })}</span> : null}
        </p>
      </div>
      <dl className="cohort-filling">
        <div>
          <dt>{t('cohorts.placesTaken')}</dt>
          <dd>
            <Filling label={t('cohorts.placesTaken')} taken={taken} of={capacity} />
          </dd>
        </div>
        {quotas.map((quota) => (
          <Quota key={quota.id} quota={quota} />
        ))}
      </dl>
    </header>
  )
}

function Quota({ quota }: { quota: CohortQuota }) {
  const { t } = useTranslation()
  const name = useQuotaName()(quota)
  return (
    <div>
      <dt className="cut" title={name}>
        {name}
      </dt>
      <dd>
        {quota.taken === null ? (
          <span className="tab t2">{t('cohorts.byHand', { count: quota.places })}</span>
        ) : (
          <Filling goal label={name} taken={quota.taken} of={quota.places} />
        )}
      </dd>
    </div>
  )
}
