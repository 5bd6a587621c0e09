import { useTranslation } from 'react-i18next'
import type { CohortPerson, CohortSheet } from '../../../shared/features/attendances'
import type { AttendanceState } from '../../../shared/rules/attendance'
import { useAmounts } from '../../i18n/amounts'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { PersonName } from '../../ui/PersonName'
import { StateDot } from '../../ui/StateDot'
import { toneOf } from './tone-of'

/** People × workshops: one mark a half-day, then the rate and the hours of each. */
export function CohortMatrix({ sheet }: { sheet: CohortSheet }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (sheet.people.length === 0) return <p className="t2">{t('attendances.nobodyBody')}</p>
  return (
    <section>
      <h2 className="h3">{t('attendances.matrix')}</h2>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <div className="matrix" tabIndex={0} role="region" aria-label={t('attendances.matrix')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('attendances.person')}</th>
              {sheet.workshops.map((workshop) => (
                <th key={workshop.id} scope="col" data-cancelled={workshop.cancelled || undefined}>
                  <a href={`#/workshops/${workshop.id}`} title={workshop.title}>
                    {format.shortDay(workshop.heldOn)}
                  </a>
                  {workshop.compulsory ? <abbr title={t('attendances.compulsory')}>*</abbr> : null}
                </th>
              ))}
              <th scope="col" className="num">
                {t('attendances.presence')}
              </th>
              <th scope="col" className="num">
                {t('attendances.hours')}
              </th>
              <th scope="col">{t('attendances.completion')}</th>
            </tr>
          </thead>
          <tbody>
            {sheet.people.map((person) => (
              <Row key={person.enrolmentId} person={person} sheet={sheet} />
            ))}
          </tbody>
        </table>
      </div>
      <Legend />
    </section>
  )
}

function Row({ person, sheet }: { person: CohortPerson; sheet: CohortSheet }) {
  const { t } = useTranslation()
  const amounts = useAmounts()
  const format = useFormat()
  const { completion, certificate } = person
  return (
    <tr>
      <th scope="row">
        <a href={`#/people/${person.personId}`}>
          <PersonName lastName={person.lastName} firstName={person.firstName} />
        </a>
      </th>
      {person.cells.map((cell) => (
        <td key={cell.workshopId} className="marks">
          <Marks states={cell.marks.map(({ state }) => state)} />
        </td>
      ))}
      <td className="num" title={amounts.rate(person.presence)}>
        {amounts.percent(person.presence)}
      </td>
      <td className="num" title={t('attendances.shareOf', { share: completion.share, needed: sheet.completionShare })}>
        {amounts.minutes(completion.attendedMinutes)}
      </td>
      <td className="nowrap">
        {certificate ? (
          <StateDot tone="done">{t('attendances.certified', { day: format.shortDay(certificate.issuedOn) })}</StateDot>
        ) : completion.completed ? (
          <StateDot tone="info">{t('attendances.completed')}</StateDot>
        ) : completion.missedCompulsory.length > 0 ? (
          <span className="t3">{t('attendances.lacksCompulsory', { count: completion.missedCompulsory.length })}</span>
        ) : (
          <span className="t3">{t('attendances.shareDone', { share: completion.share })}</span>
        )}
      </td>
    </tr>
  )
}

function Marks({ states }: { states: readonly AttendanceState[] }) {
  const label = useChoiceLabel()
  if (states.length === 0) return null
  return states.map((state, index) => (
    <span
      key={index}
      className={`mark-dot tone-${toneOf[state]}`}
      data-hollow={state === 'excused' || undefined}
      role="img"
      aria-label={label('attendanceState', state)}
      title={label('attendanceState', state)}
    />
  ))
}

function Legend() {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const states = ['present', 'late', 'excused', 'absent'] as const
  return (
    <p className="row wrap hint matrix-legend">
      {states.map((state) => (
        <StateDot key={state} tone={toneOf[state]} hollow={state === 'excused'}>
          {label('attendanceState', state)}
        </StateDot>
      ))}
      <span>{t('attendances.legendCompulsory')}</span>
    </p>
  )
}
