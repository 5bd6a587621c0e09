import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { callShell } from '../shell'
import { Banner } from '../ui/Banner'
import './gate.css'

/** The data process died and is being started again: what is on screen stays. */
export function Interrupted() {
  const { t } = useTranslation()
  return (
    <div className="interrupted">
      <Banner tone="warn">{t('space.interrupted')}</Banner>
    </div>
  )
}

/** It keeps dying: what is saved is intact, and the user decides to try once more. */
export function DataStopped() {
  const { t } = useTranslation()
  const [trying, setTrying] = useState(false)
  const restart = () => {
    setTrying(true)
    void callShell('restartData', {}).finally(() => setTrying(false))
  }
  return (
    <div className="interrupted" data-final>
      <Banner
        tone="danger"
        act={
          <Button variant="transparent" size="xs" loading={trying} onClick={restart}>
            {t('space.restartData')}
          </Button>
        }
      >
        {t('space.dataGivenUp')}
      </Banner>
    </div>
  )
}
