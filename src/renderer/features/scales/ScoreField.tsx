import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

interface ScoreFieldProps {
  readonly label: string
  /** Null while it is not answered. */
  readonly value: number | null
  readonly onChange: (score: number | null) => void
}

const scores = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const
const pause = 700 // ms within which a 0 after a 1 makes a 10

/** An answer from 0 to 10: arrows, figures (1 then 0 for 10), Delete for none; or a click. */
export function ScoreField({ label, value, onChange }: ScoreFieldProps) {
  const { t } = useTranslation()
  const last = useRef({ key: '', at: 0 })

  function onKeyDown(event: React.KeyboardEvent): void {
    const next = afterKey(event.key, value, last.current)
    if (next === undefined) return
    event.preventDefault()
    last.current = { key: event.key, at: Date.now() }
    onChange(next)
  }

  return (
    <div className="score">
      <span className="score-label">{label}</span>
      <div
        role="slider"
        tabIndex={0}
        className="score-track"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={10}
        aria-valuenow={value ?? 0}
        aria-valuetext={value === null ? t('scales.notRated') : t('scales.outOf', { score: value })}
        onKeyDown={onKeyDown}
      >
        {scores.map((score) => (
          <i
            key={score}
            aria-hidden="true"
            data-on={(value !== null && score <= value) || undefined}
            data-here={score === value || undefined}
            onPointerDown={() => onChange(score === value ? null : score)}
          >
            {score}
          </i>
        ))}
      </div>
      <output className="score-value tab">{value === null ? '–' : value}</output>
    </div>
  )
}

function afterKey(
  key: string,
  value: number | null,
  last: { readonly key: string; readonly at: number },
): number | null | undefined {
  if (/^\d$/.test(key)) return key === '0' && last.key === '1' && Date.now() - last.at < pause ? 10 : Number(key)
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return value === null ? 5 : Math.min(10, value + 1)
    case 'ArrowLeft':
    case 'ArrowDown':
      return value === null ? 5 : Math.max(0, value - 1)
    case 'Home':
      return 0
    case 'End':
      return 10
    case 'Delete':
    case 'Backspace':
      return null
    default:
      return undefined
  }
}
