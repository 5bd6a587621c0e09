import { useTranslation } from 'react-i18next'
import { ask } from '../../api'
import { type ToTrashProps, UsedToTrash } from '../../lists/UsedToTrash'

/** Before residences leave the lists. */
export function ToTrash({ selection, count, name, onClose, onDone }: ToTrashProps) {
  const { t } = useTranslation()
  return (
    <UsedToTrash
      words={{
        title: name === undefined ? t('residences.trashTitle', { count }) : t('residences.trashOne', { name }),
        body: t('residences.trashBody'),
        went: (changed) => t('residences.trashed', { count: changed }),
        keptInUse: (kept) => t('residences.keptInUse', { count: kept }),
        uses: {
          people: (number) => t('residences.uses.people', { count: number }),
          referrals: (number) => t('residences.uses.referrals', { count: number }),
        },
        stays: (label, uses) => t('residences.inUse', { name: label, uses }),
      }}
      trash={() => ask('residences.trash', { selection })}
      onClose={onClose}
      onDone={onDone}
    />
  )
}
