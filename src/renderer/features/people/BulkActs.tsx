import { Button, Menu } from '@mantine/core'
import { IconDots, IconDownload, IconMail, IconPencil, IconSchool, IconTag, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Selected } from '../../lists/WorkingList'
import { BulkChange } from './BulkChange'
import { BulkTag } from './BulkTag'
import { ToTrash } from './ToTrash'

interface BulkActsProps {
  readonly selected: Selected
  readonly onExport: (() => void) | null
  /** Writes to them; the page has the dialog. */
  readonly onWrite: (() => void) | null
  /** Adds them to a cohort; a space without programmes has none. */
  readonly onEnrol: (() => void) | null
}

/** What can be done with several people at once. */
export function BulkActs({ selected, onExport, onWrite, onEnrol }: BulkActsProps) {
  const { t } = useTranslation()
  const [doing, setDoing] = useState<'change' | 'tag' | 'trash' | null>(null)
  const close = () => setDoing(null)
  return (
    <>
      <Button size="xs" variant="subtle" leftSection={<IconPencil size={15} />} onClick={() => setDoing('change')}>
        {t('lists.edit')}
      </Button>
      <Button size="xs" variant="subtle" leftSection={<IconTag size={15} />} onClick={() => setDoing('tag')}>
        {t('people.tag')}
      </Button>
      {onEnrol ? (
        <Button size="xs" variant="subtle" leftSection={<IconSchool size={15} />} onClick={onEnrol}>
          {t('enrolments.toCohort')}
        </Button>
      ) : null}
      {onWrite ? (
        <Button size="xs" variant="subtle" leftSection={<IconMail size={15} />} onClick={onWrite}>
          {t('letters.write')}
        </Button>
      ) : null}
      {onExport ? (
        <Button size="xs" variant="subtle" leftSection={<IconDownload size={15} />} onClick={onExport}>
          {t('lists.export')}
        </Button>
      ) : null}
      <Menu position="top-end">
        <Menu.Target>
          <Button size="xs" variant="subtle" aria-label={t('common.more')}>
            <IconDots size={16} />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item data-danger leftSection={<IconTrash size={16} />} onClick={() => setDoing('trash')}>
            {t('lists.trash')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {doing === 'change' ? <BulkChange selected={selected} onClose={close} /> : null}
      {doing === 'tag' ? <BulkTag selected={selected} onClose={close} /> : null}
      {doing === 'trash' ? (
        <ToTrash selection={selected.selection} count={selected.count} onClose={close} onDone={selected.clear} />
      ) : null}
    </>
  )
}
