import { useTranslation } from 'react-i18next'
import { ask } from '../../api'
import { type ToTrashProps, UsedToTrash } from '../../lists/UsedToTrash'

/** Before people leave the lists: how many, what goes with them, what keeps some, and how they come back. */
export function ToTrash({ selection, count, name, onClose, onDone }: ToTrashProps) {
  const { t } = useTranslation()
  return (
    <UsedToTrash
      words={{
        title: name === undefined ? t('people.trashTitle', { count }) : t('people.trashOne', { name }),
        body: t('people.trashBody'),
        went: (changed) => t('people.trashed', { count: changed }),
        keptInUse: (kept) => t('people.keptInUse', { count: kept }),
        uses: {
          referrals: (number) => t('people.uses.referrals', { count: number }),
          supports: (number) => t('people.uses.supports', { count: number }),
          enrolments: (number) => t('people.uses.enrolments', { count: number }),
        },
        stays: (label, uses) => t('people.inUse', { name: label, uses }),
      }}
      trash={() => ask('people.trash', { selection })}
      onClose={onClose}
      onDone={onDone}
    />
  )
}
