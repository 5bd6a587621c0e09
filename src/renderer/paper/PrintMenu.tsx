import { Button, Menu } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { callShell } from '../shell'
import { useTellFile } from '../tell-file'
import { useTold } from '../told'
import type { PaperPage } from './html'

interface PrintMenuProps {
  readonly label: string
  /** Lays the document out when it is asked for; null when there is nothing to print after all. */
  readonly page: () => PaperPage | Promise<PaperPage | null>
  readonly size?: 'xs' | 'sm'
  /** Among other acts of a line, without an edge of its own. */
  readonly subtle?: boolean
  readonly disabled?: boolean
}

/** A document to print, or to write as a PDF. */
export function PrintMenu({ label, page, size = 'sm', subtle = false, disabled = false }: PrintMenuProps) {
  const { t } = useTranslation()
  const told = useTold()
  const tellFile = useTellFile()

  async function leave(way: 'print' | 'pdf'): Promise<void> {
    try {
      const document = await page()
      if (document === null) return
      if (way === 'print') return void (await callShell('printHtml', document))
      const path = await callShell('savePdf', { ...document, path: null })
      if (path === null) return
      tellFile(t('paper.saved', { file: path.split(/[\\/]/u).at(-1) ?? path }), path, t('paper.showFile'))
    } catch (problem) {
      told.failed(problem)
    }
  }

  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size={size}
          variant={subtle ? 'subtle' : 'default'}
          leftSection={<IconPrinter size={15} />}
          disabled={disabled}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPrinter size={15} />} onClick={() => void leave('print')}>
          {t('paper.print')}
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload size={15} />} onClick={() => void leave('pdf')}>
          {t('paper.savePdf')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
