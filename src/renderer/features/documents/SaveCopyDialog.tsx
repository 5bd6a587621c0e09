import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Document } from '../../../shared/features/documents'
import { formatOfMediaType, safeFileName } from '../../../shared/rules/papers'
import { asAppError } from '../../connection'
import { LeavingForm } from '../../forms/LeavingForm'
import { callShell } from '../../shell'
import { useTellFile } from '../../tell-file'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'
import { useJob } from '../../use-job'
import { useRefusalWords } from './use-document-words'

/** Before a copy leaves the space: for whom, and why. */
export function SaveCopyDialog({ document, onClose }: { readonly document: Document; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  const tellFile = useTellFile()
  const refusal = useRefusalWords()
  const { run, running, error } = useJob('documents.saveCopy')
  const format = formatOfMediaType(document.mediaType)

  async function save(recipient: string, purpose: string): Promise<void> {
    try {
      const path = await callShell('saveFileDialog', {
        defaultName: safeFileName(document.title, format),
        filters: [{ name: format.toUpperCase(), extensions: [format] }],
      })
      if (path === null) return
      const saved = await run({ id: document.id, path, recipient, purpose })
      if (!saved) return
      tellFile(t('documents.copySaved'), saved.path)
      onClose()
    } catch (problem) {
      told.failed(asAppError(problem))
    }
  }

  const wrongEnd = error?.code === 'invalid' && error.data['field'] === 'path'
  return (
    <Modal opened onClose={onClose} title={t('documents.saveCopyOf', { title: document.title })}>
      <LeavingForm
        className="document-fields"
        noted={t('documents.copyNoted')}
        verb={t('documents.saveCopy')}
        ready
        saving={running !== null}
        onSave={(recipient, purpose) => void save(recipient, purpose)}
        onClose={onClose}
      >
        {error ? <Banner tone="danger">{wrongEnd ? t('documents.keepEnd', { format }) : refusal(error)}</Banner> : null}
      </LeavingForm>
    </Modal>
  )
}
