import { useTranslation } from 'react-i18next'
import { ErrorState } from '../ui/ErrorState'

/** Shown in place of a page that could not be drawn; the window around it still works. */
export function PageFailed({ reset }: { reset: () => void }) {
  const { t } = useTranslation()
  return <ErrorState title={t('shell.pageFailed')} body={t('shell.pageFailedBody')} onRetry={reset} />
}
