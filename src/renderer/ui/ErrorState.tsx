import { Button } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import './states.css'

interface ErrorStateProps {
  /** What happened. */
  readonly title: string
  /** That nothing was lost, and what to do. */
  readonly body: string
  readonly onRetry?: () => void
}

/** In place of what could not be shown: a sentence and one act. */
export function ErrorState({ title, body, onRetry }: ErrorStateProps) {
  const { t } = useTranslation()
  return (
    <div className="state" role="alert">
      <IconAlertCircle className="state-icon" size={28} />
      <h2 className="h2">{title}</h2>
      <p className="state-body">{body}</p>
      {onRetry ? <Button onClick={onRetry}>{t('common.retry')}</Button> : null}
    </div>
  )
}
