import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Cohort } from '../../../shared/features/cohorts'
import { usualAbsencesAlert } from '../../../shared/rules/attendance'
import { usualCompletionShare } from '../../../shared/rules/completion'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { useQuotaName } from './use-quota-name'

interface CohortOverviewProps {
  readonly cohort: Cohort
  readonly onQuotas: () => void
}

/** The settings of a cohort in words: what was not set is said as it holds. */
export function CohortOverview({ cohort, onQuotas }: CohortOverviewProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const label = useChoiceLabel()
  const { programmeKind, callOpensOn, callClosesOn, completionShare, absencesAlert, previous, note } = cohort
  const call =
    callOpensOn !== null && callClosesOn !== null
      ? t('cohorts.fromTo', { from: format.day(callOpensOn), to: format.day(callClosesOn) })
      : callClosesOn !== null
        ? t('cohorts.until', { day: format.day(callClosesOn) })
        : callOpensOn === null
          ? t('cohorts.noCall')
          : t('cohorts.from', { day: format.day(callOpensOn) })
  return (
    <div className="cohort-overview">
      <section>
        <h2 className="h3">{t('cohorts.settings')}</h2>
        <dl className="cohort-settings">
          <div>
            <dt>{t('cohorts.programme')}</dt>
            <dd>
              <a href={`#/programmes/${cohort.programmeId}`}>{cohort.programmeName}</a>
              <small>{label('programmeKind', programmeKind)}</small>
            </dd>
          </div>
          <div>
            <dt>{t('cohorts.call')}</dt>
            <dd>{call}</dd>
          </div>
          <div>
            <dt>{t('cohorts.completion')}</dt>
            <dd>
              {t('cohorts.completionSaid', { share: completionShare ?? usualCompletionShare })}
              {completionShare === null ? <small>{t('cohorts.usual')}</small> : null}
            </dd>
          </div>
          <div>
            <dt>{t('cohorts.absences')}</dt>
            <dd>
              {t('cohorts.absencesSaid', { count: absencesAlert ?? usualAbsencesAlert })}
              {absencesAlert === null ? <small>{t('cohorts.usual')}</small> : null}
            </dd>
          </div>
          {previous ? (
            <div>
              <dt>{t('cohorts.previous')}</dt>
              <dd>
                <a href={`#/cohorts/${previous.id}`}>{previous.name}</a>
              </dd>
            </div>
          ) : null}
          {note ? (
            <div>
              <dt>{t('cohorts.fields.note')}</dt>
              <dd>{note}</dd>
            </div>
          ) : null}
        </dl>
      </section>
      <Quotas cohort={cohort} onQuotas={onQuotas} />
    </div>
  )
}

function Quotas({ cohort: { quotas, deletedAt }, onQuotas }: CohortOverviewProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const quotaName = useQuotaName()
  return (
    <section aria-label={t('cohorts.quotas')}>
      <div className="row">
        <h2 className="h3">{t('cohorts.quotas')}</h2>
        {deletedAt === null ? (
          <Button className="end" size="xs" variant="subtle" leftSection={<IconPencil size={14} />} onClick={onQuotas}>
            {t('lists.edit')}
            <span className="vh"> {t('cohorts.quotas')}</span>
          </Button>
        ) : null}
      </div>
      {quotas.length === 0 ? <p className="t3">{t('cohorts.noQuota')}</p> : null}
      <ul className="cohort-quotas">
        {quotas.map((quota) => (
          <li key={quota.id} className="row">
            <span className="grow">{quotaName(quota)}</span>
            <span className="tab t2">
              {quota.taken === null
                ? t('cohorts.byHand', { count: quota.places })
                : t('ui.countOf', { taken: format.number(quota.taken), of: format.number(quota.places) })}
            </span>
          </li>
        ))}
      </ul>
      {quotas.length > 0 ? <p className="hint">{t('cohorts.countedHow')}</p> : null}
    </section>
  )
}
