import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTold } from '../told'
import { Banner } from '../ui/Banner'

interface InTrashProps {
  readonly words: string
  readonly name: string
  readonly restore: () => Promise<unknown>
}

/** Over a record that lies in the trash: the way to take it out. */
export function InTrash({ words, name, restore }: InTrashProps) {
  const { t } = useTranslation()
  const told = useTold()
  async function takeOut(): Promise<void> {
    try {
      await restore()
      told.done(t('history.restored', { name }))
    } catch (problem) {
      told.failed(problem)
    }
  }
  return (
    <Banner
      tone="warn"
      icon={IconTrash}
      act={
        <Button size="xs" onClick={() => void takeOut()}>
          {t('history.restore')}
        </Button>
      }
    >
      {words}
    </Banner>
  )
}
