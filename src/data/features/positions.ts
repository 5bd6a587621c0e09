import { AppError } from '../../shared/errors.ts'

interface Placed {
  readonly id: string
  readonly position: number
}

/** The rows whose place changes when one of a list goes to another place, given in their order. */
export function placesAfterMove(rows: readonly Placed[], id: string, position: number): readonly Placed[] {
  const moved = rows.find((row) => row.id === id)
  if (!moved) throw new AppError('notFound', { id })
  const others = rows.filter((row) => row !== moved)
  const ordered = [...others.slice(0, position), moved, ...others.slice(position)]
  return ordered.flatMap((row, place) => (row.position === place ? [] : [{ id: row.id, position: place }]))
}
