import type { Filter, ListName, Sort, ViewDefinition } from '../../shared/features/lists'
import { queryClient } from '../api'

/** How a list was left, so that one comes back to it as it was. Forgotten with the pages of its space. */
export interface LeftList {
  readonly viewId: string
  /** The view as it was opened, and what it became. */
  readonly opened: ViewDefinition
  readonly now: ViewDefinition
}

/** The list a record was opened from: whoever is there goes on to the next one. */
export interface Walk {
  readonly viewName: string
  readonly filter: Filter
  readonly sort: readonly Sort[]
  readonly total: number
  /** Where each row that was seen stands. */
  readonly positions: ReadonlyMap<string, number>
}

queryClient.setQueryDefaults(['listMemory'], { gcTime: Number.POSITIVE_INFINITY })

export function leftList(list: ListName): LeftList | undefined {
  return queryClient.getQueryData<LeftList>(['listMemory', list])
}

export function leaveList(list: ListName, left: LeftList): void {
  queryClient.setQueryData(['listMemory', list], left)
}

export function walkOf(list: ListName): Walk | undefined {
  return queryClient.getQueryData<Walk>(['listMemory', list, 'walk'])
}

export function startWalk(list: ListName, walk: Walk): void {
  queryClient.setQueryData(['listMemory', list, 'walk'], walk)
}
