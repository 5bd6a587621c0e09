import { IconArrowDown, IconArrowUp, IconFilter } from '@tabler/icons-react'
import type { CustomCellRendererProps, CustomInnerHeaderProps } from 'ag-grid-react'
import { useTranslation } from 'react-i18next'
import type { GridColumn, GridRow } from './columns'
import { useGrid } from './handlers'
import { headerState, isSelected } from './selection'

/** A cell drawn by its column. */
export function RenderedCell({ data, column }: CustomCellRendererProps<GridRow> & { column: GridColumn<GridRow> }) {
  return data ? <>{column.render?.(data)}</> : null
}

/** The words of a header; a funnel says that a condition bears on the column. */
export function HeaderLabel({ displayName, filtered }: CustomInnerHeaderProps & { filtered: boolean }) {
  const { t } = useTranslation()
  return (
    <span className="header-label">
      <span className="cut">{displayName}</span>
      <IconArrowUp size={13} className="header-sort" data-way="up" />
      <IconArrowDown size={13} className="header-sort" data-way="down" />
      {filtered ? <IconFilter size={13} className="header-filter" aria-label={t('grid.filtered')} /> : null}
    </span>
  )
}

export function SelectCell({ data, node }: CustomCellRendererProps<GridRow>) {
  const { t } = useTranslation()
  const grid = useGrid()
  if (!data) return null
  return (
    <input
      type="checkbox"
      className="check"
      tabIndex={-1}
      aria-label={t('grid.selectRow', { name: grid.rowLabel(data) })}
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
