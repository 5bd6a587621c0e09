import { Modal, Select } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../shared/features/lists'
import { exportFormats } from '../../../shared/rules/lists'
import { useQuery } from '../../api'
import { asAppError } from '../../connection'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { usePreferences } from '../../theme/preferences'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'
import { useJob } from '../../use-job'
import { SaveForm } from './SaveForm'
import { type ExportFormat, useAskWhere, useFileWords, useTellSaved } from './saved-file'

interface PartnerExportProps {
  readonly opened: boolean
  readonly filter: Filter
  readonly onClose: () => void
}

const everyone = ''

/** For a landlord: where its referrals stand, and nothing the person did not agree to share. Who reads what is said first. */
export function PartnerExportDialog({ opened, filter, onClose }: PartnerExportProps) {
  const { t } = useTranslation()
  const job = useJob('exports.forPartner')
  return (
    <Modal opened={opened} onClose={onClose} title={t('files.forPartner')} closeOnClickOutside={job.running === null}>
      {opened ? <PartnerForm filter={filter} job={job} onClose={onClose} /> : null}
    </Modal>
  )
}

interface PartnerFormProps {
  readonly filter: Filter
  readonly job: ReturnType<typeof useJob<'exports.forPartner'>>
  readonly onClose: () => void
}

function PartnerForm({ filter, job, onClose }: PartnerFormProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { language } = usePreferences()
  const { failed } = useTold()
  const errorWords = useErrorWords()
  const words = useFileWords()
  const askWhere = useAskWhere()
  const tell = useTellSaved()
  const [landlordId, setLandlordId] = useState<string | null>(null)
  const landlords = useQuery('organisations.find', { text: '', kinds: ['landlord'], limit: 50 }).data ?? []
  const preview = useQuery('exports.previewForPartner', { filter, landlordId }, { keepPrevious: true })
  const { rows, leftOut, recipients } = preview.data ?? { rows: 0, leftOut: 0, recipients: [] }

  async function save(fileFormat: ExportFormat, _recipient: string, purpose: string): Promise<void> {
    try {
      const path = await askWhere('forPartner', fileFormat)
      if (path === null) return
      const saved = await job.run({ filter, landlordId, format: fileFormat, path, locale: language, purpose, words })
      if (!saved) return
      tell(saved)
      onClose()
    } catch (problem) {
      failed(asAppError(problem))
    }
  }

  return (
    <SaveForm
      formats={exportFormats}
      knownRecipient
      ready={rows > 0}
      running={job.running}
      error={job.error}
      onSave={(fileFormat, recipient, purpose) => void save(fileFormat, recipient, purpose)}
      onStop={job.stop}
      onClose={onClose}
    >
      {() => (
        <>
          <p>{t('files.forPartnerWhat')}</p>
          <Select
            label={t('files.landlord')}
            data={[
              { value: everyone, label: t('files.everyLandlord') },
              ...landlords.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={landlordId ?? everyone}
            onChange={(id) => setLandlordId(id === everyone ? null : id)}
          />
          <div aria-live="polite" className="exports-preview">
            {preview.error ? <Banner tone="danger">{errorWords(preview.error)}</Banner> : null}
            {preview.data ? (
              <>
                <p className="med">{rows > 0 ? t('files.rowsIn', { count: rows }) : t('files.nobody')}</p>
                {recipients.length > 0 ? <p>{t('files.readBy', { names: format.list(recipients) })}</p> : null}
                {leftOut > 0 ? <Banner tone="warn">{t('files.leftOut', { count: leftOut })}</Banner> : null}
              </>
            ) : (
              <p className="hint">{t('files.counting')}</p>
            )}
          </div>
        </>
      )}
    </SaveForm>
  )
}
