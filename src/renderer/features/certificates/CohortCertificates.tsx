import { Button } from '@mantine/core'
import { IconCertificate } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api'
import { useTold } from '../../told'
import { IssueDialog } from './IssueDialog'
import { IssuedList } from './IssuedList'
import { PrintCertificates } from './PrintCertificates'
import './certificates.css'

/** Who completed a cohort, their certificates in one act, and printed in one go. */
export function CohortCertificates({ cohortId }: { cohortId: string }) {
  const { t } = useTranslation()
  const told = useTold()
  const [issuing, setIssuing] = useState(false)
  const [listed, setListed] = useState(false)
  const people = useQuery('attendances.ofCohort', { cohortId }, { keepPrevious: true }).data?.people ?? []
  const issued = people.filter(({ certificate }) => certificate !== null)
  const due = people.filter(({ completion, certificate }) => completion.completed && certificate === null)
  if (people.length === 0) return null
  return (
    <section className="certificates">
      <div className="row wrap">
        <h2 className="h3">{t('certificates.title')}</h2>
        <span className="t2 sm">
          {due.length + issued.length === 0
            ? t('certificates.nobodyYet')
            : t('certificates.sum', { due: due.length, issued: issued.length })}
        </span>
        <span className="end row">
          {issued.length > 0 ? (
            <>
              <Button size="xs" variant="subtle" aria-expanded={listed} onClick={() => setListed(!listed)}>
                {t(listed ? 'certificates.hideList' : 'certificates.showList')}
              </Button>
              <PrintCertificates cohortId={cohortId} label={t('certificates.printAll', { count: issued.length })} />
            </>
          ) : null}
          {due.length > 0 ? (
            <Button
              size="xs"
              variant="filled"
              leftSection={<IconCertificate size={15} />}
              onClick={() => setIssuing(true)}
            >
              {t('certificates.issue', { count: due.length })}
            </Button>
          ) : null}
        </span>
      </div>
      {listed ? <IssuedList cohortId={cohortId} /> : null}
      {issuing ? (
        <IssueDialog
          cohortId={cohortId}
          enrolmentIds={due.map(({ enrolmentId }) => enrolmentId)}
          onClose={() => setIssuing(false)}
          onDone={(count) => {
            setIssuing(false)
            told.done(t('certificates.issued', { count }))
          }}
        />
      ) : null}
    </section>
  )
}
