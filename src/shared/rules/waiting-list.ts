/** A place on a waiting list. */
export interface Place {
  readonly id: string
  readonly rank: number | null
}

/**
 * The ranks to write so that a line, given in its order, counts from 1 without a hole, but for the rank kept free
 * for someone who comes in. Only those that change are answered.
 */
export function renumbered(line: readonly Place[], free: number | null): readonly { id: string; rank: number }[] {
  return line
    .map(({ id }, index) => ({ id, rank: index + 1 + (free !== null && index + 1 >= free ? 1 : 0) }))
    .filter(({ rank }, index) => rank !== line[index]?.rank)
}

/** The rank someone takes who wants one: the last when none is said, and never past the end. */
export function rankTaken(line: readonly Place[], wanted: number | null): number {
  return Math.max(1, Math.min(wanted ?? line.length + 1, line.length + 1))
}
