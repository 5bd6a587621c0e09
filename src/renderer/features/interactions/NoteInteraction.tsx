import { Button } from '@mantine/core'
import { IconNote } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { InteractionDrawer, type InteractionOwner } from './InteractionDrawer'

/** In the head of a record: the way to note what was just exchanged. */
export function NoteInteraction({ owner }: { owner: InteractionOwner }) {
  const { t } = useTranslation()
  const [noting, setNoting] = useState(false)
  return (
    <>
      <Button leftSection={<IconNote size={16} />} onClick={() => setNoting(true)}>
        {t('interactions.note')}
      </Button>
      {noting ? <InteractionDrawer owner={owner} id={null} onClose={() => setNoting(false)} /> : null}
    </>
  )
}
