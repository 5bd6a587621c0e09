import { ActionIcon, Button, Menu } from '@mantine/core'
import {
  IconDots,
  IconDownload,
  IconExternalLink,
  IconFile,
  IconFileText,
  IconMail,
  IconPencil,
  IconPhoto,
  IconTable,
  IconTrash,
  type TablerIcon,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Document } from '../../../shared/features/documents'
import { type PaperFormat, formatOfMediaType } from '../../../shared/rules/papers'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { ExpiryState } from './ExpiryState'

interface DocumentLineProps {
  readonly document: Document
  readonly onOpen: () => void
  /** Null: it is nothing that this window shows. */
  readonly onLook: (() => void) | null
  readonly onEdit: () => void
  readonly onSaveCopy: () => void
  readonly onTrash: () => void
}

/** A paper of a record: what it is, of when, until when it holds, and what can be done with it. */
export function DocumentLine({ document, onOpen, onLook, onEdit, onSaveCopy, onTrash }: DocumentLineProps) {
  const { t } = useTranslation()
  const { title } = document
  return (
    <li className="document">
      <DocumentFacts document={document} onTitle={onEdit} />
      <span className="document-acts">
        {onLook === null ? (
          <Button size="xs" variant="subtle" aria-label={t('documents.openNamed', { title })} onClick={onOpen}>
            {t('documents.open')}
          </Button>
        ) : (
          <Button size="xs" variant="subtle" aria-label={t('documents.lookAt', { title })} onClick={onLook}>
            {t('documents.look')}
          </Button>
        )}
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={t('documents.moreNamed', { title })}>
              <IconDots size={16} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {onLook === null ? null : (
              <Menu.Item leftSection={<IconExternalLink size={16} />} onClick={onOpen}>
                {t('documents.openOutside')}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={onEdit}>
              {t('lists.edit')}
            </Menu.Item>
            <Menu.Item leftSection={<IconDownload size={16} />} onClick={onSaveCopy}>
              {t('documents.saveCopy')}
            </Menu.Item>
            <Menu.Item data-danger leftSection={<IconTrash size={16} />} onClick={onTrash}>
              {t('lists.trash')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </span>
    </li>
  )
}

interface TrashedDocumentProps {
  readonly document: Document
  readonly onRestore: () => void
}

export function TrashedDocument({ document, onRestore }: TrashedDocumentProps) {
  const { t } = useTranslation()
  return (
    <li className="document" data-trashed>
      <DocumentFacts document={document} onTitle={null} />
      <span className="document-acts">
        <Button
          size="xs"
          variant="subtle"
          aria-label={t('history.restoreNamed', { name: document.title })}
          onClick={onRestore}
        >
          {t('history.restore')}
        </Button>
      </span>
    </li>
  )
}

interface FactsProps {
  readonly document: Document
  /** What the title opens; null: it opens nothing. */
  readonly onTitle: (() => void) | null
}

function DocumentFacts({ document, onTitle }: FactsProps) {
  const choice = useChoiceLabel()
  const format = useFormat()
  const { kind, title, mediaType, size, documentOn, expiresOn, note } = document
  const Icon = icons[formatOfMediaType(mediaType)]
  const facts = [choice('documentKind', kind), ...(documentOn === null ? [] : [format.day(documentOn)])]
  return (
    <>
      <Icon className="document-icon" size={18} aria-hidden="true" />
      <div className="document-facts">
        {onTitle === null ? (
          <span className="document-title">{title}</span>
        ) : (
          <button type="button" className="document-title" onClick={onTitle}>
            {title}
          </button>
        )}
        <span className="document-meta t2">
          <span className="tab">{[...facts, format.size(size)].join(', ')}</span>
          <ExpiryState expiresOn={expiresOn} />
        </span>
        {note === null ? null : <span className="document-note t2">{note}</span>}
      </div>
    </>
  )
}

const icons: Readonly<Record<PaperFormat, TablerIcon>> = {
  pdf: IconFileText,
  png: IconPhoto,
  jpg: IconPhoto,
  webp: IconPhoto,
  heic: IconPhoto,
  docx: IconFileText,
  odt: IconFileText,
  xlsx: IconTable,
  ods: IconTable,
  csv: IconTable,
  pptx: IconFile,
  odp: IconFile,
  txt: IconFileText,
  eml: IconMail,
}
