import { useTranslation } from 'react-i18next'
import type { ErrorData } from '../../shared/errors'
import { asAppError } from '../connection'
import { useTold } from '../told'
import { ConfirmDialog } from '../ui/ConfirmDialog'
import { showToast } from '../ui/toasts'

interface TrashOneProps {
  readonly title: string
  readonly body: string
  readonly run: () => Promise<unknown>
  /** Once it went. */
  readonly done: string
  /** What keeps it there, by what the refusal says, where something may. */
  readonly inUse?: (data: ErrorData) => string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Before one record goes to the trash; one that others rely on stays, and what uses it is said. */
export function TrashOne({ title, body, run, done, inUse, onClose, onDone }: TrashOneProps) {
  const { t } = useTranslation()
  const told = useTold()

  async function trash(): Promise<void> {
    try {
      await run()
      told.done(done)
      onDone()
    } catch (problem) {
      const { code, data } = asAppError(problem)
      if (code === 'inUse' && inUse) showToast({ tone: 'warn', text: inUse(data) })
      else told.failed(problem)
    }
    onClose()
  }

  return (
    <ConfirmDialog
      opened
      title={title}
      confirm={t('lists.trash')}
      keep={t('lists.keepAll')}
      onClose={onClose}
      onConfirm={trash}
    >
      <p>{body}</p>
    </ConfirmDialog>
  )
}
