import { Button } from '@mantine/core'
import { IconFileExport } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter } from '../../shared/features/lists'
import { AssociationExportDialog } from '../features/exports/AssociationExportDialog'
import { PartnerExportDialog } from '../features/exports/PartnerExportDialog'
import { useGate } from './gate'

const everyReferral: Filter = { conditions: [], search: '', trashed: false }

/** The file two spaces exchange: what the association tells the landlord, or what the landlord hands over. */
export function PartnerFile({ filter = everyReferral }: { readonly filter?: Filter }) {
  const { t } = useTranslation()
  const { space } = useGate()
  const [opened, setOpened] = useState(false)
  const toLandlord = space.kind === 'association'
  const Dialog = toLandlord ? PartnerExportDialog : AssociationExportDialog
  return (
    <>
      <Button leftSection={<IconFileExport size={16} />} onClick={() => setOpened(true)}>
        {toLandlord ? t('files.forPartner') : t('files.forAssociation')}
      </Button>
      <Dialog opened={opened} filter={filter} onClose={() => setOpened(false)} />
    </>
  )
}
