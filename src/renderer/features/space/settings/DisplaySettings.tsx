import { SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { callShell } from '../../../shell'
import { type Density, type Language, setPreferences, usePreferences } from '../../../theme/preferences'
import { languageNames } from '../languages'
import { Section } from './Section'

const themes = { auto: 'system', light: 'light', dark: 'dark' } as const

/** How this computer shows Palier: never part of the space. */
export function DisplaySettings() {
  const { t } = useTranslation()
  const { language, density } = usePreferences()
  const { colorScheme, setColorScheme } = useMantineColorScheme()

  function setTheme(theme: keyof typeof themes): void {
    setColorScheme(theme)
    void callShell('setTheme', { theme: themes[theme] }).catch(() => undefined) // the page follows all the same
  }

  return (
    <>
      <Section title={t('space.language')} body={t('settings.languageBody')}>
        <SegmentedControl
          aria-label={t('space.language')}
          data={languageNames}
          value={language}
          onChange={(value) => setPreferences({ language: value as Language })}
        />
      </Section>
      <Section title={t('settings.theme')}>
        <SegmentedControl
          aria-label={t('settings.theme')}
          data={[
            { value: 'auto', label: t('settings.themeAuto') },
            { value: 'light', label: t('settings.themeLight') },
            { value: 'dark', label: t('settings.themeDark') },
          ]}
          value={colorScheme}
          onChange={(value) => setTheme(value as keyof typeof themes)}
        />
      </Section>
      <Section title={t('settings.density')} body={t('settings.densityBody')}>
        <SegmentedControl
          aria-label={t('settings.density')}
          data={[
            { value: 'compact', label: t('settings.compact') },
            { value: 'normal', label: t('settings.normal') },
            { value: 'comfortable', label: t('settings.comfortable') },
          ]}
          value={density}
          onChange={(value) => setPreferences({ density: value as Density })}
        />
      </Section>
    </>
  )
}
