import type { Filter, Selection } from '../../../shared/features/lists'

/**
 * Which rows of a list are selected: these, or all those of the filter but these. "All" never lists its rows:
 * most of them were never loaded.
 */
export type RowSelection =
  | { readonly mode: 'these'; readonly ids: ReadonlySet<string> }
  | { readonly mode: 'allBut'; readonly except: ReadonlySet<string> }

export const noSelection: RowSelection = { mode: 'these', ids: new Set() }
export const everythingSelected: RowSelection = { mode: 'allBut', except: new Set() }

export function isSelected(selection: RowSelection, id: string): boolean {
  return selection.mode === 'these' ? selection.ids.has(id) : !selection.except.has(id)
}

/** Selects or lets go of these rows, whatever they were before. */
export function select(selection: RowSelection, ids: Iterable<string>, selected: boolean): RowSelection {
  return selection.mode === 'these'
    ? { mode: 'these', ids: changed(selection.ids, ids, selected) }
    : { mode: 'allBut', except: changed(selection.except, ids, !selected) }
}

export function toggle(selection: RowSelection, id: string): RowSelection {
  return select(selection, [id], !isSelected(selection, id))
}

/** How many rows are selected among the `total` of the filter. */
export function countSelected(selection: RowSelection, total: number): number {
  return selection.mode === 'these' ? selection.ids.size : Math.max(0, total - selection.except.size)
}

/** What the checkbox of the header shows. */
export function headerState(selection: RowSelection, total: number): 'none' | 'some' | 'all' {
  const count = countSelected(selection, total)
  if (count === 0) return 'none'
  return count >= total ? 'all' : 'some'
}

/** The form a command takes: `expected` is counted again inside its transaction. */
export function toCommandSelection(selection: RowSelection, filter: Filter, total: number): Selection {
  return selection.mode === 'these'
    ? { mode: 'these', ids: [...selection.ids] }
    : { mode: 'allBut', filter, except: [...selection.except], expected: countSelected(selection, total) }
}

function changed(set: ReadonlySet<string>, ids: Iterable<string>, present: boolean): ReadonlySet<string> {
  const result = new Set(set)
  for (const id of ids) {
    if (present) result.add(id)
    else result.delete(id)
  }
  return result
}
