import { useTranslation } from 'react-i18next'
import type { RollCallPerson } from '../../../shared/features/attendances'
import { type HalfDay, attendanceStates } from '../../../shared/rules/attendance'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { StateDot } from '../../ui/StateDot'
import { countsOf } from './calling'
import { toneOf } from './tone-of'

/** How many of each, and how many are left to call. */
export function CallCounts({ people, halfDay }: { people: readonly RollCallPerson[]; halfDay: HalfDay }) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const counts = countsOf(people, halfDay)
  return (
    <ul className="roll-counts" aria-label={t('attendances.counts')}>
      {attendanceStates.map((state) => (
        <li key={state}>
          <StateDot tone={toneOf[state]} hollow={state === 'excused'}>
            {label('attendanceState', state)} <b className="tab">{format.number(counts[state])}</b>
          </StateDot>
        </li>
      ))}
      <li className="end t2">
        {t('attendances.left', { count: counts.uncalled })}{' '}
        <span className="t3">{t('attendances.outOf', { count: people.length })}</span>
      </li>
    </ul>
  )
}
