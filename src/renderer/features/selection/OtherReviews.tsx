import { useTranslation } from 'react-i18next'
import type { Criterion, Review } from '../../../shared/features/selection'
import type { OutputOf } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { Banner } from '../../ui/Banner'

interface OtherReviewsProps {
  readonly criteria: readonly Criterion[]
  readonly reviews: OutputOf<'selection.reviews'>
  /** With one's own, once it no longer changes. */
  readonly whole: boolean
}

/** What the other readers said; nothing for who declared a conflict of interest. */
export function OtherReviews({ criteria, reviews, whole }: OtherReviewsProps) {
  const { t } = useTranslation()
  const shown = [...(whole && reviews.mine ? [reviews.mine] : []), ...reviews.others]
  const title = t(whole ? 'selection.allReadings' : 'selection.others')
  return (
    <section className="review-section" aria-label={title}>
      <h3 className="h3">{title}</h3>
      {reviews.hidden ? <Banner tone="info">{t('selection.hiddenWhy')}</Banner> : null}
      {!reviews.hidden && shown.length === 0 ? <p className="t3">{t('selection.nobodyElse')}</p> : null}
      {shown.map((review) => (
        <One key={review.id} review={review} criteria={criteria} />
      ))}
    </section>
  )
}

function One({ review, criteria }: { readonly review: Review; readonly criteria: readonly Criterion[] }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const shown = (value: number) => format.number(Math.round(value * 100) / 100)
  return (
    <article className="other-review">
      <p className="row">
        <span className="semi">{review.memberName}</span>
        {review.recommendation ? <span>{label('reviewRecommendation', review.recommendation)}</span> : null}
        <span className="t3 sm">{format.shortDay(review.submittedOn)}</span>
        {review.mean === null ? null : <span className="end semi tab">{shown(review.mean)}</span>}
      </p>
      {review.conflictOfInterest ? (
        <p className="t3">{t('selection.theirConflict')}</p>
      ) : (
        <dl>
          {criteria.map(({ id, label: name }) => {
            const score = review.scores[id]
            return score === undefined ? null : (
              <div key={id}>
                <dt>{name}</dt>
                <dd className="tab">{format.number(score)}</dd>
              </div>
            )
          })}
        </dl>
      )}
      {review.comment ? <p className="t2">{review.comment}</p> : null}
    </article>
  )
}
