import { Button } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Candidate, Criterion } from '../../../shared/features/selection'
import { candidateStages, isOneOf } from '../../../shared/rules/enrolment-stages'
import { type OutputOf, useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { Banner } from '../../ui/Banner'
import { Drawer } from '../../ui/Drawer'
import { PersonName } from '../../ui/PersonName'
import { WaitingDrawer } from '../../ui/WaitingDrawer'
import { OtherReviews } from './OtherReviews'
import { ReviewForm } from './ReviewForm'
import { useReview } from './use-review'

interface ReviewDrawerProps {
  readonly enrolmentId: string
  readonly candidate: Candidate | undefined
  readonly criteria: readonly Criterion[]
  readonly onClose: () => void
  readonly onPrevious: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}

/** One application beside the ranking: the reading of whoever is at the keyboard, then those of the others. */
export function ReviewDrawer(props: ReviewDrawerProps) {
  const { enrolmentId, candidate, onClose } = props
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery('selection.reviews', { enrolmentId })
  if (data && candidate) return <Opened {...props} candidate={candidate} reviews={data} />
  return (
    <WaitingDrawer
      label={t('selection.reading')}
      failed={t('selection.failed')}
      error={error}
      onRetry={refetch}
      onClose={onClose}
    />
  )
}

interface OpenedProps extends ReviewDrawerProps {
  readonly candidate: Candidate
  readonly reviews: OutputOf<'selection.reviews'>
}

function Opened({ candidate, reviews, criteria, onClose, onPrevious, onNext }: OpenedProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const formId = useId()
  const review = useReview(candidate, reviews.mine, criteria, onNext ?? onClose)
  const open = isOneOf(candidateStages, candidate.stage)
  return (
    <Drawer
      label={t('selection.readingOf', { name: `${candidate.firstName} ${candidate.lastName}`.trim() })}
      over={label('enrolmentStage', candidate.stage)}
      title={<PersonName lastName={candidate.lastName} firstName={candidate.firstName} />}
      under={<a href={`#/people/${candidate.personId}`}>{t('selection.openPerson')}</a>}
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
      footer={
        open ? (
          <>
            <Button variant="subtle" onClick={onClose}>
              {t('common.close')}
            </Button>
            <Button type="submit" form={formId} variant="filled" loading={review.saving}>
              {t(onNext ? 'selection.saveAndNext' : 'common.save')}
            </Button>
          </>
        ) : null
      }
    >
      {open ? (
        <ReviewForm id={formId} criteria={criteria} review={review} />
      ) : (
        <Banner tone="info">{t('selection.decided')}</Banner>
      )}
      {review.dialog}
      {reviews.mine || !open ? <OtherReviews criteria={criteria} reviews={reviews} whole={!open} /> : null}
      {open && !reviews.mine ? <p className="hint review-section">{t('selection.othersLater')}</p> : null}
    </Drawer>
  )
}
