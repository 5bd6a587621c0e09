import { Checkbox, Modal } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarFilter } from '../../../shared/features/calendar'
import { asAppError } from '../../connection'
import { LeavingForm } from '../../forms/LeavingForm'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { values as english } from '../../i18n/en/values'
import { values as french } from '../../i18n/fr/values'
import { callShell } from '../../shell'
import { useTellFile } from '../../tell-file'
import { usePreferences } from '../../theme/preferences'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'
import { useJob } from '../../use-job'

interface CalendarExportDialogProps {
  /** What the calendar shows now. */
  readonly filter: CalendarFilter
  readonly count: number
  readonly onClose: () => void
}

/** A file of what the calendar shows, for another agenda: how much of it, for whom, and whether it names people. */
export function CalendarExportDialog({ filter, count, onClose }: CalendarExportDialogProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const format = useFormat()
  const { language } = usePreferences()
  const { failed } = useTold()
  const tellFile = useTellFile()
  const job = useJob('calendar.exportFile')
  const [names, setNames] = useState(false)

  async function save(recipient: string, purpose: string): Promise<void> {
    try {
      const path = await callShell('saveFileDialog', {
        defaultName: `${t('calendar.fileName')} ${filter.from}.ics`,
        filters: [{ name: t('calendar.fileKind'), extensions: ['ics'] }],
      })
      if (path === null) return
      const saved = await job.run({
        filter,
        names,
        path,
        locale: language,
        words: language === 'fr' ? french : english,
        recipient,
        purpose,
      })
      if (!saved) return
      tellFile(t('files.saved', { count: saved.rows }), path)
      onClose()
    } catch (problem) {
      failed(asAppError(problem))
    }
  }

  return (
    <Modal opened onClose={onClose} title={t('calendar.exportTitle')} closeOnClickOutside={job.running === null}>
      <LeavingForm
        className="calendar-export"
        noted={t('files.logged')}
        verb={t('files.prepare')}
        ready={count > 0}
        saving={job.running !== null}
        onSave={(recipient, purpose) => void save(recipient, purpose)}
        onClose={onClose}
      >
        <p className="med">
          {filter.from === filter.to
            ? t('calendar.exportDay', { count, day: format.day(filter.from) })
            : t('calendar.exportWhat', { count, from: format.day(filter.from), to: format.day(filter.to) })}
        </p>
        <p className="hint">{t('calendar.exportHow')}</p>
        {job.error && job.error.code !== 'cancelled' ? <Banner tone="danger">{words(job.error)}</Banner> : null}
        <Checkbox
          label={t('calendar.names')}
          description={t('calendar.namesHint')}
          checked={names}
          onChange={(event) => setNames(event.currentTarget.checked)}
        />
      </LeavingForm>
    </Modal>
  )
}
