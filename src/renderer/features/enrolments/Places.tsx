import { useTranslation } from 'react-i18next'
import type { CohortPlaces } from '../../../shared/features/enrolments'
import { useFormat } from '../../i18n/format'

/** What a cohort can hold and what is taken of it, in plain sight while one decides. */
export function Places({ places }: { readonly places: CohortPlaces }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { taken } = places
  const over = places.capacity !== null && taken > places.capacity
  return (
    <div className="places">
      <p className={over ? 'tone-danger toned semi' : 'semi'}>
        {places.capacity === null
          ? t('enrolments.taken', { count: taken })
          : t('enrolments.takenOf', { count: taken, whole: format.number(places.capacity) })}
      </p>
      {places.capacity === null ? null : (
        <progress value={Math.min(taken, places.capacity)} max={places.capacity} aria-label={t('enrolments.filling')} />
      )}
      {places.waiting > 0 ? <p className="t3">{t('enrolments.waiting', { count: places.waiting })}</p> : null}
      {places.quotas.map((quota) => (
        <p key={quota.id} className="t2">
          <QuotaName kind={quota.kind} code={quota.code} label={quota.label} />{' '}
          <span className="tab">
            {quota.taken === null ? t('enrolments.unknown') : format.number(quota.taken)} /{' '}
            {format.number(quota.places)}
          </span>
        </p>
      ))}
    </div>
  )
}

/** As the cohort calls it, else by what it is kept for. */
function QuotaName({ kind, code, label }: Pick<CohortPlaces['quotas'][number], 'kind' | 'code' | 'label'>) {
  const { t } = useTranslation()
  if (label !== null) return <>{label}</>
  switch (kind) {
    case 'qpv':
      return <>{t('enrolments.quota.qpv')}</>
    case 'frr':
      return <>{t('enrolments.quota.frr')}</>
    case 'women':
      return <>{t('enrolments.quota.women')}</>
    default:
      return <>{code ?? t('enrolments.quota.other')}</>
  }
}
