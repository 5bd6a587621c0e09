import { Button, SegmentedControl } from '@mantine/core'
import { IconFolderOpen, IconShieldLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type Language, setPreferences, usePreferences } from '../../theme/preferences'
import { FlightBackdrop } from '../../ui/FlightBackdrop'
import { Mark } from '../../ui/Mark'
import { languageNames } from './languages'
import './space.css'
import './welcome.css'

interface WelcomeProps {
  readonly onCreate: () => void
  readonly onOpenElsewhere: () => void
  readonly onDemo: () => void
  readonly busy: boolean
}

/** The first thing anyone sees: a language, and three ways in. */
export function Welcome({ onCreate, onOpenElsewhere, onDemo, busy }: WelcomeProps) {
  const { t } = useTranslation()
  const { language } = usePreferences()
  return (
    <FlightBackdrop
      below={
        <button type="button" className="text-link" onClick={onOpenElsewhere}>
          <IconFolderOpen size={16} />
          {t('space.openElsewhere')}
        </button>
      }
      footer={
        <>
          <span className="row">
            <IconShieldLock size={15} />
            {t('space.encryptedHere')}
          </span>
          <button type="button" className="text-link" onClick={onDemo} disabled={busy}>
            {busy ? t('space.demoPreparing') : t('space.tryDemo')}
          </button>
        </>
      }
    >
      <div className="welcome">
        <Mark size={48} />
        <h1 className="display">{t('space.welcome')}</h1>
        <p>{t('space.welcomeBody')}</p>
        <SegmentedControl
          aria-label={t('space.language')}
          data={languageNames}
          value={language}
          onChange={(chosen) => setPreferences({ language: chosen as Language })}
        />
        <Button variant="filled" size="lg" fullWidth onClick={onCreate}>
          {t('space.createMine')}
        </Button>
      </div>
    </FlightBackdrop>
  )
}
