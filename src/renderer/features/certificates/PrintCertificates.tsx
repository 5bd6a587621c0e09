import { useTranslation } from 'react-i18next'
import type { PrintedCertificate } from '../../../shared/features/certificates'
import { displayName } from '../../../shared/rules/fold'
import { ask } from '../../api'
import { useAmounts } from '../../i18n/amounts'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { letterhead } from '../../paper/letterhead'
import { PrintMenu } from '../../paper/PrintMenu'
import { usePreferences } from '../../theme/preferences'
import { type CertificateWords, certificatePages } from './certificate-page'

interface PrintCertificatesProps {
  readonly cohortId: string
  /** Some of them; all of the cohort's when none is named. */
  readonly enrolmentIds?: string[]
  readonly label: string
}

/** Certificates to print, one a page. */
export function PrintCertificates({ cohortId, enrolmentIds, label }: PrintCertificatesProps) {
  const { t } = useTranslation()
  const { language } = usePreferences()
  const words = useCertificateWords()
  return (
    <PrintMenu
      size="xs"
      label={label}
      page={async () => {
        const certificates = await ask('certificates.ofCohort', { cohortId, enrolmentIds: enrolmentIds ?? null })
        const [first] = certificates
        if (!first) return null
        const of = certificates.length === 1 ? displayName(first.lastName, first.firstName) : first.cohortName
        const title = `${t('certificates.paper.title')} - ${of}`
        const shown = await ask('logos.ofCohort', { cohortId })
        const organisations = letterhead(shown, { partners: t('paper.partners'), with: t('paper.with') })
        return certificatePages(certificates, words, { title, language, organisations })
      }}
    />
  )
}

function useCertificateWords(): (certificate: PrintedCertificate) => CertificateWords {
  const { t } = useTranslation()
  const format = useFormat()
  const amounts = useAmounts()
  const label = useChoiceLabel()
  return ({
    associationName,
    civility,
    lastName,
    firstName,
    startsOn,
    endsOn,
    minutes,
    issuedOn,
    number,
    place,
    city,
  }) => {
    const name = displayName(lastName, firstName)
    const called = civility === 'madame' || civility === 'monsieur'
    const day = format.day(issuedOn)
    return {
      title: t('certificates.paper.title'),
      attests: t('certificates.paper.attests', { association: associationName }),
      person: called ? `${label('civility', civility)} ${name}` : name,
      followed: t('certificates.paper.followed'),
      dates:
        startsOn !== null && endsOn !== null
          ? t('certificates.paper.dates', { from: format.day(startsOn), to: format.day(endsOn) })
          : null,
      hours: t('certificates.paper.hours', { hours: amounts.minutes(minutes) }),
      place: place === null ? null : t('certificates.paper.place', { place }),
      madeOn: city === null ? t('certificates.paper.madeOn', { day }) : t('certificates.paper.madeAt', { city, day }),
      number: t('certificates.paper.number', { number }),
      signature: t('certificates.paper.signature', { association: associationName }),
    }
  }
}
