import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { RollCallPerson } from '../../../shared/features/attendances'
import { type HalfDay, attendanceStates, isThere } from '../../../shared/rules/attendance'
import { displayName } from '../../../shared/rules/fold'
import { useChoiceLabel } from '../../i18n/choices'
import { PersonName } from '../../ui/PersonName'
import { markOf } from './calling'
import { MinutesField } from './MinutesField'
import { toneOf } from './tone-of'
import type { RowActs } from './use-call-keys'

interface CallListProps {
  readonly people: readonly RollCallPerson[]
  /** Those the letters typed mean: the others are out of sight. */
  readonly shown: ReadonlySet<string>
  readonly halfDay: HalfDay
  readonly whole: number
  readonly active: string | null
  readonly delaying: string | null
  readonly acts: RowActs
}

/** Everyone, in as many columns as the window holds, read downwards. */
export function CallList({ people, shown, halfDay, whole, active, delaying, acts }: CallListProps) {
  const { t } = useTranslation()
  return (
    <ul className="roll-list" aria-label={t('attendances.people')}>
      {people.map((person) => (
        <CallRow
          key={person.personId}
          person={person}
          hidden={!shown.has(person.personId)}
          halfDay={halfDay}
          whole={whole}
          active={person.personId === active}
          delaying={person.personId === delaying}
          acts={acts}
        />
      ))}
    </ul>
  )
}

interface CallRowProps extends Pick<CallListProps, 'halfDay' | 'whole' | 'acts'> {
  readonly person: RollCallPerson
  readonly hidden: boolean
  readonly active: boolean
  readonly delaying: boolean
}

const CallRow = memo(function CallRow({ person, hidden, halfDay, whole, active, delaying, acts }: CallRowProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const row = useRef<HTMLLIElement>(null)
  const { personId } = person
  const mark = markOf(person, halfDay)
  const name = displayName(person.lastName, person.firstName)
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <li ref={row} hidden={hidden} data-active={active || undefined}>
      <button type="button" className="roll-name cut" tabIndex={-1} onClick={() => acts.choose(personId)}>
        <PersonName lastName={person.lastName} firstName={person.firstName} />
        {person.walkIn ? <small>{t('attendances.walkInMark')}</small> : null}
      </button>
      {mark && isThere(mark.state) ? (
        <MinutesField
          label={mark.state === 'late' ? t('attendances.delayOf', { name }) : t('attendances.minutesOf', { name })}
          unit={mark.state === 'late' ? t('attendances.delayUnit') : t('attendances.minutesUnit')}
          value={mark.state === 'late' ? whole - mark.minutes : mark.minutes}
          most={whole}
          focused={delaying}
          onCommit={(minutes) => acts.mark(personId, mark.state, mark.state === 'late' ? whole - minutes : minutes)}
          onLeave={acts.back}
        />
      ) : null}
      <span className="roll-states" role="group" aria-label={name}>
        {attendanceStates.map((state) => (
          <button
            key={state}
            type="button"
            className={`tone-${toneOf[state]}`}
            aria-pressed={mark?.state === state}
            aria-label={label('attendanceState', state)}
            title={label('attendanceState', state)}
            tabIndex={active ? 0 : -1}
            onClick={() => acts.mark(personId, mark?.state === state ? null : state)}
          >
            {t(`attendances.letters.${state}`)}
          </button>
        ))}
      </span>
    </li>
  )
})
