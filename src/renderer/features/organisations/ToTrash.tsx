import { useTranslation } from 'react-i18next'
import { ask } from '../../api'
import { type ToTrashProps, UsedToTrash } from '../../lists/UsedToTrash'

/** Before organisations leave the lists. */
export function ToTrash({ selection, count, name, onClose, onDone }: ToTrashProps) {
  const { t } = useTranslation()
  return (
    <UsedToTrash
      words={{
        title: name === undefined ? t('organisations.trashTitle', { count }) : t('organisations.trashOne', { name }),
        body: t('organisations.trashBody'),
        went: (changed) => t('organisations.trashed', { count: changed }),
        keptInUse: (kept) => t('organisations.keptInUse', { count: kept }),
        uses: {
          people: (number) => t('organisations.uses.people', { count: number }),
          residences: (number) => t('organisations.uses.residences', { count: number }),
          referrals: (number) => t('organisations.uses.referrals', { count: number }),
          programmes: (number) => t('organisations.uses.programmes', { count: number }),
        },
        stays: (label, uses) => t('organisations.inUse', { name: label, uses }),
        ownStays: (label) => t('organisations.ownStays', { name: label }),
      }}
      trash={() => ask('organisations.trash', { selection })}
      onClose={onClose}
      onDone={onDone}
    />
  )
}
