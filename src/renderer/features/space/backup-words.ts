import { useTranslation } from 'react-i18next'
import type { Backup } from '../../../shared/features/space'
import { useFormat } from '../../i18n/format'

const reasons = ['daily', 'manual', 'migration', 'import', 'restore'] as const

/** Why a backup was made and what it holds, on one line. */
export function useBackupWords(): (backup: Backup) => string {
  const { t } = useTranslation()
  const format = useFormat()
  return ({ reason, counts, bytes }) => {
    const known = reasons.find((one) => one === reason)
    const parts = [
      ...(known === undefined ? [] : [t(`space.backupReason.${known}`)]),
      t('space.peopleCount', { count: counts['people'] ?? 0 }),
      t('space.referralsCount', { count: counts['referrals'] ?? 0 }),
      format.size(bytes),
    ]
    return parts.join(' · ')
  }
}
