import { useTranslation } from 'react-i18next'
import type { Selection } from '../../../shared/features/lists'
import type { Organisation } from '../../../shared/features/organisations'
import { ask } from '../../api'
import { asAppError } from '../../connection'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { showToast } from '../../ui/toasts'

interface ToTrashProps {
  readonly selection: Selection
  readonly count: number
  /** When it is one organisation. */
  readonly organisation?: Pick<Organisation, 'name'>
  readonly onClose: () => void
  readonly onDone: () => void
}

const uses = ['people', 'residences', 'referrals', 'programmes'] as const

/** Before organisations leave the lists: how many, and which stay. What keeps one there is said by what it is. */
export function ToTrash({ selection, count, organisation, onClose, onDone }: ToTrashProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()

  function refused(problem: unknown): void {
    const { code, data } = asAppError(problem)
    if (code !== 'inUse') return told.failed(problem)
    const name = String(data['label'] ?? '')
    const found = uses.flatMap((use) => {
      const number = Number(data[use] ?? 0)
      return number > 0 ? [t(`organisations.uses.${use}`, { count: number })] : []
    })
    const text =
      data['own'] === true
        ? t('organisations.ownStays', { name })
        : t('organisations.inUse', { name, uses: format.list(found) })
    showToast({ tone: 'warn', text })
  }

  async function trash(): Promise<void> {
    try {
      const { changed, kept } = await ask('organisations.trash', { selection })
      const went = t('organisations.trashed', { count: changed })
      told.done(kept === 0 ? went : `${went}. ${t('organisations.keptInUse', { count: kept })}`)
      onDone()
    } catch (problem) {
      refused(problem)
    }
    onClose()
  }

  return (
    <ConfirmDialog
      opened
      title={
        organisation === undefined
          ? t('organisations.trashTitle', { count })
          : t('organisations.trashOne', { name: organisation.name })
      }
      confirm={t('lists.trash')}
      keep={t('lists.keepAll')}
      onClose={onClose}
      onConfirm={trash}
    >
      <p>{t('organisations.trashBody')}</p>
    </ConfirmDialog>
  )
}
