import {
  type DayAxis,
  type DayGroup,
  type QueuedLine,
  axisOfReason,
  dayAxes,
  dayGroups,
  waitingGroups,
} from '../../../shared/rules/day.ts'
import type { Queue } from './queue.ts'

/** A day, or what one axis has of it, with how many lines each group holds. */
export interface Part {
  readonly lines: Queue
  readonly groups: Readonly<Record<DayGroup, number>>
}

/** What waits until the end of the week: what comes later is not before anyone yet. */
export interface Waiting {
  readonly axes: Readonly<Record<DayAxis, number>>
  readonly waiting: number
}

const parts = new WeakMap<Queue, Map<DayAxis | null, Part>>()
const waitings = new WeakMap<Queue, Waiting>()

/** Told apart and counted once for each queue: every page of it asks. */
export function partOf(queue: Queue, axis: DayAxis | null): Part {
  const known = parts.get(queue) ?? new Map<DayAxis | null, Part>()
  parts.set(queue, known)
  const before = known.get(axis)
  if (before) return before
  const lines = axis === null ? queue : queue.filter(({ reason }) => axisOfReason[reason] === axis)
  const groups: Record<DayGroup, number> = { late: 0, today: 0, week: 0, later: 0, snoozed: 0 }
  for (const { group } of lines) groups[group] += 1
  const part = { lines, groups }
  known.set(axis, part)
  return part
}

export function waitingOf(queue: Queue): Waiting {
  const before = waitings.get(queue)
  if (before) return before
  const axes = Object.fromEntries(dayAxes.map((axis) => [axis, 0])) as Record<DayAxis, number>
  const { late, today, week } = partOf(queue, null).groups
  const waiting = late + today + week
  for (const { reason, group } of queue) {
    if (waitingGroups.some((one) => one === group)) axes[axisOfReason[reason]] += 1
  }
  const counted = { axes, waiting }
  waitings.set(queue, counted)
  return counted
}

/** A page of the groups wanted. They follow one another in the queue: none is walked through. */
export function pageOf(
  { lines, groups }: Part,
  wanted: readonly DayGroup[],
  offset: number,
  limit: number,
): readonly QueuedLine[] {
  const page: QueuedLine[] = []
  let begins = 0
  let skip = offset
  for (const group of dayGroups) {
    const count = groups[group]
    if (wanted.includes(group)) {
      page.push(...lines.slice(begins + Math.min(skip, count), begins + Math.min(skip + limit - page.length, count)))
      skip = Math.max(0, skip - count)
    }
    begins += count
  }
  return page
}

/** The first of what comes after this week. */
export function nextOf({ lines, groups: { late, today, week, later } }: Part): QueuedLine | undefined {
  return later === 0 ? undefined : lines[late + today + week]
}
