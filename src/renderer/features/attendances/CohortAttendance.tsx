import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CohortSheet } from '../../../shared/features/attendances'
import { useQuery } from '../../api'
import { useAmounts } from '../../i18n/amounts'
import { useErrorWords } from '../../i18n/error-words'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorState } from '../../ui/ErrorState'
import { AbsenceAlerts } from './AbsenceAlerts'
import { CohortMatrix } from './CohortMatrix'
import { UnsignedSheets } from './UnsignedSheets'
import './cohort-attendance.css'

interface CohortAttendanceProps {
  readonly cohortId: string
  /** The certificates of the cohort: to issue, to print. */
  readonly certificates?: ReactNode
}

/** Who came to what in a cohort, and what follows: absences to call about, sheets to sign, who completed. */
export function CohortAttendance({ cohortId, certificates }: CohortAttendanceProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const { data: sheet, error, refetch } = useQuery('attendances.ofCohort', { cohortId }, { keepPrevious: true })
  if (error && !sheet)
    return <ErrorState title={t('attendances.cohortMissing')} body={words(error)} onRetry={() => void refetch()} />
  if (!sheet) return <div role="status" aria-busy="true" aria-label={t('common.loading')} />
  if (sheet.workshops.length === 0)
    return <EmptyState title={t('attendances.noWorkshopTitle')} body={t('attendances.noWorkshopBody')} />
  return (
    <div className="cohort-attendance">
      <Figures sheet={sheet} />
      {certificates}
      <AbsenceAlerts cohortId={cohortId} />
      <UnsignedSheets cohortId={cohortId} />
      <CohortMatrix sheet={sheet} />
    </div>
  )
}

/** D3, D2, D4 and D5, each with what it is of. */
function Figures({ sheet }: { sheet: CohortSheet }) {
  const { t } = useTranslation()
  const amounts = useAmounts()
  const { numerator, denominator } = sheet.proven
  const done = sheet.people.filter(({ completion }) => completion.completed).length
  const ended = sheet.completed.denominator > 0
  const figures = [
    {
      name: t('attendances.presenceRate'),
      value: amounts.percent(sheet.presence),
      of: t('attendances.presenceOf', part(sheet.presence)),
    },
    {
      name: t('attendances.provenRate'),
      value: amounts.percent(sheet.proven),
      of: t('attendances.minutesOfMinutes', { part: amounts.minutes(numerator), whole: amounts.minutes(denominator) }),
    },
    ended
      ? {
          name: t('attendances.completedRate'),
          value: amounts.percent(sheet.completed),
          of: t('attendances.peopleOf', part(sheet.completed)),
        }
      : {
          name: t('attendances.completedSoFar'),
          value: String(done),
          of: t('attendances.completionRule', { share: sheet.completionShare }),
        },
    ...(ended
      ? [
          {
            name: t('attendances.dropoutRate'),
            value: amounts.percent(sheet.droppedOut),
            of: t('attendances.peopleOf', part(sheet.droppedOut)),
          },
        ]
      : []),
  ]
  return (
    <dl className="figures">
      {figures.map(({ name, value, of }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="tab">{value}</dd>
          <dd className="t3 sm">{of}</dd>
        </div>
      ))}
    </dl>
  )
}

function part({ numerator, denominator }: { numerator: number; denominator: number }) {
  return { part: numerator, whole: denominator }
}
