import { useTranslation } from 'react-i18next'
import { useQuery } from '../../api'
import { useChoiceLabel } from '../../i18n/choices'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { ErrorState } from '../../ui/ErrorState'
import { joined } from './names'
import { useReasonWords } from './reason-words'
import { StageDot } from './StageDot'
import './enrolments.css'

interface PersonEnrolmentsProps {
  readonly personId: string
}

/** The programmes someone is or was in: where they stand, since when, and how it ended. */
export function PersonEnrolments({ personId }: PersonEnrolmentsProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const reason = useReasonWords()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery('enrolments.ofPerson', { personId }, { keepPrevious: true })
  if (error && !data)
    return <ErrorState title={t('enrolments.failed')} body={words(error)} onRetry={() => void refetch()} />
  if (data?.length === 0) return <p className="t2 person-programmes">{t('enrolments.noProgramme')}</p>
  return (
    <ul className="person-programmes" aria-label={t('enrolments.programmes')} aria-busy={data === undefined}>
      {data?.map((row) => (
        <li key={row.id}>
          <div className="row wrap">
            <a className="semi" href={`#/cohorts/${row.cohortId}`}>
              {row.programmeName}
            </a>
            <StageDot stage={row.stage} />
            <span className="t3 sm">{t('enrolments.since', { day: format.day(row.stageSince) })}</span>
          </div>
          <p className="t2">
            {joined([
              row.cohortName,
              row.enrolledOn === null ? null : t('enrolments.enteredOn', { day: format.day(row.enrolledOn) }),
              row.endedOn === null ? null : t('enrolments.leftOn', { day: format.day(row.endedOn) }),
              row.rank === null ? null : t('enrolments.rank', { rank: format.number(row.rank) }),
            ])}
          </p>
          {row.reasons.length > 0 || row.outcomeClass ? (
            <p className="t3 sm">
              {joined([
                row.outcomeClass === null ? null : label('outcomeClass', row.outcomeClass),
                ...row.reasons.map((code) => reason(row.stage, code)),
              ])}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
