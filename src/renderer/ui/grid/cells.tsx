import { IconArrowDown, IconArrowUp, IconFilter } from '@tabler/icons-react'
import type { CustomCellRendererProps, CustomHeaderProps } from 'ag-grid-react'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridColumn, GridRow } from './columns'
import { useGrid } from './handlers'
import { headerState, isSelected } from './selection'

/** A cell drawn by its column. */
export function RenderedCell({ data, column }: CustomCellRendererProps<GridRow> & { column: GridColumn<GridRow> }) {
  return data ? <span className="cut">{column.render?.(data)}</span> : null
}

/** The words of a header; a funnel says that a condition bears on the column. */
export function HeaderCell({ displayName, column, enableSorting, progressSort }: CustomHeaderProps) {
  const { t } = useTranslation()
  const filtered = useGrid().filteredFields.includes(column.getColId())
  const sort = useSyncExternalStore(
    (listener) => {
      column.addEventListener('sortChanged', listener)
      return () => column.removeEventListener('sortChanged', listener)
    },
    () => column.getSort() ?? null,
  )
  return (
    // the keys of a header are the grid's, see `headerKeys`
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the header cell around it holds the focus and the keys
    <span
      className="header-label"
      data-sorted={sort ?? undefined}
      onClick={(event) => enableSorting && progressSort(event.shiftKey)}
    >
      <span className="cut">{displayName}</span>
      {sort === 'asc' ? <IconArrowUp size={13} /> : null}
      {sort === 'desc' ? <IconArrowDown size={13} /> : null}
      {filtered ? <IconFilter size={13} className="header-filter" role="img" aria-label={t('grid.filtered')} /> : null}
    </span>
  )
}

export function SelectCell({ data, node }: CustomCellRendererProps<GridRow>) {
  const grid = useGrid()
  if (!data) return null
  return (
    <input
      type="checkbox"
      className="check"
      tabIndex={-1}
      aria-label={grid.selectLabel(data)}
      checked={isSelected(grid.selection, data.id)}
      onClick={(event) => grid.toggleRow(data, node.rowIndex ?? 0, event.shiftKey)}
      onChange={() => undefined}
    />
  )
}

/** Ours, because the grid's own would only know the rows already loaded. */
export function SelectAllCell() {
  const { t } = useTranslation()
  const grid = useGrid()
  const state = headerState(grid.selection, grid.total)
  return (
    <input
      type="checkbox"
      className="check"
      tabIndex={-1}
      aria-label={t('grid.selectAll')}
      checked={state === 'all'}
      ref={(input) => {
        if (input) input.indeterminate = state === 'some'
      }}
      onChange={() => grid.toggleAll()}
    />
  )
}
