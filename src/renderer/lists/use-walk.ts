import type { ListName, Page, PageRequest } from '../../shared/features/lists'
import type { GridRow } from '../ui/grid/columns'
import { startWalk, walkOf } from './memory'

interface Place {
  /** From 1. */
  readonly position: number
  readonly total: number
  readonly viewName: string
  readonly previous: (() => Promise<string | null>) | null
  readonly next: (() => Promise<string | null>) | null
}

/** Where a record stands in the list it was opened from, and the way to those beside it. */
export function useWalk(
  list: ListName,
  id: string,
  load: (request: PageRequest) => Promise<Page<GridRow>>,
): Place | null {
  const walk = walkOf(list)
  const index = walk?.positions.get(id)
  if (!walk || index === undefined) return null

  async function rowAt(place: number): Promise<string | null> {
    if (!walk) return null
    const page = await load({ filter: walk.filter, sort: [...walk.sort], offset: place, limit: 1 })
    const row = page.rows[0]
    if (!row) return null
    startWalk(list, { ...walk, total: page.total, positions: new Map(walk.positions).set(row.id, place) })
    return row.id
  }

  return {
    position: index + 1,
    total: walk.total,
    viewName: walk.viewName,
    previous: index > 0 ? () => rowAt(index - 1) : null,
    next: index + 1 < walk.total ? () => rowAt(index + 1) : null,
  }
}
