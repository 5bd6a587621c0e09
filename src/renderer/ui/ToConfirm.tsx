import { useTranslation } from 'react-i18next'
import { dayDelays } from '../../shared/rules/day'
import { daysBetween } from '../../shared/rules/days'
import { useFormat } from '../i18n/format'
import { today } from '../today'
import { StateDot } from './StateDot'

/** When an agreement is to be asked for again; in the colour of what presses once it is soon. */
export function ToConfirm({ on }: { on: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const left = daysBetween(today(), on)
  const words = left < 0 ? t('ui.confirmSince', { day: format.day(on) }) : t('ui.confirmBy', { day: format.day(on) })
  if (left > dayDelays.consentRenewal) return <>{words}</>
  return (
    <StateDot tone={left < 0 ? 'danger' : 'warn'} coloured>
      {words}
    </StateDot>
  )
}
