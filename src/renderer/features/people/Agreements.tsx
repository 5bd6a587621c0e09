import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Consent, Person } from '../../../shared/features/people'
import { localDay } from '../../../shared/rules/days'
import { ask } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { useTold } from '../../told'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { StateDot } from '../../ui/StateDot'
import { ToConfirm } from '../../ui/ToConfirm'
import { spokenName } from './names'

/** What someone agreed to, how and when; an agreement can be withdrawn at any time. */
export function Agreements({ person }: { person: Person }) {
  const { t } = useTranslation()
  const [leaving, setLeaving] = useState<Consent | null>(null)
  return (
    <section>
      <h2 className="h3">{t('people.agreements')}</h2>
      {person.consents.length === 0 ? <p className="t3">{t('people.noAgreement')}</p> : null}
      <ul className="person-agreements">
        {person.consents.map((consent) => (
          <Agreement key={consent.id} consent={consent} onWithdraw={() => setLeaving(consent)} />
        ))}
      </ul>
      {leaving ? <Withdraw consent={leaving} name={spokenName(person)} onClose={() => setLeaving(null)} /> : null}
    </section>
  )
}

function Agreement({ consent, onWithdraw }: { consent: Consent; onWithdraw: () => void }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const words = useAgreementWords()
  const { confirmOn, replaced, withdrawnOn } = consent
  const gone = withdrawnOn !== null || replaced
  return (
    <li>
      <div className="row">
        <StateDot tone={gone ? 'neutral' : 'done'} hollow={gone}>
          {words(consent)}
        </StateDot>
        {gone ? null : (
          <button
            type="button"
            className="text-act end"
            aria-label={t('people.withdrawNamed', { what: words(consent) })}
            onClick={onWithdraw}
          >
            {t('people.withdraw')}
          </button>
        )}
      </div>
      <small>
        {withdrawnOn === null
          ? t('people.agreementOn', { how: label('consentHow', consent.how), day: format.day(consent.givenOn) })
          : t('people.withdrawn', { day: format.day(withdrawnOn) })}
        {withdrawnOn === null && replaced ? ` · ${t('people.agreementReplaced')}` : null}
      </small>
      {confirmOn === null ? null : (
        <small>
          <ToConfirm on={confirmOn} />{' '}
          <a className="text-link" href={`#/referrals/${consent.referralId}?renewing=true`}>
            {t('people.renewAgreement')}
          </a>
        </small>
      )}
    </li>
  )
}

function useAgreementWords(): (consent: Consent) => string {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  return ({ purpose, scope, recipientName }) => {
    if (purpose !== 'referral') return label('consentPurpose', purpose)
    if (!scope.includes('statusBack')) return label('consentScope', 'contact')
    return recipientName === null
      ? label('consentScope', 'statusBack')
      : t('people.agreementTo', { name: recipientName })
  }
}

function Withdraw({ consent, name, onClose }: { consent: Consent; name: string; onClose: () => void }) {
  const { t } = useTranslation()
  const told = useTold()
  async function withdraw(): Promise<void> {
    try {
      await ask('people.withdrawConsent', { consentId: consent.id, on: localDay(new Date().toISOString()) })
      told.done(t('people.withdrawDone'))
    } catch (problem) {
      told.failed(problem)
    }
    onClose()
  }
  return (
    <ConfirmDialog
      opened
      title={t('people.withdrawTitle', { name })}
      confirm={t('people.withdrawConfirm')}
      keep={t('people.withdrawKeep')}
      onConfirm={withdraw}
      onClose={onClose}
    >
      <p>{t('people.withdrawBody')}</p>
    </ConfirmDialog>
  )
}
