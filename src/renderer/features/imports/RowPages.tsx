import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

interface RowPagesProps {
  readonly offset: number
  readonly shown: number
  readonly total: number
  readonly onOffset: (offset: number) => void
}

/** Where one stands in a long file; nothing when all of it is in sight. */
export function RowPages({ offset, shown, total, onOffset }: RowPagesProps) {
  const { t } = useTranslation()
  if (total <= shown) return null
  const last = Math.min(offset + shown, total)
  return (
    <nav className="import-pages" aria-label={t('imports.pages')}>
      <span className="tab" aria-live="polite">
        {t('imports.rows', { first: offset + 1, last, total })}
      </span>
      <ActionIcon
        aria-label={t('imports.previous')}
        disabled={offset === 0}
        onClick={() => onOffset(Math.max(0, offset - shown))}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      <ActionIcon aria-label={t('imports.next')} disabled={last >= total} onClick={() => onOffset(offset + shown)}>
        <IconChevronRight size={16} />
      </ActionIcon>
    </nav>
  )
}
