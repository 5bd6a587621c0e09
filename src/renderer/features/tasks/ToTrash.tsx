import { useTranslation } from 'react-i18next'
import type { Selection } from '../../../shared/features/lists'
import { ask } from '../../api'
import { useTold } from '../../told'
import { ConfirmDialog } from '../../ui/ConfirmDialog'

interface ToTrashProps {
  readonly selection: Selection
  readonly count: number
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Before tasks leave the lists: how many, and that they can come back. */
export function ToTrash({ selection, count, onClose, onDone }: ToTrashProps) {
  const { t } = useTranslation()
  const told = useTold()
  async function trash(): Promise<void> {
    try {
      const { changed } = await ask('tasks.trash', { selection })
      told.done(t('tasks.trashed', { count: changed }))
      onDone()
    } catch (problem) {
      told.failed(problem)
    }
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      title={t('tasks.trashTitle', { count })}
      confirm={t('lists.trash')}
      keep={t('lists.keepAll')}
      onClose={onClose}
      onConfirm={trash}
    >
      <p>{t('tasks.trashBody')}</p>
    </ConfirmDialog>
  )
}
