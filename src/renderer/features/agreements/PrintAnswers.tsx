import { useTranslation } from 'react-i18next'
import { ask } from '../../api'
import { PrintMenu } from '../../paper/PrintMenu'
import { pageToSign } from '../../paper/to-sign'
import { usePreferences } from '../../theme/preferences'

/** The form on which someone ticks what they agree to: printed, or written as a PDF. */
export function PrintAnswers({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const { language } = usePreferences()
  async function page() {
    const form = await ask('agreements.form', { personId, locale: language })
    return pageToSign(form, [form.organisationName], language)
  }
  return <PrintMenu label={t('agreements.form')} subtle page={page} />
}
