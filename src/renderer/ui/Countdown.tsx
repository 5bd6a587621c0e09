import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format'
import './countdown.css'

export interface CountdownProps {
  /** Last day on time. */
  readonly dueOn: string
  /** Under 0 when late. */
  readonly daysLeft: number
  readonly workingDaysLeft: number
  /** How many days the clock gave: the ring shows the part left. */
  readonly totalDays: number
  /** What is due, where there is room to say it in full: « Décision avant le 27/11/2026 ». */
  readonly what?: string
}

const soon = 2 // working days from which it is time to hurry

/** How long is left to act, in working days: a ring for the eye, words for everyone. */
export function Countdown({ dueOn, daysLeft, workingDaysLeft, totalDays, what }: CountdownProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const tone = daysLeft < 0 ? 'danger' : workingDaysLeft <= soon ? 'warn' : 'neutral'
  const left = () => {
    if (daysLeft < 0) return t('ui.lateBy', { count: -workingDaysLeft })
    if (daysLeft === 0) return t('ui.dueToday')
    // the last day falls on a weekend: no working day is left, yet it is not today
    return workingDaysLeft === 0 ? t('ui.before', { day: format.day(dueOn) }) : t('ui.left', { count: workingDaysLeft })
  }
  return (
    <span
      className={`countdown tone-${tone}`}
      data-full={what !== undefined || undefined}
      title={t('ui.before', { day: format.day(dueOn) })}
    >
      <Ring part={Math.min(Math.max(daysLeft / Math.max(totalDays, 1), 0), 1)} />
      <span className="toned">
        {what === undefined ? left() : t('ui.whatBefore', { what, day: format.day(dueOn) })}
      </span>
      {what === undefined ? null : <span className="countdown-detail">{left()}</span>}
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
