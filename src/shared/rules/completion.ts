/** The part of a programme's hours to attend before it counts as completed, in percent, unless the cohort says otherwise. */
export const usualCompletionShare = 80

export interface PlannedWorkshop {
  readonly id: string
  readonly minutes: number
  readonly compulsory: boolean
  readonly cancelled: boolean
}

export interface Completion {
  readonly attendedMinutes: number
  readonly plannedMinutes: number
  /** In percent of what is planned, rounded down: 79.9 is not 80. */
  readonly share: number
  readonly missedCompulsory: readonly string[]
  readonly completed: boolean
}

/**
 * Whether someone completed a programme: their share of the hours of its workshops, those still to come included,
 * and a presence at every compulsory one. What the service cancelled is asked of nobody.
 */
export function completionOf(
  workshops: readonly PlannedWorkshop[],
  attended: ReadonlyMap<string, number>,
  neededShare: number = usualCompletionShare,
): Completion {
  const held = workshops.filter(({ cancelled }) => !cancelled)
  const plannedMinutes = sum(held.map(({ minutes }) => minutes))
  const attendedMinutes = sum(held.map(({ id, minutes }) => Math.min(minutes, attended.get(id) ?? 0)))
  const missedCompulsory = held
    .filter(({ id, compulsory }) => compulsory && (attended.get(id) ?? 0) === 0)
    .map(({ id }) => id)
  const reached = plannedMinutes > 0 && attendedMinutes * 100 >= neededShare * plannedMinutes
  return {
    attendedMinutes,
    plannedMinutes,
    share: plannedMinutes === 0 ? 0 : Math.floor((attendedMinutes * 100) / plannedMinutes),
    missedCompulsory,
    completed: reached && missedCompulsory.length === 0,
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
