import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AddSelected } from '../features/enrolments/AddSelected'
import { LettersDialog } from '../features/letters/LettersDialog'
import { PeopleList } from '../features/people/PeopleList'
import type { Selected } from '../lists/WorkingList'
import { useGate } from './gate'
import { useListExport } from './use-list-export'

export function PeoplePage() {
  const { t } = useTranslation()
  const { history } = useRouter()
  const { toExport, dialog } = useListExport()
  const { space } = useGate()
  const [written, setWritten] = useState<Selected | null>(null)
  const [enrolled, setEnrolled] = useState<Selected | null>(null)
  const toImport = () => history.push('/import?kind=people')
  return (
    <>
      <PeopleList
        onOpen={(id) => history.push(`/people/${id}`)}
        onCreate={() => history.push('/people/new')}
        onImport={toImport}
        onExport={toExport}
        onWrite={setWritten}
        onEnrol={space.kind === 'association' ? setEnrolled : undefined}
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
      {enrolled ? (
        <AddSelected selection={enrolled.selection} count={enrolled.count} onClose={() => setEnrolled(null)} />
      ) : null}
    </>
  )
}
