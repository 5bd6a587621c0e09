import { useTranslation } from 'react-i18next'
import type { PersonAttendanceLine } from '../../../shared/features/attendances'
import { useQuery } from '../../api'
import { useAmounts } from '../../i18n/amounts'
import { useChoiceLabel } from '../../i18n/choices'
import { useErrorWords } from '../../i18n/error-words'
import { useFormat } from '../../i18n/format'
import { ErrorState } from '../../ui/ErrorState'
import { StateDot } from '../../ui/StateDot'
import { toneOf } from './tone-of'
import './cohort-attendance.css'

/** Both half-days in one mark when they say the same. */
function alike(marks: PersonAttendanceLine['marks']): PersonAttendanceLine['marks'] {
  return marks.every(({ state }) => state === marks[0]?.state) ? marks.slice(0, 1) : marks
}

/** The workshops someone was called at, the latest first, with their rate and their hours. */
export function PersonAttendance({ personId }: { personId: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const amounts = useAmounts()
  const label = useChoiceLabel()
  const words = useErrorWords()
  const { data, error, refetch } = useQuery('attendances.ofPerson', { personId }, { keepPrevious: true })
  if (error && !data)
    return <ErrorState title={t('attendances.personMissing')} body={words(error)} onRetry={() => void refetch()} />
  if (!data) return <div role="status" aria-busy="true" aria-label={t('common.loading')} />
  if (data.lines.length === 0) return <p className="t3">{t('attendances.neverCalled')}</p>
  return (
    <section>
      <p className="t2 attendance-sum">
        {t('attendances.personSum', { rate: amounts.rate(data.presence), hours: amounts.minutes(data.minutes) })}
      </p>
      <ul className="attendance-rows">
        {data.lines.map((line) => (
          <li key={line.workshopId}>
            <span className="tab t3 nowrap">{format.day(line.heldOn)}</span>
            <span className="attendance-what cut">
              <a className="med" href={`#/workshops/${line.workshopId}`}>
                {line.title}
              </a>{' '}
              <span className="t3">{line.cohortName}</span>
            </span>
            {line.cancelled ? (
              <span className="t3">{t('attendances.cancelled')}</span>
            ) : (
              alike(line.marks).map(({ halfDay, state }, _index, shown) => (
                <StateDot key={halfDay} tone={toneOf[state]} hollow={state === 'excused'}>
                  {shown.length > 1
                    ? t('attendances.halfState', {
                        half: label('halfDay', halfDay),
                        state: label('attendanceState', state).toLocaleLowerCase(),
                      })
                    : label('attendanceState', state)}
                </StateDot>
              ))
            )}
            <span className="tab attendance-minutes">{line.minutes > 0 ? amounts.minutes(line.minutes) : ''}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
