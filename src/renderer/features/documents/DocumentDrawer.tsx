import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Document, DocumentFields as Fields, DocumentOwner } from '../../../shared/features/documents'
import { type DocumentKind, shownFileName } from '../../../shared/rules/papers'
import { ask } from '../../api'
import { FormDrawer } from '../../forms/FormDrawer'
import { useDrawerSave } from '../../forms/use-drawer-save'
import { useFormat } from '../../i18n/format'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'
import { useJob } from '../../use-job'
import { DocumentFields } from './DocumentFields'
import { changesOf, formOf, newForm, problemsOf } from './document-form'
import { useDocumentFieldWords, useRefusalWords } from './use-document-words'

interface NewDocumentProps {
  readonly owner: DocumentOwner
  /** Of the file that was chosen or dropped. */
  readonly path: string
  /** What it is, when that is known beforehand. */
  readonly kind?: DocumentKind
  /** Told of the paper once it is there, and says so itself. */
  readonly onAdded?: (document: Document) => void
  readonly onClose: () => void
}

/** A file about to enter the space: what it is, said before it is taken in. */
export function NewDocument({ owner, path, kind, onAdded, onClose }: NewDocumentProps) {
  const { t } = useTranslation()
  const told = useTold()
  const refusal = useRefusalWords()
  const { run, error } = useJob('documents.add')
  const [form, setForm] = useState(() => newForm(path, kind))
  const problems = problemsOf(form)
  const { asked, drawer } = useDrawerSave({ write, onClose })

  async function write(): Promise<boolean> {
    if (problems.size > 0) return false
    const added = await run({ owner, path, ...form, note: form.note.trim() === '' ? null : form.note.trim() })
    if (!added) return false
    if (onAdded) onAdded(added)
    else told.done(t('documents.added', { title: added.title }))
    return true
  }

  return (
    <FormDrawer
      {...drawer}
      label={t('documents.add')}
      under={<span className="document-file t2">{shownFileName(path)}</span>}
    >
      {error ? <Banner tone="danger">{refusal(error)}</Banner> : null}
      <DocumentFields
        form={form}
        problems={asked ? problems : null}
        onChange={(part) => setForm((now) => ({ ...now, ...part }))}
      />
      <p className="hint">{t('documents.noIdentity')}</p>
    </FormDrawer>
  )
}

interface DocumentDrawerProps {
  readonly document: Document
  readonly onSaveCopy: () => void
  readonly onClose: () => void
}

/** A paper that is kept: its name, its kind, its days. Its file does not change. */
export function DocumentDrawer({ document, onSaveCopy, onClose }: DocumentDrawerProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = useTold()
  const words = useDocumentFieldWords()
  const [before] = useState(document)
  const [first] = useState(() => formOf(before))
  const [form, setForm] = useState(first)
  const problems = problemsOf(form)
  const { save, dialog } = useRecordUpdate<Document, Partial<Fields>>({
    read: (id) => ask('documents.get', { id }),
    write: (input) => ask('documents.update', input),
    fieldLabel: words.label,
    valueLabel: words.value,
  })

  const { asked, drawer } = useDrawerSave({ write, onClose })

  async function write(): Promise<boolean> {
    if (problems.size > 0) return false
    const fields = changesOf(first, form)
    if (!(await save(before, fields))) return false
    if (Object.keys(fields).length > 0) told.done(t('documents.saved', { title: form.title.trim() }))
    return true
  }

  const { fileName, size, createdAt, addedBy } = before
  return (
    <FormDrawer
      {...drawer}
      label={before.title}
      under={
        <span className="document-file t2">
          {fileName}, {format.size(size)}
        </span>
      }
      acts={
        <Button variant="subtle" leftSection={<IconDownload size={15} />} onClick={onSaveCopy}>
          {t('documents.saveCopy')}
        </Button>
      }
    >
      <DocumentFields
        form={form}
        problems={asked ? problems : null}
        onChange={(part) => setForm((now) => ({ ...now, ...part }))}
      />
      <p className="hint">
        {addedBy === null
          ? t('documents.addedOn', { day: format.day(createdAt) })
          : t('documents.addedBy', { day: format.day(createdAt), name: addedBy })}
      </p>
      {dialog}
    </FormDrawer>
  )
}
