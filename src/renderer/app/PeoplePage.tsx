import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PeopleList } from '../features/people/PeopleList'
import { useListExport } from './use-list-export'

export function PeoplePage() {
  const { t } = useTranslation()
  const { history } = useRouter()
  const { toExport, dialog } = useListExport()
  const toImport = () => history.push('/import?kind=people')
  return (
    <>
      <PeopleList
        onOpen={(id) => history.push(`/people/${id}`)}
        onCreate={() => history.push('/people/new')}
        onImport={toImport}
        onExport={toExport}
        acts={
          <Button variant="subtle" leftSection={<IconFileImport size={16} />} onClick={toImport}>
            {t('people.import')}
          </Button>
        }
      />
      {dialog}
    </>
  )
}
