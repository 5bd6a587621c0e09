import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type AskedPurpose, askedPurposes } from '../../../shared/features/agreements'
import type { Consent } from '../../../shared/features/people'
import { consentState } from '../../../shared/rules/consent'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { StateDot } from '../../ui/StateDot'
import { ToConfirm } from '../../ui/ToConfirm'
import { useAgreementWords } from './use-agreement-words'

export interface AgreementActs {
  readonly onWithdraw: (consent: Consent) => void
  readonly onAnswer: (purposes: readonly AskedPurpose[]) => void
}

interface AgreementLineProps {
  readonly consent: Consent
  /** Null for someone in the trash. */
  readonly acts: AgreementActs | null
  /** What else is known of it. */
  readonly children?: ReactNode
}

/** What was answered, how and when; what is in force can be withdrawn, and is to be confirmed again one day. */
export function AgreementLine({ consent, acts, children }: AgreementLineProps) {
  const { t } = useTranslation()
  const words = useAgreementWords()
  const when = useWhenWords()
  const state = consentState(consent)
  const gone = state !== 'inForce'
  return (
    <li>
      <div className="row">
        <StateDot tone={state === 'inForce' ? 'done' : 'neutral'} hollow={gone}>
          {words(consent)}
        </StateDot>
        {acts && state === 'inForce' ? (
          <button
            type="button"
            className="text-act end"
            aria-label={t('agreements.withdrawNamed', { what: words(consent) })}
            onClick={() => acts.onWithdraw(consent)}
          >
            {t('agreements.withdraw')}
          </button>
        ) : null}
      </div>
      <small>{when(consent)}</small>
      {consent.confirmOn === null ? null : (
        <small>
          <ToConfirm on={consent.confirmOn} /> <Renew consent={consent} acts={acts} />
        </small>
      )}
      {children}
    </li>
  )
}

/** Of a referral, it is renewed on its page: what goes back to the landlord is said there. */
function Renew({ consent, acts }: Pick<AgreementLineProps, 'consent' | 'acts'>) {
  const { t } = useTranslation()
  const words = useAgreementWords()
  const purpose = askedPurposes.find((asked) => asked === consent.purpose)
  const label = t('agreements.renewNamed', { what: words(consent) })
  if (acts === null) return null
  if (consent.referralId !== null) {
    return (
      <a className="text-link" aria-label={label} href={`#/referrals/${consent.referralId}?renewing=true`}>
        {t('agreements.renew')}
      </a>
    )
  }
  if (purpose === undefined) return null
  return (
    <button type="button" className="text-act text-link" aria-label={label} onClick={() => acts.onAnswer([purpose])}>
      {t('agreements.renew')}
    </button>
  )
}

/** « Formulaire signé, le 20/11/2026 », « Refusé, de vive voix, le 20/11/2026 ». */
function useWhenWords(): (consent: Consent) => string {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  return ({ refused, replaced, withdrawnOn, how, givenOn }) => {
    const said = { how: label('consentHow', how), day: format.day(givenOn) }
    if (withdrawnOn !== null) return t('agreements.withdrawn', { ...said, end: format.day(withdrawnOn) })
    const answered = refused
      ? t('agreements.refused', { ...said, how: said.how.toLocaleLowerCase() })
      : t('agreements.given', said)
    return replaced ? `${answered} · ${t('agreements.replaced')}` : answered
  }
}
