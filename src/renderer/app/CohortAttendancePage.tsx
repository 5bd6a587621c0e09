import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../api'
import { CohortAttendance } from '../features/attendances/CohortAttendance'
import { CohortCertificates } from '../features/certificates/CohortCertificates'
import { PageHeader } from '../ui/PageHeader'

/** The attendance of a cohort on a page of its own, where its workshops lead back to. */
export function CohortAttendancePage() {
  const { t } = useTranslation()
  const { id = '' } = useParams({ strict: false })
  const name = useQuery('attendances.ofCohort', { cohortId: id }).data?.cohortName
  return (
    <>
      <PageHeader title={t('attendances.title')} {...(name === undefined ? {} : { detail: name })} />
      <div className="cohort-page">
        <CohortAttendance cohortId={id} certificates={<CohortCertificates cohortId={id} />} />
      </div>
    </>
  )
}
