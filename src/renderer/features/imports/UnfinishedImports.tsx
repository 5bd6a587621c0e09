import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ask, useQuery } from '../../api'
import { asAppError } from '../../connection'
import { useTold } from '../../told'
import { Banner } from '../../ui/Banner'
import { showToast } from '../../ui/toasts'
import { forgetUnfinished, readUnfinished, type Unfinished, unfinishedKey } from './unfinished'

/** The imports that were begun and left: nothing of them is written yet. */
export function UnfinishedImports({ onResume }: { readonly onResume: (id: string) => void }) {
  const { t } = useTranslation()
  const { failed } = useTold()
  const kept = useQuery('drafts.get', { key: unfinishedKey })
  const unfinished = readUnfinished(kept.data?.data)

  async function drop({ id }: Unfinished): Promise<void> {
    try {
      await ask('imports.cancel', { id })
      await forgetUnfinished(id)
      showToast({ tone: 'info', text: t('imports.dropped') })
    } catch (problem) {
      failed(asAppError(problem))
    }
  }

  return unfinished.map((one) => (
    <Banner
      key={one.id}
      tone="info"
      act={
        <span className="row">
          <Button size="xs" variant="subtle" onClick={() => void drop(one)}>
            {t('imports.drop')}
          </Button>
          <Button size="xs" onClick={() => onResume(one.id)}>
            {t('imports.resume')}
          </Button>
        </span>
      }
    >
      {t('imports.unfinished', { name: one.fileName })}
    </Banner>
  ))
}
