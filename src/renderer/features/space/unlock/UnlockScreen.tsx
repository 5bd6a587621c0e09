import { Button } from '@mantine/core'
import { IconKey, IconShieldLock, IconStack2 } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KnownSpace } from '../../../../shared/features/space'
import { useFormat } from '../../../i18n/format'
import { FlightBackdrop } from '../../../ui/FlightBackdrop'
import { Mark } from '../../../ui/Mark'
import { lastDeparture } from '../departure'
import { conditionOf } from './condition'
import { OtherSpaces } from './OtherSpaces'
import { RecoveryScreen } from './RecoveryScreen'
import { RestoreScreen } from './RestoreScreen'
import { UnfitScreen } from './UnfitScreen'
import { UnlockForm } from './UnlockForm'
import '../space.css'
import './unlock.css'

interface UnlockScreenProps {
  readonly space: KnownSpace
  readonly waitSeconds: number
  readonly onDemo: () => void
  readonly demoBusy: boolean
  readonly onCreate: () => void
  readonly onOpenElsewhere: () => void
}

type View = 'passphrase' | 'recovery' | 'others' | 'restore'

/** A space that is locked: its passphrase, and the ways around it. */
export function UnlockScreen(props: UnlockScreenProps) {
  const { space } = props
  const condition = conditionOf(space)
  const [view, setView] = useState<View>(condition === 'damaged' ? 'restore' : 'passphrase')
  const others = () => setView('others')
  const back = () => setView('passphrase')

  if (view === 'others') {
    return (
      <OtherSpaces
        current={space}
        onBack={back}
        onDemo={props.onDemo}
        onCreate={props.onCreate}
        onOpenElsewhere={props.onOpenElsewhere}
      />
    )
  }
  if (condition === 'fromFuture' || condition === 'missing')
    return <UnfitScreen space={space} condition={condition} onOthers={others} />
  if (view === 'recovery') return <RecoveryScreen space={space} waitSeconds={props.waitSeconds} onBack={back} />
  if (view === 'restore') {
    return (
      <RestoreScreen
        space={space}
        waitSeconds={props.waitSeconds}
        onBack={condition === 'damaged' ? others : back}
        onOpenElsewhere={props.onOpenElsewhere}
      />
    )
  }
  return (
    <Landing {...props} onRecovery={() => setView('recovery')} onOthers={others} onDamaged={() => setView('restore')} />
  )
}

interface LandingProps extends UnlockScreenProps {
  readonly onRecovery: () => void
  readonly onOthers: () => void
  readonly onDamaged: () => void
}

function Landing({ space, waitSeconds, onDemo, demoBusy, onRecovery, onOthers, onDamaged }: LandingProps) {
  const { t } = useTranslation()
  return (
    <FlightBackdrop
      below={
        <>
          {space.demo ? null : (
            <button type="button" className="text-link" onClick={onRecovery}>
              <IconKey size={16} />
              {t('space.useRecoveryKey')}
            </button>
          )}
          <button type="button" className="text-link" onClick={onOthers}>
            <IconStack2 size={16} />
            {t('space.openAnother')}
          </button>
        </>
      }
      footer={
        <>
          <span className="row">
            <IconShieldLock size={15} />
            {space.demo ? t('space.demoInvented') : t('space.keyGone')}
          </span>
          {space.demo ? null : (
            <button type="button" className="text-link" onClick={onDemo} disabled={demoBusy}>
              {demoBusy ? t('space.demoPreparing') : t('space.tryDemo')}
            </button>
          )}
        </>
      }
    >
      <div className="unlock-head">
        <Mark size={48} />
        <h1 className="display">{space.name}</h1>
        <DepartureWords />
      </div>
      {space.demo ? (
        <Button variant="filled" size="lg" fullWidth loading={demoBusy} onClick={onDemo}>
          {t('space.openDemo')}
        </Button>
      ) : (
        <UnlockForm space={space} waitSeconds={waitSeconds} onDamaged={onDamaged} />
      )}
    </FlightBackdrop>
  )
}

function DepartureWords() {
  const { t } = useTranslation()
  const format = useFormat()
  const [departure] = useState(lastDeparture)
  if (departure === null) return <p>{t('space.locked')}</p>
  const at = format.time(departure.at)
  switch (departure.reason) {
    case 'idle':
      return <p>{t('space.lockedIdle', { at, count: departure.minutes })}</p>
    case 'sleep':
      return <p>{t('space.lockedSleep', { at })}</p>
    case 'screen':
    case 'user':
      return <p>{t('space.lockedScreen', { at })}</p>
    case 'menu':
    case 'here':
      return <p>{t('space.lockedAt', { at })}</p>
  }
}
