import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format'
import './countdown.css'

interface CountdownProps {
  /** Days left, in the unit of the clock (working days or days); under 0 when late; null when no clock runs. */
  readonly daysLeft: number | null
  /** How many days the clock gave: the ring shows the part left. */
  readonly outOf: number
  /** Days left from which it is time to hurry. */
  readonly soon?: number
  /** Said in full where there is room: « Décision avant le 27/11/2026 ». */
  readonly dueOn?: string
}

/** How long is left: a ring for the eye, words for everyone. */
export function Countdown({ daysLeft, outOf, soon = 2, dueOn }: CountdownProps) {
  const { t } = useTranslation()
  const format = useFormat()
  if (daysLeft === null) return null
  const tone = daysLeft < 0 ? 'danger' : daysLeft <= soon ? 'warn' : 'neutral'
  const words = () => {
    if (daysLeft < 0) return t('ui.lateBy', { count: -daysLeft })
    if (dueOn) return t('ui.before', { day: format.day(dueOn) })
    return daysLeft === 0 ? t('ui.dueToday') : t('ui.left', { count: daysLeft })
  }
  return (
    <span className={`countdown tone-${tone}`}>
      <Ring part={Math.min(Math.max(daysLeft / Math.max(outOf, 1), 0), 1)} />
      <span className="toned">{words()}</span>
    </span>
  )
}

function Ring({ part }: { part: number }) {
  const around = 2 * Math.PI * 5
  return (
    <svg width="13" height="13" viewBox="0 0 13 13" aria-hidden="true">
      <circle className="countdown-track" cx="6.5" cy="6.5" r="5" />
      <circle
        className="countdown-left"
        cx="6.5"
        cy="6.5"
        r="5"
        strokeDasharray={`${part * around} ${around}`}
        transform="rotate(-90 6.5 6.5)"
      />
    </svg>
  )
}
