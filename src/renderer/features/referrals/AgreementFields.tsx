import { Checkbox, Select, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { NewReferral } from '../../../shared/features/referrals'
import { type ConsentHow, type ConsentScope, consentHows } from '../../../shared/rules/consent'
import { useChoiceLabel } from '../../i18n/choices'
import { DateField } from '../../ui/DateField'
import { FieldLabel } from '../../ui/FieldLabel'
import { today } from '../../today'

/** The person's agreement as it is noted. */
export interface AgreementValues {
  readonly contact: boolean
  readonly statusBack: boolean
  readonly how: ConsentHow | null
  readonly givenOn: string | null
  readonly proof: string
}

export function noAgreement(): AgreementValues {
  return { contact: false, statusBack: false, how: null, givenOn: today(), proof: '' }
}

/** What keeps an agreement from being noted. */
export function missingInAgreement(values: AgreementValues): readonly ('contact' | 'how' | 'givenOn')[] {
  return [
    ...(values.contact ? [] : ['contact' as const]),
    ...(values.how === null ? ['how' as const] : []),
    ...(values.givenOn === null || values.givenOn > today() ? ['givenOn' as const] : []),
  ]
}

export function toAgreement(
  values: AgreementValues,
  wordingVersion: string,
): NonNullable<NewReferral['agreement']> | null {
  if (values.how === null || values.givenOn === null || !values.contact) return null
  const scope: ConsentScope[] = values.statusBack ? ['contact', 'statusBack'] : ['contact']
  return { how: values.how, givenOn: values.givenOn, scope, wordingVersion, proof: values.proof.trim() || null }
}

interface AgreementFieldsProps {
  readonly values: AgreementValues
  readonly onChange: (values: AgreementValues) => void
  readonly landlord: string
  readonly association: string
  readonly wordingVersion: string | null
  readonly missing: readonly ('contact' | 'how' | 'givenOn')[]
  /** After the version of the wording: the form to sign. */
  readonly foot?: ReactNode
}

/** What the person accepts, how and when it was said: each tick apart, only the first one needed. */
export function AgreementFields(props: AgreementFieldsProps) {
  const { values, onChange, landlord, association, wordingVersion, missing, foot } = props
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const change = (part: Partial<AgreementValues>) => onChange({ ...values, ...part })
  return (
    <>
      <Checkbox
        className="span-4"
        name="agreement"
        label={t('referrals.accepts', { landlord, association })}
        checked={values.contact}
        error={missing.includes('contact') ? t('referrals.missing.agreement') : null}
        onChange={(event) => change({ contact: event.currentTarget.checked })}
      />
      <Checkbox
        className="span-4"
        label={t('referrals.acceptsStatus', { landlord, association })}
        description={t('referrals.acceptsStatusHint')}
        checked={values.statusBack}
        onChange={(event) => change({ statusBack: event.currentTarget.checked })}
      />
      <Select
        label={t('referrals.agreementHow')}
        placeholder={t('referrals.choose')}
        data={consentHows.map((how) => ({ value: how, label: label('consentHow', how) }))}
        value={values.how}
        error={missing.includes('how') ? t('referrals.missing.how') : null}
        onChange={(how) => change({ how: consentHows.find((candidate) => candidate === how) ?? null })}
      />
      <DateField
        label={t('referrals.agreementOn')}
        value={values.givenOn}
        error={missing.includes('givenOn') ? t('referrals.missing.givenOn') : null}
        onChange={(givenOn) => change({ givenOn })}
      />
      <TextInput
        className="span-2"
        label={<FieldLabel optional>{t('referrals.agreementProof')}</FieldLabel>}
        maxLength={200}
        placeholder={t('referrals.agreementProofExample')}
        value={values.proof}
        onChange={(event) => change({ proof: event.currentTarget.value })}
      />
      <div className="span-4 row wrap agreement-foot">
        {wordingVersion ? (
          <span className="hint">{t('referrals.wordingVersion', { version: wordingVersion })}</span>
        ) : null}
        {foot}
      </div>
    </>
  )
}
