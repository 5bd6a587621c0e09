import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../../shared/features/lists'
import { exportFormats } from '../../../shared/rules/lists'
import { asAppError } from '../../connection'
import { usePreferences } from '../../theme/preferences'
import { useTold } from '../../told'
import { useJob } from '../../use-job'
import { SaveForm } from './SaveForm'
import { type ExportFormat, useAskWhere, useFileWords, useTellSaved } from './saved-file'

interface AssociationExportProps {
  readonly opened: boolean
  readonly filter: Filter
  readonly onClose: () => void
}

/** For the association: the referrals a landlord hands over, with the agreement that lets them travel. */
export function AssociationExportDialog({ opened, filter, onClose }: AssociationExportProps) {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const { failed } = useTold()
  const words = useFileWords()
  const askWhere = useAskWhere()
  const tell = useTellSaved()
  const job = useJob('exports.forAssociation')

  async function save(format: ExportFormat, recipient: string): Promise<void> {
    try {
      const path = await askWhere('forAssociation', format)
      if (path === null) return
      const saved = await job.run({ filter, format, path, locale: language, recipient, words })
      if (!saved) return
      tell(saved)
      onClose()
    } catch (problem) {
      failed(asAppError(problem))
    }
  }

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('files.forAssociation')}
      closeOnClickOutside={job.running === null}
    >
      <SaveForm
        formats={exportFormats}
        ready
        knownPurpose
        running={job.running}
        error={job.error}
        onSave={(format, recipient) => void save(format, recipient)}
        onStop={job.stop}
        onClose={onClose}
      >
        {() => <p>{t('files.forAssociationWhat')}</p>}
      </SaveForm>
    </Modal>
  )
}
