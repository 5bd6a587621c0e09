import { useCallback, useMemo, useState, useSyncExternalStore } from 'react'
import type { CalledWorkshop, RollCallPerson } from '../../../shared/features/attendances'
import { type AttendanceState, type HalfDay, isThere, minutesFor } from '../../../shared/rules/attendance'
import { useQuery } from '../../api'
import { today } from '../../today'
import { useTold } from '../../told'
import { useUndo } from '../../use-undo'
import { withSaid } from './calling'
import { allPending, onPending, say, saidAt, settled } from './pending'

export interface RollCallState {
  readonly workshop: CalledWorkshop
  readonly people: readonly RollCallPerson[]
  readonly halfDay: HalfDay
  readonly setHalfDay: (halfDay: HalfDay) => void
  /** The minutes of the half-day being called. */
  readonly whole: number
  /** Its day is to come: only absences told in advance are noted. */
  readonly ahead: boolean
  readonly mark: (personId: string, state: AttendanceState | null, minutes?: number | null) => void
  readonly undo: () => Promise<void>
}

/** The roll call of a workshop as it stands at the screen: what is written, and what is on its way. */
export function useRollCall(workshopId: string) {
  const told = useTold()
  const { undo: undoLast } = useUndo()
  const query = useQuery('attendances.ofWorkshop', { workshopId }, { keepPrevious: true })
  const waiting = useSyncExternalStore(onPending, allPending)
  const [chosen, setHalfDay] = useState<HalfDay | null>(null)
  const sheet = query.data

  const people = useMemo(
    () => (sheet && waiting.length > 0 ? withSaid(sheet.people, saidAt(workshopId)) : (sheet?.people ?? [])),
    [sheet, waiting, workshopId],
  )
  const halfDays = sheet?.workshop.halfDays
  const half = halfDays?.find(({ halfDay }) => halfDay === chosen) ?? halfDays?.[0]
  const halfDay = half?.halfDay ?? 'morning'
  const whole = half?.minutes ?? 0

  const mark = useCallback(
    (personId: string, state: AttendanceState | null, minutes: number | null = null) => {
      const typed = state !== null && isThere(state) && minutes !== null ? Math.min(whole, minutes) : null
      const counted = state === null ? 0 : (typed ?? minutesFor(state, whole))
      say({ workshopId, personId, halfDay, state, typed, minutes: counted }, told.failed)
    },
    [workshopId, halfDay, whole, told.failed],
  )
  const undo = useCallback(async () => {
    await settled()
    await undoLast()
  }, [undoLast])

  const call: RollCallState | null = sheet
    ? {
        workshop: sheet.workshop,
        people,
        halfDay,
        setHalfDay,
        whole,
        ahead: sheet.workshop.heldOn > today(),
        mark,
        undo,
      }
    : null
  return { call, error: query.error, retry: () => void query.refetch() }
}
