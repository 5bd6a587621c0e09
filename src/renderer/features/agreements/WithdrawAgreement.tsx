import { useTranslation } from 'react-i18next'
import type { Consent, Person } from '../../../shared/features/people'
import { ask } from '../../api'
import { today } from '../../today'
import { useTold } from '../../told'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { useAgreementWords } from './use-agreement-words'

interface WithdrawAgreementProps {
  readonly consent: Consent
  readonly person: Person
  readonly onClose: () => void
}

/** What follows is said whole: of a referral the application holds back what leaves, of the rest someone must. */
export function WithdrawAgreement({ consent, person, onClose }: WithdrawAgreementProps) {
  const { t } = useTranslation()
  const told = useTold()
  const words = useAgreementWords()
  async function withdraw(): Promise<void> {
    try {
      await ask('people.withdrawConsent', { consentId: consent.id, on: today() })
      told.done(t('agreements.withdrawDone'))
    } catch (problem) {
      told.failed(problem)
    }
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      title={t('agreements.withdrawTitle', { name: `${person.firstName} ${person.lastName}`.trim() })}
      confirm={t('agreements.withdrawConfirm')}
      keep={t('agreements.withdrawKeep')}
      onConfirm={withdraw}
      onClose={onClose}
    >
      <p>
        {consent.purpose === 'referral'
          ? t('agreements.withdrawReferral')
          : t('agreements.withdrawOther', { what: words(consent) })}
      </p>
    </ConfirmDialog>
  )
}
