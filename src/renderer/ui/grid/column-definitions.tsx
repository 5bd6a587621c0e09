import type { ColDef, SuppressHeaderKeyboardEventParams, SuppressKeyboardEventParams } from 'ag-grid-community'
import type { Sort } from '../../../shared/features/lists'
import { HeaderCell, RenderedCell, SelectAllCell, SelectCell } from './cells'
import { type ColumnStates, completeColumnStates, type GridColumn, type GridRow } from './columns'
import { CellEditor } from './CellEditor'
import type { GridHandlers } from './handlers'

/** Our columns in AG Grid's words. Text cells are plain text: React draws only those that need it. */
export function toColumnDefinitions<Row extends GridRow>(
  columns: readonly GridColumn<Row>[],
  states: ColumnStates,
  sort: readonly Sort[],
): ColDef<Row>[] {
  const ordered = completeColumnStates(states, columns).flatMap((state) => {
    const column = columns.find(({ field }) => field === state.field)
    return column ? [{ column, state }] : []
  })
  return [selectionColumn(), ...ordered.map(({ column, state }) => columnDefinition(column, state, sort))]
}

function columnDefinition<Row extends GridRow>(
  column: GridColumn<Row>,
  state: ColumnStates[number],
  sort: readonly Sort[],
): ColDef<Row> {
  const sortIndex = sort.findIndex(({ field }) => field === column.field)
  return {
    colId: column.field,
    headerName: column.header,
    headerComponent: HeaderCell,
    suppressHeaderKeyboardEvent: headerKeys,
    headerClass: column.align === 'end' ? 'header-end' : '',
    valueGetter: ({ data }) => (data ? column.text(data) : undefined),
    ...(column.render ? { cellRenderer: RenderedCell, cellRendererParams: { column } } : {}),
    cellClass: cellClasses(column),
    cellClassRules: { 'cell-loading': ({ data }) => !data },
    ...(state.width === null ? { width: column.width } : { width: state.width }),
    ...(column.grows && state.width === null ? { flex: 1, minWidth: column.width } : { minWidth: 64 }),
    initialHide: state.hidden,
    resizable: true,
    sortable: column.sortable ?? false,
    sortingOrder: ['asc', 'desc'],
    ...(sortIndex >= 0 ? { initialSort: sort[sortIndex]?.direction ?? null, initialSortIndex: sortIndex } : {}),
    editable: ({ data }) => column.edit !== undefined && data !== undefined,
    cellEditor: CellEditor,
    cellEditorParams: { column },
    cellEditorPopup: true,
    cellEditorPopupPosition: 'over',
    suppressKeyboardEvent: ownKeys,
    onCellClicked: ({ data, context }) => {
      if (column.look === 'record' && data) handlersOf<Row>(context).open(data)
    },
    onCellDoubleClicked: ({ data, context }) => {
      if (!column.edit && data) handlersOf<Row>(context).open(data)
    },
  }
}

function cellClasses<Row extends GridRow>({ look, align, ...column }: GridColumn<Row>): string[] {
  return [
    ...(column.render ? ['cell-rendered'] : []),
    ...(look ? [`cell-${look}`] : []),
    ...(align === 'end' ? ['cell-end'] : []),
  ]
}

function selectionColumn<Row extends GridRow>(): ColDef<Row> {
  return {
    colId: 'selection',
    width: 48,
    minWidth: 48,
    maxWidth: 48,
    resizable: false,
    sortable: false,
    lockPosition: 'left',
    suppressMovable: true,
    headerComponent: SelectAllCell,
    cellRenderer: SelectCell,
    cellClass: 'cell-select',
    headerClass: 'header-select',
    suppressKeyboardEvent: ownKeys,
  }
}

/**
 * The keys of a working list: Enter opens, Space selects, F2 edits (the grid's own). A letter does not start an
 * edit, and Delete does not empty a cell: both are too easily typed by mistake.
 */
function ownKeys<Row extends GridRow>(params: SuppressKeyboardEventParams<Row>): boolean {
  const { event, editing, data, node } = params
  const grid = handlersOf<Row>(params.context)
  if (editing) return false
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() !== 'a') return false
    event.preventDefault()
    grid.selectAll()
    return true
  }
  if (event.key === 'Enter' && data) {
    grid.open(data)
    return true
  }
  if (event.key === ' ' && data) {
    event.preventDefault()
    grid.toggleRow(data, node.rowIndex ?? 0, event.shiftKey)
    return true
  }
  return event.key.length === 1 || event.key === 'Delete' || event.key === 'Backspace'
}

/** Enter sorts by a column, with Shift after those that sort already. */
function headerKeys<Row extends GridRow>({ event, column, api }: SuppressHeaderKeyboardEventParams<Row>): boolean {
  if (event.key !== 'Enter' || !('getColId' in column) || !column.getColDef().sortable) return false
  const sort = column.getSort() === 'asc' ? 'desc' : 'asc'
  api.applyColumnState({
    state: [{ colId: column.getColId(), sort }],
    ...(event.shiftKey ? {} : { defaultState: { sort: null } }),
  })
  return true
}

/** The handlers change with the selection; the grid holds the one box they are in. */
export interface HandlersBox<Row extends GridRow> {
  current: GridHandlers<Row>
}

function handlersOf<Row extends GridRow>(context: HandlersBox<Row>): GridHandlers<Row> {
  return context.current
}
