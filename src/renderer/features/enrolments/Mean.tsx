import { IconArrowsDiff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { EnrolmentRow } from '../../../shared/features/enrolments'
import { useFormat } from '../../i18n/format'

/** The mean of the readings, out of 5; a mark beside it when the readers do not agree. */
export function Mean({ review }: { review: EnrolmentRow['review'] }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (review === null || review.mean === null) return null
  const mean = format.number(Math.round(review.mean * 100) / 100)
  return (
    <span className="mean tab" title={t('enrolments.meanOf', { mean, count: review.readers })}>
      {review.disagreements.length > 0 ? (
        <IconArrowsDiff size={14} role="img" aria-label={t('enrolments.disagree')} />
      ) : null}
      {mean}
    </span>
  )
}
