import { useElementSize } from '@mantine/hooks'
import { memo, useEffect, useLayoutEffect, useRef } from 'react'
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
  /** Only absences told in advance are noted yet. */
  readonly ahead: boolean
  readonly acts: RowActs
}

const narrowest = 370 // pixels for a name, its minutes and its four states

/** Everyone, in as many columns as the window holds, read downwards. */
export function CallList({ people, shown, halfDay, whole, active, delaying, ahead, acts }: CallListProps) {
  const { t } = useTranslation()
  const list = useRef<HTMLUListElement>(null)
  const { ref, width } = useElementSize<HTMLDivElement>()
  const columns = Math.max(1, Math.floor(width / narrowest))
  // rows are hidden where they stand: drawing 150 of them anew at each letter would be felt
  useLayoutEffect(() => {
    for (const [index, row] of [...(list.current?.children ?? [])].entries())
      row.toggleAttribute('hidden', !shown.has(people[index]?.personId ?? ''))
  }, [people, shown])
  return (
    <div ref={ref} className="roll-scroll">
      <ul
        ref={list}
        className="roll-list"
        aria-label={t('attendances.people')}
        style={{
          gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
          gridTemplateRows: `repeat(${Math.max(1, Math.ceil(shown.size / columns))}, 30px)`,
        }}
      >
        {people.map((person) => (
          <CallRow
            key={person.personId}
            person={person}
            halfDay={halfDay}
            whole={whole}
            active={person.personId === active}
            delaying={person.personId === delaying}
            ahead={ahead}
            acts={acts}
          />
        ))}
      </ul>
    </div>
  )
}

interface CallRowProps extends Pick<CallListProps, 'halfDay' | 'whole' | 'ahead' | 'acts'> {
  readonly person: RollCallPerson
  readonly active: boolean
  readonly delaying: boolean
}

const CallRow = memo(function CallRow({ person, halfDay, whole, active, delaying, ahead, acts }: CallRowProps) {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const row = useRef<HTMLLIElement>(null)
  const { personId } = person
  const mark = markOf(person, halfDay)
  const name = displayName(person.lastName, person.firstName)
  const states = ahead ? attendanceStates.filter((one) => one === 'excused' || one === mark?.state) : attendanceStates
  useEffect(() => {
    if (!active) return undefined
    // with the next frame, which lays the page out anyway
    const frame = requestAnimationFrame(() => row.current?.scrollIntoView({ block: 'nearest' }))
    return () => cancelAnimationFrame(frame)
  }, [active])
  return (
    <li ref={row} data-active={active || undefined}>
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
        {states.map((state) => (
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
