import { Button, Modal, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Document } from '../../../shared/features/documents'
import { useQuery } from '../../api'
import { useFormat } from '../../i18n/format'
import { Banner } from '../../ui/Banner'

interface PictureDialogProps {
  readonly document: Document
  /** In the program the person is used to. */
  readonly onOpen: () => void
  readonly onClose: () => void
}

/** A picture looked at where it is: no copy of it is made. */
export function PictureDialog({ document, onOpen, onClose }: PictureDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { id, title, fileName, size } = document
  const { data: picture, error } = useQuery('documents.picture', { id })
  const [broken, setBroken] = useState(false)
  return (
    <Modal opened size="auto" onClose={onClose} title={title}>
      <figure className="picture">
        {picture && !broken ? (
          <img
            className="picture-drawn"
            src={`data:${picture.mediaType};base64,${picture.base64}`}
            width={picture.width}
            height={picture.height}
            alt={title}
            onError={() => setBroken(true)}
          />
        ) : error || broken ? (
          <Banner tone="info">{t('documents.pictureFailed')}</Banner>
        ) : (
          <div role="status" aria-busy="true" aria-label={t('common.loading')}>
            <Skeleton width={420} height={280} />
          </div>
        )}
        <figcaption className="t2 sm document-file">
          {[fileName, format.size(size), ...(picture ? [t('documents.dimensions', picture)] : [])].join(', ')}
        </figcaption>
      </figure>
      <div className="dialog-acts">
        <Button variant="subtle" onClick={onOpen}>
          {t('documents.openOutside')}
        </Button>
        <Button data-autofocus onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
    </Modal>
  )
}
