import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { OrganisationsList } from '../features/organisations/OrganisationsList'
import { useListExport } from './use-list-export'

export function OrganisationsPage() {
  const { t } = useTranslation()
  const { history } = useRouter()
  const { toExport, dialog } = useListExport()
  const toImport = () => history.push('/import?kind=organisations')
  return (
    <>
      <OrganisationsList
        onOpen={(id) => history.push(`/organisations/${id}`)}
        onImport={toImport}
        onExport={toExport}
        acts={
          <Button variant="subtle" leftSection={<IconFileImport size={16} />} onClick={toImport}>
            {t('organisations.import')}
          </Button>
        }
      />
      {dialog}
    </>
  )
}
