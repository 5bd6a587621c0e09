import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import { ask } from '../../api'
import { useTold } from '../../told'
import { ConfirmDialog } from '../../ui/ConfirmDialog'

interface ReferralToTrashProps {
  readonly referral: Referral
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Before a referral leaves the lists: what goes with it, and how it comes back. */
export function ReferralToTrash({ referral, onClose, onDone }: ReferralToTrashProps) {
  const { t } = useTranslation()
  const told = useTold()
  const { id, number } = referral
  async function trash(): Promise<void> {
    try {
      await ask('referrals.trash', { id })
      told.done(t('referrals.trashed', { number }))
      onDone()
    } catch (problem) {
      told.failed(problem)
    }
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      title={t('referrals.trashTitle', { number })}
      confirm={t('lists.trash')}
      keep={t('lists.keepAll')}
      onClose={onClose}
      onConfirm={trash}
    >
      <p>{t('referrals.trashBody')}</p>
    </ConfirmDialog>
  )
}
