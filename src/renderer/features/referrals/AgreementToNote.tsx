import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Referral } from '../../../shared/features/referrals'
import { ask, useQuery } from '../../api'
import { usePreferences } from '../../theme/preferences'
import { AgreementFields, missingInAgreement, noAgreement, toAgreement } from './AgreementFields'
import { PrintAgreement } from './PrintAgreement'
import { useTold } from '../../told'

/** The agreement of a referral that has none yet: noted here, or printed to be signed. */
export function AgreementToNote({ referral, opened = false }: { referral: Referral; opened?: boolean }) {
  const { t } = useTranslation()
  const told = useTold()
  const { language } = usePreferences()
  const [adding, setAdding] = useState(opened)
  const [tried, setTried] = useState(false)
  const [values, setValues] = useState(noAgreement)
  const asked = { personId: referral.personId, landlordId: referral.landlordId, locale: language }
  const form = useQuery('referrals.agreementForm', asked).data
  const missing = missingInAgreement(values)

  async function note(): Promise<void> {
    setTried(true)
    const agreement = form ? toAgreement(values, form.wordingVersion) : null
    if (missing.length > 0 || !agreement) return
    try {
      await ask('referrals.recordAgreement', { id: referral.id, agreement })
      told.done(t('referrals.agreementNoted'))
      setAdding(false)
    } catch (problem) {
      told.failed(problem)
    }
  }

  if (!adding) {
    return (
      <div className="decision-others">
        <Button size="xs" onClick={() => setAdding(true)}>
          {t('referrals.noteAgreement')}
        </Button>
        <PrintAgreement form={form} />
      </div>
    )
  }
  return (
    <section className="referral-section agreement-note" aria-label={t('referrals.noteAgreement')}>
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
          {t('referrals.noteAgreement')}
        </Button>
        <Button size="xs" variant="subtle" onClick={() => setAdding(false)}>
          {t('common.cancel')}
        </Button>
      </div>
    </section>
  )
}
