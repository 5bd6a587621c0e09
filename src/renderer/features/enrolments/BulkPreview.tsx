import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { EnrolmentRow } from '../../../shared/features/enrolments'
import type { EnrolmentStage } from '../../../shared/rules/enrolment-stages'
import { useFormat } from '../../i18n/format'
import { PersonName } from '../../ui/PersonName'
import { Mean } from './Mean'
import { StageDot } from './StageDot'

interface BulkPreviewProps {
  readonly rows: readonly EnrolmentRow[]
  readonly to: EnrolmentStage
  /** The rank that the first of them would take on the waiting list. */
  readonly firstRank: number
}

/** Each one, from where to where, before anything is written. */
export function BulkPreview({ rows, to, firstRank }: BulkPreviewProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <section aria-label={t('enrolments.preview')} className="bulk-preview">
      <ul>
        {rows.map((row, index) => (
          <li key={row.id}>
            <span className="cut">
              <PersonName lastName={row.lastName} firstName={row.firstName} />
            </span>
            <span className="bulk-mean">
              <Mean review={row.review} />
            </span>
            <StageDot stage={row.stage} />
            <IconArrowRight size={14} aria-hidden="true" />
            <span className="row">
              <StageDot stage={to} />
              {to === 'waitlisted' ? (
                <span className="t3 tab">{t('enrolments.rank', { rank: format.number(firstRank + index) })}</span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
