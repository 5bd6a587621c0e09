import { useTranslation } from 'react-i18next'
import type { Selection } from '../../../shared/features/lists'
import { ask } from '../../api'
import { asAppError } from '../../connection'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { showToast } from '../../ui/toasts'

interface ToTrashProps {
  readonly selection: Selection
  readonly count: number
  /** When it is one residence. */
  readonly name?: string
  readonly onClose: () => void
  readonly onDone: () => void
}

const uses = ['people', 'referrals'] as const

/** Before residences leave the lists: how many, and which stay. What keeps one there is said by what it is. */
export function ToTrash({ selection, count, name, onClose, onDone }: ToTrashProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()

  function refused(problem: unknown): void {
    const { code, data } = asAppError(problem)
    if (code !== 'inUse') return told.failed(problem)
    const found = uses.flatMap((use) => {
      const number = Number(data[use] ?? 0)
      return number > 0 ? [t(`residences.uses.${use}`, { count: number })] : []
    })
    const text = t('residences.inUse', { name: String(data['label'] ?? ''), uses: format.list(found) })
    showToast({ tone: 'warn', text })
  }

  async function trash(): Promise<void> {
    try {
      const { changed, kept } = await ask('residences.trash', { selection })
      const went = t('residences.trashed', { count: changed })
      told.done(kept === 0 ? went : `${went}. ${t('residences.keptInUse', { count: kept })}`)
      onDone()
    } catch (problem) {
      refused(problem)
    }
    onClose()
  }

  return (
    <ConfirmDialog
      opened
      title={name === undefined ? t('residences.trashTitle', { count }) : t('residences.trashOne', { name })}
      confirm={t('lists.trash')}
      keep={t('lists.keepAll')}
      onClose={onClose}
      onConfirm={trash}
    >
      <p>{t('residences.trashBody')}</p>
    </ConfirmDialog>
  )
}
