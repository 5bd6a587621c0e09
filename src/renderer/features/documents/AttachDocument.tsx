import { Button } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Document, DocumentOwner } from '../../../shared/features/documents'
import type { DocumentKind } from '../../../shared/rules/papers'
import { useQuery } from '../../api'
import { NewDocument } from './DocumentDrawer'
import { useDocumentActs } from './use-document-acts'

interface AttachDocumentProps {
  readonly owner: DocumentOwner
  readonly kind: DocumentKind
  /** Told which paper it is: a new one, or one of that kind which the record has already. */
  readonly onAttached: (document: Document) => void
}

/** The one paper of a kind that something waits for: a file chosen now, or a paper the record has already. */
export function AttachDocument({ owner, kind, onAttached }: AttachDocumentProps) {
  const { t } = useTranslation()
  const acts = useDocumentActs()
  const [path, setPath] = useState<string | null>(null)
  const there = useQuery('documents.ofRecord', { owner }).data?.find((document) => document.kind === kind)
  return (
    <>
      <Button
        size="xs"
        leftSection={<IconPaperclip size={15} />}
        onClick={() => void acts.choose().then((chosen) => chosen !== null && setPath(chosen))}
      >
        {t('documents.attach')}
      </Button>
      {there ? (
        <Button size="xs" variant="subtle" onClick={() => onAttached(there)}>
          {t('documents.takeAgain', { title: there.title })}
        </Button>
      ) : null}
      {path === null ? null : (
        <NewDocument
          key={path}
          owner={owner}
          path={path}
          kind={kind}
          onAdded={onAttached}
          onClose={() => setPath(null)}
        />
      )}
    </>
  )
}
