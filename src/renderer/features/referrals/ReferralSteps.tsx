import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import { referralPath } from '../../../shared/rules/referral-path'
import { useFormat } from '../../i18n/format'
import { Stairs } from '../../ui/Steps'

/** How far a referral has come, as steps: those climbed with their day, those ahead. */
export function ReferralSteps({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const format = useFormat()
  const steps = referralPath(referral)
  return (
    <div className="referral-steps">
      <Stairs
        label={t('referrals.path')}
        current={steps.findLastIndex(({ on }) => on !== null)}
        steps={steps.map(({ state, on }) => ({
          title: t(`referrals.moved.${state}`),
          ...(on === null ? {} : { detail: format.shortDay(on) }),
        }))}
      />
    </div>
  )
}
