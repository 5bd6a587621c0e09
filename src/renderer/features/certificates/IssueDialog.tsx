import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api'
import { today } from '../../today'
import { useTold } from '../../told'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { DateField } from '../../ui/DateField'

interface IssueDialogProps {
  readonly cohortId: string
  readonly enrolmentIds: string[]
  readonly onClose: () => void
  readonly onDone: (issued: number) => void
}

/** Before certificates are issued: to how many, dated when. */
export function IssueDialog({ cohortId, enrolmentIds, onClose, onDone }: IssueDialogProps) {
  const { t } = useTranslation()
  const told = useTold()
  const [day, setDay] = useState<string | null>(today)
  const late = day !== null && day > today()
  const count = { count: enrolmentIds.length }

  async function issue(): Promise<void> {
    if (day === null || late) return
    try {
      const { issued } = await ask('certificates.issue', { cohortId, enrolmentIds, issuedOn: day })
      onDone(issued)
    } catch (problem) {
      told.failed(problem)
    }
  }

  return (
    <ConfirmDialog
      opened
      title={t('certificates.question', count)}
      confirm={t('certificates.issue', count)}
      keep={t('certificates.notNow')}
      onConfirm={issue}
      onClose={onClose}
    >
      <p>{t('certificates.consequence')}</p>
      <DateField
        className="certificates-day"
        label={t('certificates.day')}
        value={day}
        onChange={setDay}
        error={day === null ? t('certificates.dayNeeded') : late ? t('certificates.dayLate') : null}
      />
    </ConfirmDialog>
  )
}
