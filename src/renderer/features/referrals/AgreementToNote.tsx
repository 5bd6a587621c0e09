import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import { dayDelays } from '../../../shared/rules/day'
import { addDays } from '../../../shared/rules/days'
import { ask, useQuery } from '../../api'
import { today } from '../../today'
import { usePreferences } from '../../theme/preferences'
import { AgreementFields, missingInAgreement, noAgreement, toAgreement } from './AgreementFields'
import { PrintAgreement } from './PrintAgreement'
import { useTold } from '../../told'

interface AgreementToNoteProps {
  readonly referral: Referral
  /** One came to note it: the form is open. */
  readonly opened?: boolean
}

/**
 * The agreement of a referral that has none, or one that was withdrawn or is to be confirmed again: noted here, or
 * printed to be signed. Asked again, nothing is ticked beforehand.
 */
export function AgreementToNote({ referral, opened = false }: AgreementToNoteProps) {
  const { t } = useTranslation()
  const told = useTold()
  const { language } = usePreferences()
  const [adding, setAdding] = useState(opened)
  const [tried, setTried] = useState(false)
  const [values, setValues] = useState(noAgreement)
  const asked = { personId: referral.personId, landlordId: referral.landlordId, locale: language }
  const form = useQuery('referrals.agreementForm', asked).data
  const missing = missingInAgreement(values)
  const { agreement: known, confirmAgreementOn, deletedAt } = referral
  const again = known !== null && known.withdrawnOn === null
  /** Nothing presses: only if the person thinks otherwise. */
  const later = again && confirmAgreementOn !== null && confirmAgreementOn > addDays(today(), dayDelays.consentRenewal)
  const act = again ? t('referrals.renewAgreement') : t('referrals.noteAgreement')

  async function note(): Promise<void> {
    setTried(true)
    const agreement = form ? toAgreement(values, form.wordingVersion) : null
    if (missing.length > 0 || !agreement) return
    try {
      await ask('referrals.recordAgreement', { id: referral.id, agreement })
      told.done(again ? t('referrals.agreementRenewed') : t('referrals.agreementNoted'))
      setAdding(false)
      setTried(false)
      setValues(noAgreement)
    } catch (problem) {
      told.failed(problem)
    }
  }

  if (deletedAt !== null || (again && confirmAgreementOn === null)) return null
  if (!adding) {
    return (
      <div className="decision-others">
        <Button size="xs" variant={later ? 'subtle' : 'default'} onClick={() => setAdding(true)}>
          {act}
        </Button>
        {later ? null : <PrintAgreement form={form} />}
      </div>
    )
  }
  return (
    <section className="referral-section agreement-note" aria-label={act}>
      <AgreementFields
        values={values}
        onChange={setValues}
        landlord={form?.landlordName || t('referrals.theLandlord')}
        association={form?.associationName || t('referrals.theAssociation')}
        wordingVersion={form?.wordingVersion ?? null}
        missing={tried ? missing : []}
      />
      <div className="decision-others">
        <Button size="xs" variant="filled" onClick={() => void note()}>
          {act}
        </Button>
        <Button size="xs" variant="subtle" onClick={() => setAdding(false)}>
          {t('common.cancel')}
        </Button>
      </div>
    </section>
  )
}
