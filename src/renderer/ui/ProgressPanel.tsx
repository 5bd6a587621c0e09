import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format'
import './progress-panel.css'

interface ProgressPanelProps {
  readonly title: string
  readonly done: number
  /** null while unknown. */
  readonly total: number | null
  /** What is being done now, in words. */
  readonly step: string
  readonly onCancel?: () => void
  readonly cancelling?: boolean
  /** What stopping leaves: « Arrêter laisse la base comme avant : tout ou rien. » */
  readonly hint?: string
}

/** Long work: what is done, of how much, and how to stop it. */
export function ProgressPanel({ title, done, total, step, onCancel, cancelling, hint }: ProgressPanelProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const part = total ? Math.min(done / total, 1) : null
  return (
    <div>
      <div className="progress-panel">
        <div className="row">
          <b className="semi">{title}</b>
          <span className="progress-count">
            {total === null
              ? done > 0 && format.number(done)
              : t('ui.doneOf', { done: format.number(done), total: format.number(total) })}
          </span>
        </div>
        <div
          className="progress-bar"
          role="progressbar"
          aria-label={title}
          aria-valuemin={0}
          aria-valuemax={100}
          {...(part === null ? {} : { 'aria-valuenow': Math.round(part * 100) })}
          data-unknown={part === null || undefined}
        >
          <i style={{ width: part === null ? undefined : `${part * 100}%` }} />
        </div>
        <div className="progress-foot">
          <span aria-live="polite">{cancelling ? t('ui.stopping') : step}</span>
          {onCancel ? (
            <Button size="xs" variant="subtle" onClick={onCancel} disabled={cancelling ?? false}>
              {t('ui.stop')}
            </Button>
          ) : null}
        </div>
      </div>
      {hint ? <p className="hint progress-hint">{hint}</p> : null}
    </div>
  )
}
