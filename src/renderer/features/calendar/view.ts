import type { CalendarItem } from '../../../shared/features/calendar'
import { type CalendarKind, type CalendarSpan, calendarKinds } from '../../../shared/rules/calendar'
import type { SpaceKind } from '../../../shared/rules/values'
import { today } from '../../today'
import type { Tone } from '../../ui/tones'

/** What the calendar shows: which day, how much around it, whose, and what. */
export interface CalendarLook {
  readonly day: string
  readonly span: CalendarSpan
  readonly mine: boolean
  readonly kinds: readonly CalendarKind[]
}

/** A landlord runs no programme: its calendar holds deadlines and tasks. */
export function kindsFor(space: SpaceKind): readonly CalendarKind[] {
  return space === 'landlord' ? ['task', 'referralDeadline'] : calendarKinds
}

export const tones: Readonly<Record<CalendarKind, Tone>> = {
  workshop: 'progress',
  session: 'info',
  task: 'neutral',
  referralDeadline: 'warn',
  cohortStart: 'done',
  cohortEnd: 'done',
}

/** Late is what was due and is not done. */
export function toneOf({ kind, day, done }: CalendarItem): Tone {
  const due = kind === 'task' || kind === 'referralDeadline'
  return due && !done && day < today() ? 'danger' : tones[kind]
}

export function byDay(items: readonly CalendarItem[]): ReadonlyMap<string, readonly CalendarItem[]> {
  const days = new Map<string, CalendarItem[]>()
  for (const item of items) {
    const known = days.get(item.day)
    if (known) known.push(item)
    else days.set(item.day, [item])
  }
  return days
}
