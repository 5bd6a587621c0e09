import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/format'
import { Banner } from '../ui/Banner'
import './forms.css'

interface DraftTakenUpProps {
  /** When what is on screen was kept: an ISO instant. */
  readonly at: string
  readonly onBeginAgain: () => void
}

/** Above a form that one left half filled and came back to: it is said, and can be emptied. */
export function DraftTakenUp({ at, onBeginAgain }: DraftTakenUpProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <div className="form-notice">
      <Banner
        tone="info"
        act={
          <Button size="xs" onClick={onBeginAgain}>
            {t('lists.beginAgain')}
          </Button>
        }
      >
        {t('lists.draftTakenUp', { at: format.instant(at) })}
      </Banner>
    </div>
  )
}
