import { Button } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import '../ui/states.css'

/** An address that leads nowhere: the way home. */
export function PageMissing() {
  const { t } = useTranslation()
  const { history } = useRouter()
  return (
    <div className="state">
      <h1 className="h2">{t('space.pageMissing')}</h1>
      <p className="state-body">{t('space.pageMissingBody')}</p>
      <Button onClick={() => history.push('/')}>{t('space.goHome')}</Button>
    </div>
  )
}
