import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import { referralPath } from '../../../shared/rules/referral-path'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { Stairs } from '../../ui/Steps'

/** How far the latest referral has come, as steps: those climbed with their day, those ahead. */
export function PersonPath({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const steps = referralPath(referral)
  return (
    <div className="person-path">
      <Stairs
        label={t('people.path', { number: referral.number })}
        current={steps.findLastIndex(({ on }) => on !== null)}
        steps={steps.map(({ state, on }) => ({
          title: label('referralState', state),
          ...(on === null ? {} : { detail: format.day(on) }),
        }))}
      />
    </div>
  )
}
