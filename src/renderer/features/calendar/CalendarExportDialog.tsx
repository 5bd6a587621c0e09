import { Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarFilter } from '../../../shared/features/calendar'
import { asAppError } from '../../connection'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { values as english } from '../../i18n/en/values'
import { values as french } from '../../i18n/fr/values'
import { callShell } from '../../shell'
import { usePreferences } from '../../theme/preferences'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'
import { FieldLabel } from '../../ui/FieldLabel'
import { showToast } from '../../ui/toasts'
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
  const job = useJob('calendar.exportFile')
  const [names, setNames] = useState(false)
  const [recipient, setRecipient] = useState('')
  const [purpose, setPurpose] = useState('')

  async function save(): Promise<void> {
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
        recipient: recipient.trim(),
        purpose: purpose.trim(),
      })
      if (!saved) return
      const run = () => void callShell('showItemInFolder', { path }).catch(failed)
      showToast({
        tone: 'done',
        text: t('files.saved', { count: saved.rows }),
        act: { label: t('files.show'), run },
      })
      onClose()
    } catch (problem) {
      failed(asAppError(problem))
    }
  }

  return (
    <Modal opened onClose={onClose} title={t('calendar.exportTitle')} closeOnClickOutside={job.running === null}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div className="dialog-body calendar-export">
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
          <TextInput
            label={t('files.recipientField')}
            placeholder={t('files.recipientHint')}
            maxLength={200}
            value={recipient}
            onChange={(event) => setRecipient(event.currentTarget.value)}
            data-autofocus
          />
          <TextInput
            label={<FieldLabel optional>{t('files.purposeField')}</FieldLabel>}
            placeholder={t('files.purposeHint')}
            maxLength={200}
            value={purpose}
            onChange={(event) => setPurpose(event.currentTarget.value)}
          />
          <p className="hint">{t('files.logged')}</p>
        </div>
        <div className="dialog-acts">
          <Button variant="subtle" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button
            variant="filled"
            type="submit"
            loading={job.running !== null}
            disabled={count === 0 || recipient.trim() === ''}
          >
            {t('files.prepare')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
