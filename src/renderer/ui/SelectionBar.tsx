import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './grid/toolbar.css'

interface SelectionBarProps {
  readonly count: number
  /** « 4 personnes sélectionnées » */
  readonly summary: string
  /** « Prendre les 1 284 », when not all are selected. */
  readonly takeAll?: string | null
  readonly onTakeAll: () => void
  readonly onClear: () => void
  readonly children: ReactNode
}

/** What can be done with the selected rows, and exactly how many they are. */
export function SelectionBar({ count, summary, takeAll, onTakeAll, onClear, children }: SelectionBarProps) {
  const { t } = useTranslation()
  return (
    <>
      <p className="vh" role="status">
        {count > 0 ? summary : ''}
      </p>
      {count > 0 ? (
        <div className="selection-bar" role="toolbar" aria-label={summary}>
          <b className="semi">{summary}</b>
          {takeAll ? (
            <Button size="xs" variant="transparent" onClick={onTakeAll}>
              {takeAll}
            </Button>
          ) : null}
          <i className="selection-rule" />
          {children}
          <i className="selection-rule" />
          <ActionIcon aria-label={t('grid.clearSelection')} onClick={onClear}>
            <IconX size={16} />
          </ActionIcon>
        </div>
      ) : null}
    </>
  )
}
