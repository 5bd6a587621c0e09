import { Button, Menu } from '@mantine/core'
import { IconDownload, IconFileText, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Paper } from '../paper'
import { callShell } from '../shell'
import { useTold } from '../told'
import { showToast } from './toasts'

interface PrintMenuProps {
  readonly label: string
  /** Made when it is asked for, from what is true then. */
  readonly paper: () => Paper | Promise<Paper>
  readonly disabled?: boolean
}

/** A document of one's own making: printed, or written as a PDF. */
export function PrintMenu({ label, paper, disabled = false }: PrintMenuProps) {
  const { t } = useTranslation()
  const told = useTold()

  async function leave(way: 'print' | 'pdf'): Promise<void> {
    try {
      const page = await paper()
      if (way === 'print') {
        await callShell('printHtml', page)
        return
      }
      const path = await callShell('savePdf', { ...page, path: null })
      if (path === null) return
      showToast({
        tone: 'done',
        text: t('ui.paper.saved', { file: path.split(/[\\/]/u).at(-1) ?? path }),
        act: {
          label: t('ui.paper.show'),
          run: () => void callShell('showItemInFolder', { path }).catch(told.failed),
        },
      })
    } catch (problem) {
      told.failed(problem)
    }
  }

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="subtle" leftSection={<IconFileText size={15} />} disabled={disabled}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPrinter size={15} />} onClick={() => void leave('print')}>
          {t('ui.paper.print')}
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload size={15} />} onClick={() => void leave('pdf')}>
          {t('ui.paper.pdf')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
