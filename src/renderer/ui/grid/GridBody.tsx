import type { ColDef, GridApi } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Sort } from '../../../shared/features/lists'
import { firstRowsDrawn } from '../../first-rows'
import { usePreferences } from '../../theme/preferences'
import { styleNonce } from '../../theme/ThemeProvider'
import { toColumnDefinitions } from './column-definitions'
import { type ColumnStates, completeColumnStates, type GridRow, sameColumnStates } from './columns'
import { EditNotice, type PendingEdit, saveEdit } from './EditNotice'
import { GridContext, useHandlers } from './handlers'
import { type HeadStart, pageOfRows } from './head-start'
import type { GridProps } from './props'
import { useSettled } from '../../use-settled'
import { useDatasource } from './rows'
import { isSelected } from './selection'
import { modules, rowSelection } from './modules'
import { gridTheme } from './theme'
import { gridWords } from './words'
import './grid.css'

/** AG Grid, driven by our props. */
export function GridBody<Row extends GridRow>(props: GridProps<Row> & { readonly headStart: HeadStart<Row> }) {
  const { language, density } = usePreferences()
  const settled = useSettled() // the rows just out of sight are drawn after those in sight
  const [api, setApi] = useState<GridApi<Row> | null>(null)
  const [pending, setPending] = useState<PendingEdit<Row> | null>(null)
  const { datasource, rows } = useDatasource(props)
  const handlers = useHandlers(props, api, rows.total)
  const box = useRef(handlers)
  useEffect(() => {
    box.current = handlers
  })
  const columnDefs = useColumnDefinitions(props, language)
  useColumnStates(api, props)
  useDrawnSelection(api, props)
  useRefresh(api, props.refreshKey)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const grid = body.current?.querySelector('[role="grid"]')
    grid?.setAttribute('aria-label', props.label)
    grid?.setAttribute('aria-rowcount', String(rows.total + 1))
  }, [api, props.label, rows.total])

  return (
    <GridContext value={handlers}>
      <div className="grid-body" role="presentation" ref={body}>
        <AgGridReact<Row>
          key={language + density}
          modules={modules}
          theme={gridTheme}
          styleNonce={styleNonce}
          localeText={gridWords(language)}
          rowModelType="infinite"
          datasource={datasource}
          cacheBlockSize={pageOfRows}
          maxBlocksInCache={20}
          maxConcurrentDatasourceRequests={2}
          infiniteInitialRowCount={1}
          rowBuffer={settled ? 6 : 0}
          getRowId={({ data }) => data.id}
          context={box}
          columnDefs={columnDefs}
          rowSelection={rowSelection}
          readOnlyEdit
          ensureDomOrder
          animateRows={false}
          suppressDragLeaveHidesColumns
          suppressNoRowsOverlay
          enableBrowserTooltips // there are none, and the grid's own would be made for every cell all the same
          alwaysShowVerticalScroll
          enterNavigatesVerticallyAfterEdit={false}
          onGridReady={(event) => setApi(event.api)}
          onGridPreDestroyed={() => setApi(null)}
          onCellEditRequest={(event) => void saveEdit(event, props.columns, setPending)}
          onSortChanged={(event) => props.onSortChange(sortOf(event.api))}
          onColumnMoved={(event) => event.finished && event.source === 'uiColumnMoved' && emitColumns(event.api, props)}
          onColumnResized={(event) =>
            event.finished && event.source === 'uiColumnResized' && emitColumns(event.api, props)
          }
          onFirstDataRendered={firstRowsDrawn}
          onModelUpdated={(event) => {
            drawSelection(event.api, props)
            handlers.showRange(event.api)
          }}
          onBodyScroll={(event) => handlers.showRange(event.api)}
          onGridSizeChanged={(event) => onceMeasured(event.api, () => handlers.showRange(event.api))}
        />
        {pending && api ? <EditNotice key={pending.node.id} pending={pending} api={api} onClose={setPending} /> : null}
      </div>
    </GridContext>
  )
}

