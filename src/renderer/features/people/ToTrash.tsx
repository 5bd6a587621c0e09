import { useTranslation } from 'react-i18next'
import { ask } from '../../api'
import type { ToTrashProps } from '../../lists/UsedToTrash'
import { useTold } from '../../told'
import { ConfirmDialog } from '../../ui/ConfirmDialog'

/** Before people leave the lists: how many, what goes with them, and how they come back. */
export function ToTrash({ selection, count, name, onClose, onDone }: ToTrashProps) {
  const { t } = useTranslation()
  const told = useTold()
  async function trash(): Promise<void> {
    try {
      const { changed } = await ask('people.trash', { selection })
      told.done(t('people.trashed', { count: changed }))
      onDone()
    } catch (problem) {
      told.failed(problem)
    }
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      title={name === undefined ? t('people.trashTitle', { count }) : t('people.trashOne', { name })}
      confirm={t('lists.trash')}
      keep={t('lists.keepAll')}
      onClose={onClose}
      onConfirm={trash}
    >
      <p>{t('people.trashBody')}</p>
    </ConfirmDialog>
  )
}
