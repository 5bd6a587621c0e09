import { Button } from '@mantine/core'
import { IconDownload, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selected } from '../../lists/WorkingList'
import { ToTrash } from './ToTrash'

interface BulkActsProps {
  readonly selected: Selected
  readonly onExport: (() => void) | null
}

/** What can be done with several organisations at once. */
export function BulkActs({ selected, onExport }: BulkActsProps) {
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
