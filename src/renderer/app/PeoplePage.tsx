import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LettersDialog } from '../features/letters/LettersDialog'
import { PeopleList } from '../features/people/PeopleList'
import type { Selected } from '../lists/WorkingList'
import { useListExport } from './use-list-export'

export function PeoplePage() {
  const { t } = useTranslation()
  const { history } = useRouter()
  const { toExport, dialog } = useListExport()
  const [written, setWritten] = useState<Selected | null>(null)
  const toImport = () => history.push('/import?kind=people')
  return (
    <>
      <PeopleList
        onOpen={(id) => history.push(`/people/${id}`)}
        onCreate={() => history.push('/people/new')}
        onImport={toImport}
        onExport={toExport}
        onWrite={setWritten}
        acts={
          <Button variant="subtle" leftSection={<IconFileImport size={16} />} onClick={toImport}>
            {t('people.import')}
          </Button>
        }
      />
      {dialog}
      {written ? (
        <LettersDialog selection={written.selection} count={written.count} onClose={() => setWritten(null)} />
      ) : null}
    </>
  )
}
