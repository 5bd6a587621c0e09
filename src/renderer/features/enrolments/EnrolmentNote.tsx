import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Enrolment } from '../../../shared/features/enrolments'
import { ask } from '../../api'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'
import { FreeTextField } from '../../ui/FreeTextField'

/** What is worth remembering of an application; changed in place. */
export function EnrolmentNote({ enrolment }: { enrolment: Enrolment }) {
  const { t } = useTranslation()
  const told = useTold()
  const [typed, setTyped] = useState<string | null>(null)
  const { save, dialog } = useRecordUpdate<Enrolment, { note: string | null }>({
    read: (id) => ask('enrolments.get', { id }),
    write: (input) => ask('enrolments.update', input),
    fieldLabel: () => t('enrolments.note'),
    valueLabel: (_field, value) => (typeof value === 'string' ? value : ''),
  })

  async function keep(): Promise<void> {
    if (!(await save(enrolment, { note: (typed ?? '').trim() || null }))) return
    setTyped(null)
    told.done(t('enrolments.noteSaved'))
  }

  return (
    <section className="enrolment-section">
      <FreeTextField label={t('enrolments.note')} optional value={typed ?? enrolment.note ?? ''} onChange={setTyped} />
      {typed === null || typed === (enrolment.note ?? '') ? null : (
        <div className="stage-acts">
          <Button size="xs" onClick={() => void keep()}>
            {t('enrolments.saveNote')}
          </Button>
        </div>
      )}
      {dialog}
    </section>
  )
}
