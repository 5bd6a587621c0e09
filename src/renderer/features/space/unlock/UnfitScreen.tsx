import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { KnownSpace } from '../../../../shared/features/space'
import { queryClient } from '../../../api'
import { Frame } from '../Frame'

interface UnfitScreenProps {
  readonly space: KnownSpace
  readonly condition: 'fromFuture' | 'missing'
  readonly onOthers: () => void
}

/** A space that cannot be opened as things stand: why, and what to do. */
export function UnfitScreen({ space, condition, onOthers }: UnfitScreenProps) {
  const { t } = useTranslation()
  const look = () => void queryClient.invalidateQueries({ queryKey: ['space'] })
  return (
    <Frame
      title={t(`space.unfit.${condition}.title`)}
      lead={t(`space.unfit.${condition}.body`)}
      act={
        <>
          <Button onClick={onOthers}>{t('space.openAnother')}</Button>
          <Button variant="filled" onClick={look}>
            {t('common.retry')}
          </Button>
        </>
      }
    >
      <p className="path">{space.folder}</p>
    </Frame>
  )
}
