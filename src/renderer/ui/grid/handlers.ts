import type { GridApi } from 'ag-grid-community'
import { createContext, useContext, useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridRow } from './columns'
import type { GridProps } from './props'
import { useShowLines } from './seen-lines'
import { everythingSelected, isSelected, noSelection, type RowSelection, select, toggle } from './selection'

/** What cells and headers need of the grid they stand in. */
export interface GridHandlers<Row extends GridRow> {
  readonly selection: RowSelection
  readonly total: number
  readonly filteredFields: readonly string[]
  /** What the box of a row is called. */
  selectLabel(row: Row): string
  open(row: Row): void
  toggleRow(row: Row, index: number, withRange: boolean): void
  toggleAll(): void
  selectAll(): void
  showRange(api: Pick<GridApi, 'getVerticalPixelRange' | 'getDisplayedRowAtIndex' | 'getDisplayedRowCount'>): void
}

export const GridContext = createContext<GridHandlers<GridRow> | null>(null)

export function useGrid(): GridHandlers<GridRow> {
  const grid = useContext(GridContext)
  if (!grid) throw new Error('This part stands inside a grid')
  return grid
}

export function useHandlers<Row extends GridRow>(
  props: GridProps<Row>,
  api: GridApi<Row> | null,
  total: number,
): GridHandlers<Row> {
  const { t } = useTranslation()
  const showLines = useShowLines()
  const latest = useRef(props)
  const anchor = useRef<number | null>(null)
  useEffect(() => {
    latest.current = props
  })
  useForgetSelection(props)

  const { selection } = props
  const filteredFields = useStable(props.filteredFields ?? [])
  return useMemo(
    () => ({
      selection,
      total,
      filteredFields,
      selectLabel: (row) => t('grid.selectRow', { name: latest.current.rowLabel(row) }),
      open: (row) => latest.current.onOpen(row),
      toggleRow(row, index, withRange) {
        const from = anchor.current
        anchor.current = index
        const { onSelectionChange } = latest.current
        if (!withRange || from === null || !api) return onSelectionChange(toggle(selection, row.id))
        onSelectionChange(select(selection, loadedIds(api, from, index), !isSelected(selection, row.id)))
      },
      toggleAll() {
        const some = selection.mode === 'allBut' || selection.ids.size > 0
        latest.current.onSelectionChange(some ? noSelection : everythingSelected)
      },
      selectAll() {
        latest.current.onSelectionChange(everythingSelected)
      },
      showRange(grid) {
        const { top, bottom } = grid.getVerticalPixelRange()
        const height = grid.getDisplayedRowAtIndex(0)?.rowHeight ?? 0
        const rowCount = grid.getDisplayedRowCount()
        if (height > 0) {
          showLines({
            first: Math.floor(top / height) + 1,
            last: Math.min(Math.max(1, Math.floor(bottom / height)), rowCount),
          })
        }
      },
    }),
    [selection, total, filteredFields, api, showLines, t],
  )
}

/** The same list for the same words, so that a list written in line does not redraw every header. */
function useStable(words: readonly string[]): readonly string[] {
  const key = words.join('\n')
  return useMemo(() => (key === '' ? [] : key.split('\n')), [key])
}

/** A selection belongs to the list it was made in: another filter begins with none. */
function useForgetSelection<Row extends GridRow>({ loadKey, onSelectionChange }: GridProps<Row>): void {
  const made = useRef(loadKey)
  useEffect(() => {
    if (made.current === loadKey) return
    made.current = loadKey
    onSelectionChange(noSelection)
  }, [loadKey, onSelectionChange])
}

function loadedIds<Row extends GridRow>(api: GridApi<Row>, from: number, to: number): string[] {
  const ids: string[] = []
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    const row = api.getDisplayedRowAtIndex(index)?.data
    if (row) ids.push(row.id)
  }
  return ids
}
