import { IconShieldOff } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import { consentScopes } from '../../../shared/rules/consent'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { Agreement } from '../../ui/Agreement'
import { Banner } from '../../ui/Banner'

/** The agreement in plain sight: what the person accepts, what is never said, or that it is missing. */
export function ReferralAgreement({ referral }: { referral: Referral }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const { agreement } = referral
  if (!agreement) {
    return (
      <Banner tone="warn" icon={IconShieldOff}>
        {t('referrals.agreementMissing')}
      </Banner>
    )
  }
  if (agreement.withdrawnOn !== null) {
    return (
      <Banner tone="danger" icon={IconShieldOff}>
        {t('referrals.agreementWithdrawn', { day: format.day(agreement.withdrawnOn) })}
      </Banner>
    )
  }
  const refused = consentScopes.filter((scope) => !agreement.scope.includes(scope))
  return (
    <Agreement
      title={t('referrals.agreementOf', { day: format.day(agreement.givenOn) })}
      how={label('consentHow', agreement.how)}
      agreed={agreement.scope.map((scope) => label('consentScope', scope))}
      confirmOn={referral.confirmAgreementOn}
      never={[...refused.map((scope) => t(`referrals.notAgreed.${scope}`)), t('referrals.neverContent')]}
    />
  )
}
