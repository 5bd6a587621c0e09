import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type AttendanceState, attendanceStates, mayBeMarked, usualDelay } from '../../../shared/rules/attendance'
import { displayName } from '../../../shared/rules/fold'
import { useChoiceLabel } from '../../i18n/choices'
import { useFormat } from '../../i18n/format'
import { today } from '../../today'
import { firstCalled, isCalled, neighbour, nextUncalled } from './calling'
import type { RollCallState } from './use-roll-call'

/** What a row may ask for. The object stays the same, so that a row is drawn anew only when it changed. */
export interface RowActs {
  readonly mark: (personId: string, state: AttendanceState | null, minutes?: number | null) => void
  readonly choose: (personId: string) => void
  /** Back to the field, with the letter that was typed elsewhere. */
  readonly back: (letter?: string) => void
}

export interface CallKeys {
  readonly typed: string
  readonly type: (text: string) => void
  readonly active: string | null
  /** Whose delay is being typed. */
  readonly delaying: string | null
  readonly said: string
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  readonly acts: RowActs
}

/** Space and 1 to 4 are the states; names have no figures. */
const keysOf: Readonly<Record<string, AttendanceState>> = {
  ' ': 'present',
  ...Object.fromEntries(attendanceStates.map((state, index) => [String(index + 1), state])),
}

/** The roll call at the keyboard: letters find someone, a key marks them, and the next one is ready. */
export function useCallKeys(call: RollCallState, field: RefObject<HTMLInputElement | null>): CallKeys {
  const { t } = useTranslation()
  const label = useChoiceLabel()
  const format = useFormat()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [delaying, setDelaying] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const { people, halfDay } = call
  const active = chosen ?? firstCalled(people, typed, halfDay)
  const latest = useRef(call)
  useEffect(() => {
    latest.current = call
  })

  const type = useCallback((text: string) => {
    setTyped(text)
    setChosen(null)
    setDelaying(null)
  }, [])

  const acts = useMemo<RowActs>(
    () => ({
      mark: (...said_) => latest.current.mark(...said_),
      choose(personId) {
        setChosen(personId)
        field.current?.focus()
      },
      back(letter = '') {
        setDelaying(null)
        if (letter !== '') type(letter)
        field.current?.focus()
      },
    }),
    [type, field],
  )

  function decide(personId: string, state: AttendanceState | null): void {
    if (state !== null && !mayBeMarked(state, call.workshop.heldOn, today())) {
      setSaid(t('attendances.opensOn', { day: format.day(call.workshop.heldOn) }))
      return
    }
    call.mark(personId, state, state === 'late' ? call.whole - usualDelay : null)
    const person = people.find((one) => one.personId === personId)
    if (person) {
      const name = displayName(person.lastName, person.firstName)
      setSaid(state === null ? t('attendances.cleared', { name }) : `${name}, ${label('attendanceState', state)}`)
    }
    setTyped('')
    setDelaying(state === 'late' ? personId : null)
    setChosen(state === null ? personId : nextUncalled(people, personId, halfDay))
  }

  function move(step: 1 | -1): void {
    const seen = typed === '' ? people : people.filter((person) => isCalled(person, typed))
    setChosen(neighbour(seen, active, step))
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const { key } = event
    const state = keysOf[key]
    const command = event.ctrlKey || event.metaKey
    if (command && key.toLowerCase() === 'z' && !event.shiftKey && typed === '') void call.undo()
    else if (command || event.altKey) return
    else if (key === 'ArrowDown') move(1)
    else if (key === 'ArrowUp') move(-1)
    else if (key === 'Escape' && typed !== '') type('')
    else if ((state !== undefined || key === 'Enter') && active !== null) decide(active, state ?? 'present')
    else if (state !== undefined) setSaid(t('attendances.noOne'))
    else if (key === 'Delete' && typed === '' && active !== null) decide(active, null)
    else return
    event.preventDefault()
  }

  return { typed, type, active, delaying, said, onKeyDown, acts }
}
