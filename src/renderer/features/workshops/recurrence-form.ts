import { weekdayOf } from '../../../shared/rules/days'
import type { InputOf } from '../../api'

export interface RecurrenceForm {
  readonly firstDay: string | null
  readonly everyWeeks: number
  /** None chosen: that of the first day. */
  readonly weekdays: readonly number[]
  readonly ends: 'count' | 'day'
  readonly count: number | null
  readonly lastDay: string | null
}

export const emptyRecurrence: RecurrenceForm = {
  firstDay: null,
  everyWeeks: 1,
  weekdays: [],
  ends: 'count',
  count: 8,
  lastDay: null,
}

/** What keeps the days from being counted. */
export function recurrenceProblem(form: RecurrenceForm): 'firstDay' | 'count' | 'lastDay' | null {
  if (form.firstDay === null) return 'firstDay'
  if (form.ends === 'count') return form.count === null ? 'count' : null
  return form.lastDay === null || form.lastDay < form.firstDay ? 'lastDay' : null
}

type Asked = Pick<InputOf<'workshops.previewSeries'>, 'firstDay' | 'everyWeeks' | 'weekdays' | 'end'>

/** The recurrence of the contract, once nothing is missing. */
export function recurrenceOf({ firstDay, everyWeeks, weekdays, ends, count, lastDay }: RecurrenceForm): Asked {
  const from = firstDay ?? ''
  return {
    firstDay: from,
    everyWeeks,
    weekdays: weekdays.length > 0 ? [...weekdays] : [weekdayOf(from)],
    end: ends === 'count' ? { count: count ?? 1 } : { day: lastDay ?? from },
  }
}
