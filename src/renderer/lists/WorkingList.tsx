import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Filter, ListName, Page, PageRequest, Selection, Sort } from '../../shared/features/lists'
import { onChange } from '../api'
import { useFormat } from '../i18n/format'
import { NothingFound } from '../ui/EmptyState'
import { Grid } from '../ui/Grid'
import { GridToolbar } from '../ui/GridToolbar'
import { completeColumnStates, type GridColumn, type GridRow } from '../ui/grid/columns'
import type { FilterField } from '../ui/grid/conditions'
import type { Counts, RowsRequest } from '../ui/grid/props'
import { countSelected, everythingSelected, noSelection, toCommandSelection } from '../ui/grid/selection'
import { type ListState, useListState } from '../ui/list-state'
import { SaveView } from '../ui/SaveView'
import { SelectionBar } from '../ui/SelectionBar'
import { ViewTabs } from '../ui/ViewTabs'
import { useSettled } from '../use-settled'
import { leaveList, leftList, startWalk } from './memory'
import { type BuiltInView, type ListView, useViewCounts, useViews } from './use-views'
import './working-list.css'

/** The rows one acts on, and the columns one sees: what a change, or an export, is told. */
export interface ShownList {
  readonly list: ListName
  readonly filter: Filter
  readonly sort: readonly Sort[]
  readonly columns: readonly { readonly field: string; readonly header: string }[]
  /** How every column is called, shown or hidden: a filter may be on one that is hidden. */
  readonly headers: Readonly<Record<string, string>>
  /** Null: the whole list of this filter. */
  readonly selection: Selection | null
  readonly count: number
}

export interface Selected {
  readonly selection: Selection
  readonly count: number
  /** These rows as they are on screen, to be made a file. */
  readonly shown: ShownList
  readonly clear: () => void
}

interface WorkingListProps<Row extends GridRow> {
  readonly list: ListName
  readonly label: string
  readonly columns: readonly GridColumn<Row>[]
  readonly fields: readonly FilterField[]
  /** The first one is shown at first. */
  readonly views: readonly [BuiltInView, ...BuiltInView[]]
  /** Must not change from one render to the next. */
  readonly load: (request: PageRequest) => Promise<Page<Row>>
  readonly summary: (counts: Counts) => string
  readonly rowMeaning: string
  readonly selectedWords: (count: number) => string
  readonly rowLabel: (row: Row) => string
  readonly onOpen: (row: Row) => void
  /** What can be done with the selected rows. */
  readonly acts: (selected: Selected) => ReactNode
  /** Hands what is on screen over, to be made a file. */
  readonly onExport?: ((shown: ShownList) => void) | undefined
}

