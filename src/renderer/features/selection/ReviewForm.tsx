import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Criterion } from '../../../shared/features/selection'
import { reviewRecommendations } from '../../../shared/rules/selection'
import { useChoiceLabel } from '../../i18n/choices'
import { ChoiceChips } from '../../ui/ChoiceChips'
import { FreeTextField } from '../../ui/FreeTextField'
import { ScoreField } from './ScoreField'
import type { Reviewing } from './use-review'

interface ReviewFormProps {
  readonly id: string
  readonly criteria: readonly Criterion[]
  readonly review: Reviewing
}

/** A reading by keyboard: a figure from 0 to 5 marks a criterion and goes to the next, Ctrl and Enter saves. */
export function ReviewForm({ id, criteria, review }: ReviewFormProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const { draft, change } = review
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl and Enter save from any field of the form
    <form
      id={id}
      className="review-form"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void review.save()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        void review.save()
      }}
    >
      <Checkbox
        label={t('selection.conflict')}
        description={t('selection.conflictHint')}
        checked={draft.conflictOfInterest}
        onChange={(event) => change({ conflictOfInterest: event.currentTarget.checked })}
      />
      {draft.conflictOfInterest ? null : (
        <>
          <p className="hint">{t('selection.keysHint')}</p>
          {criteria.map((criterion) => (
            <ScoreField
              key={criterion.id}
              criterion={criterion}
              value={draft.scores[criterion.id] ?? null}
              wrong={review.unmarked.includes(criterion.id)}
              onChange={(score) => change({ scores: { ...draft.scores, [criterion.id]: score } })}
            />
          ))}
          <div>
            <ChoiceChips
              single
              label={t('selection.recommendation')}
              choices={reviewRecommendations.map((code) => ({ code, label: label('reviewRecommendation', code) }))}
              value={draft.recommendation ? [draft.recommendation] : []}
              onChange={([recommendation]) => change({ recommendation: recommendation ?? null })}
            />
            {review.undecided ? (
              <p className="review-wrong tone-danger toned">{t('selection.recommendationNeeded')}</p>
            ) : null}
          </div>
          <FreeTextField
            label={t('selection.comment')}
            optional
            value={draft.comment}
            onChange={(comment) => change({ comment })}
          />
        </>
      )}
    </form>
  )
}
