import { IconFileImport, IconPlayerPlay, IconSquarePlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Frame } from '../Frame'
import { WayButton } from '../Way'

/** How to begin: with a file, with nothing, or by looking around first. */
export type FirstWay = 'import' | 'empty' | 'demo'

interface FirstDataProps {
  readonly stairs: ReactNode
  readonly onBack: () => void
  readonly onDone: (way: FirstWay) => void
}

export function FirstData({ stairs, onBack, onDone }: FirstDataProps) {
  const { t } = useTranslation()
  return (
    <Frame
      title={t('space.dataTitle')}
      lead={t('space.dataLead')}
      steps={stairs}
      onBack={onBack}
      aside={<NextSteps />}
      asideLabel={t('space.toKnow')}
    >
      <div className="frame-fields">
        <div className="ways">
          <WayButton
            icon={IconFileImport}
            title={t('space.fromFile')}
            detail={t('space.fromFileBody')}
            onTake={() => onDone('import')}
          />
          <WayButton
            icon={IconSquarePlus}
            title={t('space.fromNothing')}
            detail={t('space.fromNothingBody')}
            onTake={() => onDone('empty')}
          />
          <WayButton
            icon={IconPlayerPlay}
            title={t('space.fromDemo')}
            detail={t('space.fromDemoBody')}
            onTake={() => onDone('demo')}
          />
        </div>
      </div>
    </Frame>
  )
}

function NextSteps() {
  const { t } = useTranslation()
  return (
    <ul className="facts">
      <li>
        <div>
          <b>{t('space.preview')}</b>
          <p>{t('space.previewBody')}</p>
        </div>
      </li>
      <li>
        <div>
          <b>{t('space.undoable')}</b>
          <p>{t('space.undoableBody')}</p>
        </div>
      </li>
      <li>
        <div>
          <b>{t('space.locksItself')}</b>
          <p>{t('space.locksItselfBody')}</p>
        </div>
      </li>
    </ul>
  )
}
