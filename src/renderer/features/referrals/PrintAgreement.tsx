import { Button, Menu } from '@mantine/core'
import { IconDownload, IconFileText, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AgreementForm } from '../../../shared/features/referrals'
import { useTellFile } from '../../tell-file'
import { usePreferences } from '../../theme/preferences'
import { callShell } from '../../shell'
import { agreementPage } from './agreement-page'
import { useTold } from '../../told'

/** The form to sign: printed, or written as a PDF. */
export function PrintAgreement({ form }: { form: AgreementForm | undefined }) {
  const { t } = useTranslation()
  const told = useTold()
  const tellFile = useTellFile()
  const { language } = usePreferences()

  async function leave(way: 'print' | 'pdf'): Promise<void> {
    if (!form) return
    const page = agreementPage(form, language)
    try {
      if (way === 'print') {
        await callShell('printHtml', page)
        return
      }
      const path = await callShell('savePdf', { ...page, path: null })
      if (path !== null)
        tellFile(t('referrals.formSaved', { file: path.split(/[\\/]/u).at(-1) ?? path }), path, t('referrals.showFile'))
    } catch (problem) {
      told.failed(problem)
    }
  }

  return (
    <Menu>
      <Menu.Target>
        <Button size="xs" variant="subtle" leftSection={<IconFileText size={15} />} disabled={!form}>
          {t('referrals.formToSign')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPrinter size={15} />} onClick={() => void leave('print')}>
          {t('referrals.printForm')}
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload size={15} />} onClick={() => void leave('pdf')}>
          {t('referrals.saveForm')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
