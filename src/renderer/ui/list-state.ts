import { useMemo, useState } from 'react'
import type { Filter, Sort, ViewDefinition } from '../../shared/features/lists'
import { emptyFilter } from '../../shared/rules/lists'
import type { ColumnStates } from './grid/columns'
import { noSelection, type RowSelection } from './grid/selection'

/** How a list is shown now: a view, and what was changed since it was opened. */
export interface ListState {
  readonly definition: ViewDefinition
  /** The view as it was opened. */
  readonly opened: ViewDefinition
  readonly filter: Filter
  readonly sort: Sort[]
  readonly columnStates: ColumnStates
  readonly selection: RowSelection
  /** Says which rows these are; the grid reads them again when it changes. */
  readonly loadKey: string
  /** Whether something differs from the view as it was opened. */
  readonly changed: boolean
  readonly filtered: boolean
  readonly open: (view: ViewDefinition) => void
  readonly setFilter: (filter: Filter) => void
  readonly setSort: (sort: Sort[]) => void
  readonly setColumnStates: (states: ColumnStates) => void
  readonly setSelection: (selection: RowSelection) => void
  readonly setLayout: (layout: ViewDefinition['layout']) => void
  readonly clearFilter: () => void
}

/** `now`: what the view had become when the list was left. */
export function useListState(initial: ViewDefinition, now: ViewDefinition = initial): ListState {
  const [opened, setOpened] = useState(initial)
  const [definition, setDefinition] = useState(now)
  const [selection, setSelection] = useState<RowSelection>(noSelection)
  return useMemo(() => {
    const change = (part: Partial<ViewDefinition>) => setDefinition((before) => ({ ...before, ...part }))
    return {
      definition,
      opened,
      filter: definition.filter,
      sort: definition.sort,
      columnStates: definition.columns,
      selection,
      loadKey: JSON.stringify(definition.filter),
      changed: JSON.stringify(definition) !== JSON.stringify(opened),
      filtered: definition.filter.conditions.length > 0 || definition.filter.search !== '',
      open(view) {
        setOpened(view)
        setDefinition(view)
      },
      setFilter: (filter) => change({ filter }),
      setSort: (sort) => change({ sort }),
      setColumnStates: (columns) => change({ columns }),
      setSelection,
      setLayout: (layout) => change({ layout }),
      clearFilter: () => change({ filter: { ...emptyFilter, trashed: definition.filter.trashed } }),
    }
  }, [definition, opened, selection])
}
