import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import { ask } from '../../api'
import { TrashOne } from '../../lists/TrashOne'

interface ReferralToTrashProps {
  readonly referral: Referral
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Before a referral leaves the lists: what goes with it, and how it comes back. */
export function ReferralToTrash({ referral, onClose, onDone }: ReferralToTrashProps) {
  const { t } = useTranslation()
  const { id, number } = referral
  return (
    <TrashOne
      title={t('referrals.trashTitle', { number })}
      body={t('referrals.trashBody')}
      run={() => ask('referrals.trash', { id })}
      done={t('referrals.trashed', { number })}
      onClose={onClose}
      onDone={onDone}
    />
  )
}
