import { Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Workshop } from '../../../shared/features/workshops'
import { ask } from '../../api'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { today } from '../../today'
import { useWorkshopRefusal } from './use-workshop-refusal'

interface CancelWorkshopProps {
  readonly workshop: Workshop
  readonly following: number
  readonly onClose: () => void
}

/** A workshop that will not take place stays in the list, with the reason; nobody is absent from it. */
export function CancelWorkshop({ workshop, following, onClose }: CancelWorkshopProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()
  const refused = useWorkshopRefusal()
  const [reason, setReason] = useState('')
  const [all, setAll] = useState(false)
  const [asked, setAsked] = useState(false)
  const [working, setWorking] = useState(false)
  const { id, title, heldOn } = workshop

  async function cancel(): Promise<void> {
    setAsked(true)
    if (reason.trim() === '') return
    setWorking(true)
    try {
      const on = today()
      await ask('workshops.cancel', { id, on, reason: reason.trim(), scope: all ? 'following' : 'one' })
      told.done(t('workshops.cancelled', { title }))
      onClose()
    } catch (problem) {
      refused(problem)
      onClose()
    } finally {
      setWorking(false)
    }
  }

  return (
    <Modal opened onClose={onClose} title={t('workshops.cancelTitle', { title, day: format.day(heldOn) })}>
      <div className="dialog-body stack">
        <p>{t('workshops.cancelBody')}</p>
        <TextInput
          data-autofocus
          label={t('workshops.reason')}
          maxLength={200}
          autoComplete="off"
          value={reason}
          error={asked && reason.trim() === '' ? t('workshops.reasonNeeded') : null}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {following > 0 ? (
          <Checkbox
            label={t('workshops.cancelFollowing', { count: following })}
            checked={all}
            onChange={(event) => setAll(event.currentTarget.checked)}
          />
        ) : null}
      </div>
      <div className="dialog-acts">
        <Button variant="subtle" onClick={onClose} disabled={working}>
          {t('workshops.keepIt')}
        </Button>
        <Button variant="filled" loading={working} onClick={() => void cancel()}>
          {t('workshops.cancel')}
        </Button>
      </div>
    </Modal>
  )
}
