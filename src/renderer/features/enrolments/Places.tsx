import { useTranslation } from 'react-i18next'
import type { CohortPlaces } from '../../../shared/features/enrolments'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'

/** What a cohort can hold and what is taken of it, in plain sight while one decides. */
export function Places({ places }: { readonly places: CohortPlaces }) {
  const { t } = useTranslation()
  const format = useFormat()
  const label = useChoiceLabel()
  const { taken } = places
  const over = places.capacity !== null && taken > places.capacity
  return (
    <div className="places">
      <p className={over ? 'tone-danger toned semi' : 'semi'}>
        {places.capacity === null
          ? t('enrolments.taken', { count: taken })
          : t('enrolments.takenOf', { count: taken, whole: format.number(places.capacity) })}
      </p>
      {places.waiting > 0 ? <p className="t3">{t('enrolments.waiting', { count: places.waiting })}</p> : null}
      {places.quotas.map((quota) => (
        <p key={quota.id} className="t2">
          {quota.label ?? quota.code ?? label('quotaKind', quota.kind)}{' '}
          <span className="tab">
            {quota.taken === null ? t('enrolments.unknown') : format.number(quota.taken)} /{' '}
            {format.number(quota.places)}
          </span>
        </p>
      ))}
    </div>
  )
}
