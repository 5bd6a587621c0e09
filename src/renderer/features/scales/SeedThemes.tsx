import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ask } from '../../api'
import { usePreferences } from '../../theme/preferences'
import { useTold } from '../../told'

/** A space that rates nothing yet begins with the usual themes, to be reworded at will. */
export function SeedThemes() {
  const { t } = useTranslation()
  const told = useTold()
  const { language } = usePreferences()
  async function seed(): Promise<void> {
    try {
      await ask('scales.seedThemes', { locale: language })
      told.done(t('scales.seeded'))
    } catch (problem) {
      told.failed(problem)
    }
  }
  return (
    <div className="scales-seed">
      <p className="t3">{t('scales.noTheme')}</p>
      <Button size="xs" onClick={() => void seed()}>
        {t('scales.seed')}
      </Button>
    </div>
  )
}
