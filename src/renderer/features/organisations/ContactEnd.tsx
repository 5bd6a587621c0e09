import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Affiliation } from '../../../shared/features/organisations'
import { localDay } from '../../../shared/rules/days'
import { useTold } from '../../told'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { DateField } from '../../ui/DateField'
import { spokenName } from './names'
import { useContactUpdate } from './use-contact-update'

/** Someone leaves an organisation: their place is kept, with its last day. */
export function ContactEnd({ contact, onClose }: { contact: Affiliation; onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  const [day, setDay] = useState<string | null>(() => localDay(new Date().toISOString()))
  const [asked, setAsked] = useState(false)
  const { save, dialog } = useContactUpdate(contact.organisationId)
  const name = spokenName(contact)
  const tooEarly = day !== null && contact.startedOn !== null && day < contact.startedOn
  const wrong = tooEarly ? t('organisations.endsBefore') : day === null && asked ? t('organisations.dayNeeded') : null

  async function end(): Promise<void> {
    setAsked(true)
    if (day === null || tooEarly) return
    if (!(await save(contact, { endedOn: day }))) return
    told.done(t('organisations.contactEnded', { name }))
    onClose()
  }

  return (
    <>
      <ConfirmDialog
        opened
        title={t('organisations.endTitle', { name })}
        confirm={t('organisations.endContact')}
        keep={t('common.cancel')}
        onConfirm={end}
        onClose={onClose}
      >
        <div className="stack">
          <p>{t('organisations.endBody')}</p>
          <DateField label={t('organisations.lastDay')} value={day} error={wrong} onChange={setDay} />
        </div>
      </ConfirmDialog>
      {dialog}
    </>
  )
}
