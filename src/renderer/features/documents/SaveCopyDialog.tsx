import { Button, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Document } from '../../../shared/features/documents'
import { formatOfMediaType, safeFileName } from '../../../shared/rules/papers'
import { asAppError } from '../../connection'
import { callShell } from '../../shell'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'
import { FieldLabel } from '../../ui/FieldLabel'
import { showToast } from '../../ui/toasts'
import { useJob } from '../../use-job'
import { useRefusalWords } from './use-document-words'

/** Before a copy leaves the space: for whom, and why. */
export function SaveCopyDialog({ document, onClose }: { readonly document: Document; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  const refusal = useRefusalWords()
  const { run, running, error } = useJob('documents.saveCopy')
  const [recipient, setRecipient] = useState('')
  const [purpose, setPurpose] = useState('')
  const format = formatOfMediaType(document.mediaType)

  async function save(): Promise<void> {
    try {
      const path = await callShell('saveFileDialog', {
        defaultName: safeFileName(document.title, format),
        filters: [{ name: format.toUpperCase(), extensions: [format] }],
      })
      if (path === null) return
      const saved = await run({ id: document.id, path, recipient: recipient.trim(), purpose: purpose.trim() })
      if (!saved) return
      const show = () => void callShell('showItemInFolder', saved).catch(told.failed)
      showToast({ tone: 'done', text: t('documents.copySaved'), act: { label: t('files.show'), run: show } })
      onClose()
    } catch (problem) {
      told.failed(asAppError(problem))
    }
  }

  const wrongEnd = error?.code === 'invalid' && error.data['field'] === 'path'
  return (
    <Modal opened onClose={onClose} title={t('documents.saveCopyOf', { title: document.title })}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div className="dialog-body document-fields">
          {error ? (
            <Banner tone="danger">{wrongEnd ? t('documents.keepEnd', { format }) : refusal(error)}</Banner>
          ) : null}
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
          <p className="hint">{t('documents.copyNoted')}</p>
        </div>
        <div className="dialog-acts">
          <Button variant="subtle" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button variant="filled" type="submit" loading={running !== null} disabled={recipient.trim() === ''}>
            {t('documents.saveCopy')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
