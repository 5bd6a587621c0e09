import { useTranslation } from 'react-i18next'
import type { AppError } from '../../shared/errors'
import { useErrorWords } from '../i18n/error-words'
import { Drawer } from './Drawer'
import { ErrorState } from './ErrorState'

interface WaitingDrawerProps {
  readonly label: string
  /** What happened, if it cannot be read. */
  readonly failed: string
  readonly error: AppError | null
  readonly onRetry: () => unknown
  readonly onClose: () => void
}

/** In place of a record beside its list, while it is read, or when it could not be. */
export function WaitingDrawer({ label, failed, error, onRetry, onClose }: WaitingDrawerProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  return (
    <Drawer label={label} title={label} onClose={onClose}>
      {error ? (
        <ErrorState title={failed} body={words(error)} onRetry={() => void onRetry()} />
      ) : (
        <p className="vh" role="status">
          {t('common.loading')}
        </p>
      )}
    </Drawer>
  )
}
