import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Document, DocumentFields as Fields, DocumentOwner } from '../../../shared/features/documents'
import { type DocumentKind, shownFileName } from '../../../shared/rules/papers'
import { ask } from '../../api'
import { useFormat } from '../../i18n/format'
import { useRecordUpdate } from '../../lists/use-record-update'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'
import { Drawer } from '../../ui/Drawer'
import { useJob } from '../../use-job'
import { DocumentFields } from './DocumentFields'
import { type DocumentForm, changesOf, formOf, newForm, problemsOf } from './document-form'
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
  const { run, running, error } = useJob('documents.add')
  const { form, said, change, check } = useForm(useMemo(() => newForm(path, kind), [path, kind]))

  async function add(): Promise<void> {
    if (!check()) return
    const added = await run({ owner, path, ...form, note: form.note.trim() === '' ? null : form.note.trim() })
    if (!added) return
    if (onAdded) onAdded(added)
    else told.done(t('documents.added', { title: added.title }))
    onClose()
  }

  return (
    <DocumentPanel
      title={t('documents.add')}
      under={<span className="document-file t2">{shownFileName(path)}</span>}
      saving={running !== null}
      onSave={() => void add()}
      onClose={onClose}
    >
      {error ? <Banner tone="danger">{refusal(error)}</Banner> : null}
      <DocumentFields form={form} said={said} onChange={change} />
      <p className="hint">{t('documents.noIdentity')}</p>
    </DocumentPanel>
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
  const first = useMemo(() => formOf(before), [before])
  const [saving, setSaving] = useState(false)
  const { form, said, change, check } = useForm(first)
  const { save, dialog } = useRecordUpdate<Document, Partial<Fields>>({
    read: (id) => ask('documents.get', { id }),
    write: (input) => ask('documents.update', input),
    fieldLabel: words.label,
    valueLabel: words.value,
  })

  async function write(): Promise<void> {
    if (!check()) return
    const fields = changesOf(first, form)
    setSaving(true)
    const saved = await save(before, fields)
    setSaving(false)
    if (!saved) return
    if (Object.keys(fields).length > 0) told.done(t('documents.saved', { title: form.title.trim() }))
    onClose()
  }

  const { fileName, size, createdAt, addedBy } = before
  return (
    <DocumentPanel
      title={before.title}
      under={
        <span className="document-file t2">
          {fileName}, {format.size(size)}
        </span>
      }
      saving={saving}
      onSave={() => void write()}
      onClose={onClose}
      act={
        <Button variant="subtle" leftSection={<IconDownload size={15} />} onClick={onSaveCopy}>
          {t('documents.saveCopy')}
        </Button>
      }
    >
      <DocumentFields form={form} said={said} onChange={change} />
      <p className="hint">
        {addedBy === null
          ? t('documents.addedOn', { day: format.day(createdAt) })
          : t('documents.addedBy', { day: format.day(createdAt), name: addedBy })}
      </p>
      {dialog}
    </DocumentPanel>
  )
}

function useForm(first: DocumentForm) {
  const { t } = useTranslation()
  const [form, setForm] = useState(first)
  const [asked, setAsked] = useState(false)
  const problems = problemsOf(form)
  return {
    form,
    change: (part: Partial<DocumentForm>) => setForm((now) => ({ ...now, ...part })),
    check: (): boolean => {
      setAsked(true)
      return problems.size === 0
    },
    said: (field: string): string | null => {
      const problem = asked ? problems.get(field) : undefined
      return problem === undefined ? null : t(`documents.wrong.${problem}`)
    },
  }
}

interface DocumentPanelProps {
  readonly title: string
  readonly under: React.ReactNode
  readonly children: React.ReactNode
  readonly saving: boolean
  readonly act?: React.ReactNode
  readonly onSave: () => void
  readonly onClose: () => void
}

function DocumentPanel({ title, under, children, saving, act, onSave, onClose }: DocumentPanelProps) {
  const { t } = useTranslation()
  const formId = useId()
  return (
    <Drawer
      label={title}
      title={title}
      under={under}
      onClose={onClose}
      footer={
        <>
          {act}
          <Button variant="subtle" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="filled" loading={saving}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSave()
        }}
      >
        {children}
      </form>
    </Drawer>
  )
}
