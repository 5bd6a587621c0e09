import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api'
import { useFormat } from '../../i18n/format'
import { PersonName } from '../../ui/PersonName'
import { PrintCertificates } from './PrintCertificates'

/** The certificates of a cohort, each to be printed again as it was issued. */
export function IssuedList({ cohortId }: { cohortId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const certificates = useQuery('certificates.ofCohort', { cohortId }, { keepPrevious: true }).data ?? []
  return (
    <ul className="certificate-rows">
      {certificates.map((certificate) => (
        <li key={certificate.id}>
          <a className="med grow cut" href={`#/people/${certificate.personId}`}>
            <PersonName lastName={certificate.lastName} firstName={certificate.firstName} />
          </a>
          <span className="tab t3">{certificate.number}</span>
          <span className="tab t2">{format.day(certificate.issuedOn)}</span>
          <PrintCertificates
            cohortId={cohortId}
            enrolmentIds={[certificate.enrolmentId]}
            label={t('certificates.printAgain')}
          />
        </li>
      ))}
    </ul>
  )
}
