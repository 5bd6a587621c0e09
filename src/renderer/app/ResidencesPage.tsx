import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useParams, useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ResidencesList } from '../features/residences/ResidencesList'
import { useListExport } from './use-list-export'

export function ResidencesPage() {
  const { t } = useTranslation()
  const { id } = useParams({ strict: false })
  const { history } = useRouter()
  const { toExport, dialog } = useListExport()
  const toImport = () => history.push('/import?kind=residences')
  return (
    <>
      <ResidencesList
        openedId={id ?? null}
        onOpen={(next) => history.push(next === null ? '/residences' : `/residences/${next}`)}
        onImport={toImport}
        onExport={toExport}
        acts={
          <Button variant="subtle" leftSection={<IconFileImport size={16} />} onClick={toImport}>
            {t('residences.import')}
          </Button>
        }
      />
      {dialog}
    </>
  )
}
