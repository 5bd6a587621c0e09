import { useTranslation } from 'react-i18next'
import type { AgreementForm } from '../../../shared/features/referrals'
import { PrintMenu } from '../../paper/PrintMenu'
import { pageToSign } from '../../paper/to-sign'
import { usePreferences } from '../../theme/preferences'

/** The form to sign: printed, or written as a PDF. */
export function PrintAgreement({ form }: { form: AgreementForm | undefined }) {
  const { t } = useTranslation()
  const { language } = usePreferences()
  return (
    <PrintMenu
      label={t('referrals.formToSign')}
      size="xs"
      subtle
      disabled={!form}
      page={async () => (form ? pageToSign(form, [form.landlordName, form.associationName], language) : null)}
    />
  )
}
