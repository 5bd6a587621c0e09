import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Workshop } from '../../../shared/features/workshops'
import { ask } from '../../api'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { useWorkshopRefusal } from './use-workshop-refusal'

interface WorkshopToTrashProps {
  readonly workshop: Workshop
  readonly following: number
  readonly onClose: () => void
}

/** Before a workshop goes to the trash, alone or with those of its series that follow. */
export function WorkshopToTrash({ workshop, following, onClose }: WorkshopToTrashProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()
  const refused = useWorkshopRefusal()
  const [all, setAll] = useState(false)
  const { id, title, heldOn } = workshop

  async function trash(): Promise<void> {
    try {
      const { changed, kept } = await ask('workshops.trash', { id, scope: all ? 'following' : 'one' })
      const went = t('workshops.trashed', { count: changed })
      told.done(kept === 0 ? went : `${went}. ${t('workshops.kept', { count: kept })}`)
    } catch (problem) {
      refused(problem)
    }
    onClose()
  }

  return (
    <ConfirmDialog
      opened
      title={t('workshops.trashTitle', { title, day: format.day(heldOn) })}
      confirm={t('lists.trash')}
      keep={t('lists.keepAll')}
      onClose={onClose}
      onConfirm={trash}
    >
      <div className="stack">
        <p>{t('workshops.trashBody')}</p>
        {following > 0 ? (
          <Checkbox
            label={t('workshops.trashFollowing', { count: following })}
            checked={all}
            onChange={(event) => setAll(event.currentTarget.checked)}
          />
        ) : null}
      </div>
    </ConfirmDialog>
  )
}
