import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Criterion } from '../../../shared/features/selection'
import { highestScore } from '../../../shared/rules/selection'
import { useFormat } from '../../i18n/format'

interface ScoreFieldProps {
  readonly criterion: Criterion
  readonly value: number | null
  /** It has no mark yet, and saving was tried. */
  readonly wrong: boolean
  readonly onChange: (score: number) => void
}

const scores = Array.from({ length: highestScore + 1 }, (_, score) => score)

/** A mark out of 5 for one criterion. Typing the figure gives it and goes on to the next one. */
export function ScoreField({ criterion, value, wrong, onChange }: ScoreFieldProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const id = useId()

  function onKeyDown(event: React.KeyboardEvent<HTMLFieldSetElement>): void {
    const score = scores.find((one) => String(one) === event.key)
    if (score === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    onChange(score)
    const fields = [...(event.currentTarget.form?.querySelectorAll<HTMLFieldSetElement>('fieldset.score') ?? [])]
    const next = fields[fields.indexOf(event.currentTarget) + 1]
    const target = next?.querySelector<HTMLElement>('input:checked') ?? next?.querySelector<HTMLElement>('input')
    if (target) target.focus()
    else event.currentTarget.form?.querySelector<HTMLElement>('.chip-choice')?.focus()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the figures are a shortcut to its radio buttons, which hold the focus
    <fieldset className="score" onKeyDown={onKeyDown} aria-describedby={`${id}-hint`}>
      <legend>
        {criterion.label} <span className="t3">{t('selection.weightOf', { count: criterion.weight })}</span>
      </legend>
      {criterion.guidance ? (
        <p className="hint" id={`${id}-hint`}>
          {criterion.guidance}
        </p>
      ) : null}
      <div className="score-choices">
        {scores.map((score) => (
          <label key={score} data-chosen={score === value || undefined}>
            <input
              type="radio"
              className="vh"
              name={`${id}-score`}
              value={score}
              checked={score === value}
              onChange={() => onChange(score)}
            />
            {format.number(score)}
          </label>
        ))}
      </div>
      {wrong ? <p className="review-wrong tone-danger toned">{t('selection.markNeeded')}</p> : null}
    </fieldset>
  )
}
