import { Button } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { NothingFound } from '../ui/EmptyState'

/** An address that leads nowhere: the way home. */
export function PageMissing() {
  const { t } = useTranslation()
  const { history } = useRouter()
  return (
    <NothingFound
      title={t('space.pageMissing')}
      body={t('space.pageMissingBody')}
      acts={<Button onClick={() => history.push('/')}>{t('space.goHome')}</Button>}
    />
  )
}
