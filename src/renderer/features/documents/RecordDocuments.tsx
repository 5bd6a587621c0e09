import { ActionIcon, Button, Skeleton } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Document, DocumentOwner } from '../../../shared/features/documents'
import { formatOfMediaType, isPictureFormat } from '../../../shared/rules/papers'
import { useQuery } from '../../api'
import { useErrorWords } from '../../i18n/error-words'
import { useDropZone } from '../../use-drop-zone'
import { ErrorState } from '../../ui/ErrorState'
import { DocumentDrawer, NewDocument } from './DocumentDrawer'
import { DocumentLine, TrashedDocument } from './DocumentLine'
import { PictureDialog } from './PictureDialog'
import { SaveCopyDialog } from './SaveCopyDialog'
import { useDocumentActs } from './use-document-acts'
import './documents.css'

/** What a page shows of the papers of a record: how many there are, and their list. */
export interface RecordPapers {
  readonly count: number
  readonly list: ReactNode
}

export function useRecordDocuments(owner: DocumentOwner): RecordPapers {
  const { data } = useQuery('documents.ofRecord', { owner })
  return { count: data?.length ?? 0, list: <RecordDocuments owner={owner} /> }
}

type Doing =
  | { readonly what: 'add'; readonly path: string }
  | { readonly what: 'look' | 'edit' | 'copy'; readonly document: Document }

interface RecordDocumentsProps {
  readonly owner: DocumentOwner
  /** In the narrow column beside something else, under a heading of its own: a line when there is none. */
  readonly beside?: boolean
}

/** The papers of a record: added from a dialog or dropped here, opened, dated, put aside and taken back. */
export function RecordDocuments({ owner, beside = false }: RecordDocumentsProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const acts = useDocumentActs()
  const [doing, setDoing] = useState<Doing | null>(null)
  const { data, error, refetch } = useQuery('documents.ofRecord', { owner })
  const zone = useDropZone((path) => setDoing({ what: 'add', path }))
  const close = () => setDoing(null)

  async function choose(): Promise<void> {
    const path = await acts.choose()
    if (path !== null) setDoing({ what: 'add', path })
  }

  if (error && !data) {
    return <ErrorState title={t('documents.failed')} body={words(error)} onRetry={() => void refetch()} />
  }
  const addButton = (
    <Button size="xs" leftSection={<IconPaperclip size={15} />} onClick={() => void choose()}>
      {t('documents.add')}
    </Button>
  )
  const addBeside = (
    <ActionIcon aria-label={t('documents.add')} title={t('documents.add')} onClick={() => void choose()}>
      <IconPaperclip size={16} />
    </ActionIcon>
  )
  return (
    <section
      className="documents"
      aria-label={t('documents.tab')}
      data-beside={beside || undefined}
      data-over={zone.over || undefined}
      {...zone.handlers}
    >
      {beside ? (
        <h2 className="h3">
          {t('documents.tab')}
          <span className="end">{addBeside}</span>
        </h2>
      ) : null}
      {data === undefined ? <Waiting /> : null}
      {data?.length === 0 && beside ? <p className="t3 sm">{t('documents.emptyBeside')}</p> : null}
      {data?.length === 0 && !beside ? (
        <div className="documents-empty">
          <p className="med">{t('documents.empty')}</p>
          <p className="t2">{t('documents.emptyBody')}</p>
          {addButton}
        </div>
      ) : null}
      {data && data.length > 0 ? (
        <>
          {beside ? null : (
            <div className="row documents-head">
              <span className="t3 sm" role="status">
                {t('documents.count', { count: data.length })}
              </span>
              <span className="end">{addButton}</span>
            </div>
          )}
          <DocumentList
            documents={data}
            onOpen={(document) => void acts.open(document)}
            onLook={(document) => setDoing({ what: 'look', document })}
            onEdit={(document) => setDoing({ what: 'edit', document })}
            onSaveCopy={(document) => setDoing({ what: 'copy', document })}
            onTrash={(document) => void acts.trash(document)}
          />
          {beside ? null : <p className="hint">{t('documents.dropHint')}</p>}
        </>
      ) : null}
      <Trashed owner={owner} onRestore={(document) => void acts.restore(document)} />
      {doing?.what === 'add' ? <NewDocument key={doing.path} owner={owner} path={doing.path} onClose={close} /> : null}
      {doing?.what === 'look' ? (
        <PictureDialog
          key={doing.document.id}
          document={doing.document}
          onOpen={() => void acts.open(doing.document)}
          onClose={close}
        />
      ) : null}
      {doing?.what === 'edit' ? (
        <DocumentDrawer
          key={doing.document.id}
          document={doing.document}
          onSaveCopy={() => setDoing({ what: 'copy', document: doing.document })}
          onClose={close}
        />
      ) : null}
      {doing?.what === 'copy' ? <SaveCopyDialog document={doing.document} onClose={close} /> : null}
    </section>
  )
}

interface DocumentListProps {
  readonly documents: readonly Document[]
  readonly onOpen: (document: Document) => void
  readonly onLook: (document: Document) => void
  readonly onEdit: (document: Document) => void
  readonly onSaveCopy: (document: Document) => void
  readonly onTrash: (document: Document) => void
}

const step = 50

function DocumentList({ documents, onOpen, onLook, onEdit, onSaveCopy, onTrash }: DocumentListProps) {
  const { t } = useTranslation()
  const [shown, setShown] = useState(step)
  return (
    <>
      <ul className="document-list">
        {documents.slice(0, shown).map((document) => (
          <DocumentLine
            key={document.id}
            document={document}
            onOpen={() => onOpen(document)}
            onLook={isPictureFormat(formatOfMediaType(document.mediaType)) ? () => onLook(document) : null}
            onEdit={() => onEdit(document)}
            onSaveCopy={() => onSaveCopy(document)}
            onTrash={() => onTrash(document)}
          />
        ))}
      </ul>
      {documents.length > shown ? (
        <Button size="xs" variant="subtle" onClick={() => setShown(documents.length)}>
          {t('documents.showAll', { count: documents.length - shown })}
        </Button>
      ) : null}
    </>
  )
}

/** Those put aside, out of sight until they are asked for. */
function Trashed({
  owner,
  onRestore,
}: {
  readonly owner: DocumentOwner
  readonly onRestore: (document: Document) => void
}) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const { data = [] } = useQuery('documents.ofRecord', { owner, trashed: true })
  if (data.length === 0) return null
  return (
    <div className="documents-trash">
      <Button size="xs" variant="subtle" aria-expanded={opened} onClick={() => setOpened(!opened)}>
        {t('documents.inTrash', { count: data.length })}
      </Button>
      {opened ? (
        <ul className="document-list">
          {data.map((document) => (
            <TrashedDocument key={document.id} document={document} onRestore={() => onRestore(document)} />
          ))}
        </ul>
      ) : null}
    </div>
  )
}

function Waiting() {
  const { t } = useTranslation()
  return (
    <div role="status" aria-busy="true" aria-label={t('common.loading')}>
      <Skeleton height={40} mt={8} />
      <Skeleton height={40} mt={8} />
    </div>
  )
}