/** A working list whole: its views, its conditions, its rows, and what is done with those selected. */
export function WorkingList<Row extends GridRow>(props: WorkingListProps<Row>) {
  const { list, columns, load, onExport } = props
  const { t } = useTranslation()
  const [left] = useState(() => leftList(list))
  const [first] = props.views
  const [viewId, setViewId] = useState(left?.viewId ?? first.id)
  const state = useListState(left?.opened ?? first.definition, left?.now)
  const { views, save, remove } = useViews(list, props.views)
  const [counts, setCounts] = useState<Counts | null>(null)
  const settled = useSettled()
  const viewCounts = useViewCounts(list, views, load, settled && counts !== null)
  const view = views.find(({ id }) => id === viewId) ?? views[0]
  const refreshKey = useChangeCount()
  const walked = useWalkedRows(list, state, view?.name ?? '')

  useEffect(() => {
    leaveList(list, { viewId, opened: state.opened, now: state.definition })
  }, [list, viewId, state.opened, state.definition])

  function openView(next: ListView): void {
    setViewId(next.id)
    state.open(next.definition)
    state.setSelection(noSelection)
  }

  async function keep(id: string | null, name: string, shared: boolean): Promise<void> {
    const saved = await save({ id, name, shared, definition: state.definition })
    if (saved) openView({ id: saved.id, name: saved.name, definition: saved.definition, saved })
  }

  const total = counts?.total ?? 0
  const count = countSelected(state.selection, total)
  const visible = completeColumnStates(state.columnStates, columns as readonly GridColumn<GridRow>[])
    .filter(({ hidden }) => !hidden)
    .map(({ field }) => ({ field, header: columns.find((column) => column.field === field)?.header ?? field }))
  const headers = Object.fromEntries(columns.map(({ field, header }) => [field, header]))
  const shown = { list, filter: state.filter, sort: state.sort, columns: visible, headers }
  const selection = toCommandSelection(state.selection, state.filter, total)
  const selected: Selected = {
    selection,
    count,
    shown: { ...shown, selection, count },
    clear: () => state.setSelection(noSelection),
  }

  return (
    <div className="working-list">
      <ViewTabs
        label={t('lists.views')}
        current={viewId}
        tabs={views.map(({ id, name }, index) => ({ id, name, count: viewCounts[index] }))}
        onSelect={(id) => {
          const next = views.find((candidate) => candidate.id === id)
          if (next) openView(next)
        }}
      />
      <GridToolbar
        filter={state.filter}
        onFilterChange={state.setFilter}
        fields={props.fields}
        columns={columns as readonly GridColumn<GridRow>[]}
        columnStates={state.columnStates}
        onColumnStatesChange={state.setColumnStates}
        {...(onExport ? { onExport: () => onExport({ ...shown, selection: null, count: total }) } : {})}
      >
        <SaveView
          view={view?.saved ?? null}
          changed={state.changed}
          onSave={() => view?.saved && void keep(view.saved.id, view.saved.name, view.saved.shared)}
          onSaveAs={(name, shared) => void keep(null, name, shared)}
          onRename={(name, shared) =>
            view?.saved && void save({ id: view.saved.id, name, shared, definition: view.saved.definition })
          }
          onRemove={() => {
            if (!view?.saved || !views[0]) return
            void remove(view.saved)
            openView(views[0])
          }}
        />
      </GridToolbar>
      <Grid<Row>
        label={props.label}
        columns={columns}
        load={async (request: RowsRequest) => {
          const page = await load({ ...request, filter: state.filter })
          walked.remember(request, page)
          return page
        }}
        loadKey={state.loadKey}
        refreshKey={refreshKey}
        sort={state.sort}
        onSortChange={state.setSort}
        columnStates={state.columnStates}
        onColumnStatesChange={state.setColumnStates}
        selection={state.selection}
        onSelectionChange={state.setSelection}
        filteredFields={state.filter.conditions.map(({ field }) => field)}
        rowLabel={props.rowLabel}
        onOpen={(row) => {
          walked.walkTo(total)
          props.onOpen(row)
        }}
        onLoaded={setCounts}
        summary={props.summary}
        rowMeaning={props.rowMeaning}
        empty={
          <NothingFound
            title={t('lists.nothing')}
            body={t('lists.nothingBody')}
            acts={state.filtered ? <Button onClick={state.clearFilter}>{t('lists.clearFilter')}</Button> : null}
          />
        }
      />
      <SelectedRows
        words={count > 0 ? props.selectedWords(count) : ''}
        count={count}
        total={total}
        onTakeAll={() => state.setSelection(everythingSelected)}
        onClear={selected.clear}
      >
        {count > 0 ? props.acts(selected) : null}
      </SelectedRows>
    </div>
  )
}

interface SelectedRowsProps {
  readonly words: string
  readonly count: number
  readonly total: number
  readonly onTakeAll: () => void
  readonly onClear: () => void
  readonly children: ReactNode
}

function SelectedRows({ words, count, total, ...rest }: SelectedRowsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <SelectionBar
      {...rest}
      count={count}
      summary={words}
      takeAll={count > 0 && count < total ? t('lists.takeAll', { total: format.number(total) }) : null}
    />
  )
}

/** Grows with every change anywhere, so that what is shown is read again. */
function useChangeCount(): number {
  const [count, setCount] = useState(0)
  useEffect(() => onChange(() => setCount((before) => before + 1)), [])
  return count
}

/** Notes where each row that was read stands, so that its record knows the one before and the one after. */
function useWalkedRows(list: ListName, { filter, sort }: ListState, viewName: string) {
  const positions = useMemo(() => {
    void filter
    void sort
    return new Map<string, number>()
  }, [filter, sort])
  return {
    remember(request: RowsRequest, page: Page<GridRow>): void {
      page.rows.forEach((row, index) => positions.set(row.id, request.offset + index))
    },
    walkTo: (total: number) => startWalk(list, { viewName, filter, sort, total, positions }),
  }
}
