import { Button } from '@mantine/core'
import { IconDownload, IconTrash } from '@tabler/icons-react'
import { type ComponentType, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ToTrashProps } from './UsedToTrash'
import type { Selected } from './WorkingList'

interface BulkActsProps {
  readonly selected: Selected
  readonly onExport: (() => void) | null
  /** Asks before they leave the list. */
  readonly ToTrash: ComponentType<ToTrashProps>
}

/** What can be done with several rows at once, whatever they are: a file, or the trash. */
export function BulkActs({ selected, onExport, ToTrash }: BulkActsProps) {
  const { t } = useTranslation()
  const [leaving, setLeaving] = useState(false)
  return (
    <>
      {onExport ? (
        <Button size="xs" variant="subtle" leftSection={<IconDownload size={15} />} onClick={onExport}>
          {t('lists.export')}
        </Button>
      ) : null}
      <Button size="xs" variant="subtle" leftSection={<IconTrash size={15} />} onClick={() => setLeaving(true)}>
        {t('lists.toTrash')}
      </Button>
      {leaving ? (
        <ToTrash
          selection={selected.selection}
          count={selected.count}
          onClose={() => setLeaving(false)}
          onDone={selected.clear}
        />
      ) : null}
    </>
  )
}
