import type { Consent } from '../../../shared/features/people'
import { useChoiceLabel } from '../../i18n/choices'

/** What an agreement is about: its purpose, and of a referral how far it goes. */
export function useAgreementWords(): (consent: Pick<Consent, 'purpose' | 'scope'>) => string {
  const label = useChoiceLabel()
  return ({ purpose, scope }) => {
    if (purpose !== 'referral') return label('consentPurpose', purpose)
    return label('consentScope', scope.includes('statusBack') ? 'statusBack' : 'contact')
  }
}