function useColumnDefinitions<Row extends GridRow>(props: GridProps<Row>, language: string): ColDef<Row>[] {
  const { columns } = props
  const first = useRef({ states: props.columnStates, sort: props.sort })
  return useMemo(
    () => toColumnDefinitions(columns, first.current.states, first.current.sort),
    // oxlint-disable-next-line react/exhaustive-deps -- a new language is new headers, though the columns may be the same
    [columns, language],
  )
}

/** Brings the order, widths and visibility of a chosen view into the grid, unless they come from it. */
function useColumnStates<Row extends GridRow>(api: GridApi<Row> | null, props: GridProps<Row>): void {
  const { columnStates, columns, sort } = props
  useEffect(() => {
    if (!api) return
    const wanted = completeColumnStates(columnStates, columns)
    if (!sameColumnStates(wanted, statesOf(api, wanted))) {
      api.applyColumnState({
        state: [
          { colId: 'selection' },
          ...wanted.map(({ field, width, hidden }) => ({
            colId: field,
            hide: hidden,
            ...(width ? { width, flex: null } : {}),
          })),
        ],
        applyOrder: true,
      })
    }
  }, [api, columnStates, columns])
  useEffect(() => {
    if (!api || JSON.stringify(sortOf(api)) === JSON.stringify(sort)) return
    api.applyColumnState({
      state: sort.map(({ field, direction }, sortIndex) => ({ colId: field, sort: direction, sortIndex })),
      defaultState: { sort: null },
    })
  }, [api, sort])
}

function useDrawnSelection<Row extends GridRow>(api: GridApi<Row> | null, props: GridProps<Row>): void {
  const { selection } = props
  useEffect(() => {
    if (api) drawSelection(api, { selection })
  }, [api, selection])
}

function useRefresh<Row extends GridRow>(api: GridApi<Row> | null, refreshKey: unknown): void {
  const seen = useRef(refreshKey)
  useEffect(() => {
    if (!api || seen.current === refreshKey) return
    seen.current = refreshKey
    api.refreshInfiniteCache()
  }, [api, refreshKey])
}

function drawSelection<Row extends GridRow>(api: GridApi<Row>, { selection }: Pick<GridProps<Row>, 'selection'>): void {
  const on = api.getSelectedNodes().filter((node) => node.id !== undefined && !isSelected(selection, node.id))
  api.setNodesSelected({ nodes: on, newValue: false, source: 'api' })
  const off: typeof on = []
  api.forEachNode((node) => {
    if (node.data && isSelected(selection, node.data.id) && !node.isSelected()) off.push(node)
  })
  api.setNodesSelected({ nodes: off, newValue: true, source: 'api' })
}

function emitColumns<Row extends GridRow>(api: GridApi<Row>, props: GridProps<Row>): void {
  props.onColumnStatesChange(statesOf(api, completeColumnStates(props.columnStates, props.columns), 'withWidths'))
}

/** The widths are the grid's own unless somebody set one: only then are they worth keeping. */
function statesOf<Row extends GridRow>(api: GridApi<Row>, known: ColumnStates, widths?: 'withWidths'): ColumnStates {
  return api.getColumnState().flatMap(({ colId, hide, width, flex }) => {
    const before = known.find(({ field }) => field === colId)
    if (!before) return []
    const changed = widths === 'withWidths' && flex === null && width !== undefined
    return [{ field: colId, hidden: hide ?? false, width: changed ? width : before.width }]
  })
}

/** The grid says its new size before it measures how much of its rows is seen, in the same frame. */
function onceMeasured<Row extends GridRow>(api: GridApi<Row>, then: () => void): void {
  requestAnimationFrame(() => {
    if (!api.isDestroyed()) then()
  })
}

function sortOf<Row extends GridRow>(api: GridApi<Row>): Sort[] {
  return api
    .getColumnState()
    .filter((state) => state.sort)
    .toSorted((left, right) => (left.sortIndex ?? 0) - (right.sortIndex ?? 0))
    .map(({ colId, sort }) => ({ field: colId, direction: sort === 'desc' ? 'desc' : 'asc' }))
}
