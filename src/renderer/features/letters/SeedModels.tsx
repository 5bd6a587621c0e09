import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../api'
import { usePreferences } from '../../theme/preferences'
import { useTold } from '../../told'

/** A few models to begin with, where there is none. */
export function SeedModels() {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const told = useTold()
  const seed = useCommand('letters.seedModels', {
    onSuccess: ({ added }) => told.done(t('letters.seeded', { count: added })),
    onError: told.failed,
  })
  return (
    <Button loading={seed.isPending} onClick={() => seed.mutate({ locale: language })}>
      {t('letters.seed')}
    </Button>
  )
}
