import { useTranslation } from 'react-i18next'
import type { Consent } from '../../../shared/features/people'
import { useChoiceLabel } from '../../i18n/choices'

/** What an agreement is about: its purpose, and of a referral how far it goes. */
export function useAgreementWords(): (consent: Pick<Consent, 'purpose' | 'scope' | 'recipientName'>) => string {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  return ({ purpose, scope, recipientName }) => {
    if (purpose !== 'referral') return label('consentPurpose', purpose)
    if (!scope.includes('statusBack')) return label('consentScope', 'contact')
    return recipientName === null
      ? label('consentScope', 'statusBack')
      : t('agreements.toLandlord', { name: recipientName })
  }
}
