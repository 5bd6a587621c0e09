import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScaleRating, ScaleTheme } from '../../../shared/features/scales'
import { type ScaleMoment, type ScaleRater, scaleMoments, scaleRaters } from '../../../shared/rules/coaching'
import { ask } from '../../api'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { useChoiceLabel } from '../../i18n/choices'
import { today } from '../../today'
import { useTold } from '../../told'
import { ChoiceChips } from '../../ui/ChoiceChips'
import { DateField } from '../../ui/DateField'
import { ScoreField } from './ScoreField'
import './scales.css'

interface RateDrawerProps {
  readonly supportId: string
  readonly themes: readonly ScaleTheme[]
  /** Those of this spell. */
  readonly ratings: readonly ScaleRating[]
  readonly onClose: () => void
}

type Scores = Readonly<Record<string, number | null>>

/** The answers of the person, or of the coach, at one moment; each theme from 0 to 10. */
export function RateDrawer({ supportId, themes, ratings, onClose }: RateDrawerProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const told = useTold()
  const [moment, setMoment] = useState<ScaleMoment>(() => nextMoment(ratings))
  const [rater, setRater] = useState<ScaleRater>('person')
  const [typed, setTyped] = useState<Scores>({})
  const [reviewedOn, setReviewedOn] = useState<string | null>(today)
  const early = reviewedOn !== null && reviewedOn > today()
  const saved: Scores = Object.fromEntries(
    ratings
      .filter((rating) => rating.moment === moment && rating.rater === rater)
      .map(({ themeId, score }) => [themeId, score]),
  )
  const scoreOf = (id: string) => (id in typed ? (typed[id] ?? null) : (saved[id] ?? null))
  const changed = Object.entries(typed).filter(([id, score]) => score !== (saved[id] ?? null))

  const { drawer } = useDrawerSave({ write, onClose })

  async function write(): Promise<boolean> {
    if (reviewedOn === null || early) return false
    if (changed.length === 0) return true
    const scores = changed.map(([themeId, score]) => ({ themeId, score }))
    await ask('scales.rate', { supportId, moment, rater, reviewedOn, scores })
    told.done(t('scales.rated', { moment: label('scaleMoment', moment).toLocaleLowerCase() }))
    return true
  }

  return (
    <FormDrawer
      {...drawer}
      label={t('scales.rate')}
      under={<span className="t2">{t('scales.rateHint')}</span>}
      className="stack"
    >
      <ChoiceChips
        single
        label={t('scales.moment')}
        choices={scaleMoments.map((code) => ({ code, label: label('scaleMoment', code) }))}
        value={[moment]}
        onChange={([code]) => {
          if (!code) return
          setMoment(code)
          setTyped({})
        }}
      />
      <ChoiceChips
        single
        label={t('scales.rater')}
        choices={scaleRaters.map((code) => ({ code, label: label('scaleRater', code) }))}
        value={[rater]}
        onChange={([code]) => {
          if (!code) return
          setRater(code)
          setTyped({})
        }}
      />
      <div className="scores" role="group" aria-label={t('scales.title')}>
        {themes.map((theme) => (
          <ScoreField
            key={theme.id}
            label={theme.label}
            value={scoreOf(theme.id)}
            onChange={(score) => setTyped({ ...typed, [theme.id]: score })}
          />
        ))}
      </div>
      <DateField
        label={t('scales.reviewedOn')}
        error={early ? t('scales.notYet') : reviewedOn === null ? t('scales.dayNeeded') : null}
        value={reviewedOn}
        onChange={setReviewedOn}
      />
    </FormDrawer>
  )
}

/** The first moment that the person has not answered yet. */
function nextMoment(ratings: readonly ScaleRating[]): ScaleMoment {
  const answered = (moment: ScaleMoment) => ratings.some((one) => one.moment === moment && one.rater === 'person')
  return scaleMoments.find((moment) => !answered(moment)) ?? 'exit'
}
