import { useTranslation } from 'react-i18next'
import type { EnrolmentRow } from '../../../shared/features/enrolments'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { PersonName } from '../../ui/PersonName'
import { joined } from './names'
import { Mean } from './Mean'
import { StageDot } from './StageDot'

/** What a card says: name and mark, where from, where it stands and since when. */
export function EnrolmentCard({ row }: { row: EnrolmentRow }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const age = row.age === null ? null : t('enrolments.age', { count: row.age })
  return (
    <>
      <span className="card-head">
        <span className="cut">
          <PersonName lastName={row.lastName} firstName={row.firstName} />
        </span>
        <Mean review={row.review} />
      </span>
      <span className="card-line">{joined([row.communeName, age]) || t('enrolments.noTown')}</span>
      <span className="card-small">{place()}</span>
      <span className="card-foot">
        <StageDot stage={row.stage} />
        <span>
          {row.rank === null
            ? format.shortDay(row.stageSince)
            : t('enrolments.rank', { rank: format.number(row.rank) })}
        </span>
      </span>
    </>
  )

  /** Of the district, in a few words: « À vérifier » alone would not say what. */
  function place(): string {
    if (row.qpvState === 'in' && row.qpvCode !== null) return t('enrolments.inQpv', { code: row.qpvCode })
    return row.qpvState === 'toCheck' ? t('enrolments.qpvToCheck') : label('qpvState', row.qpvState)
  }
}
