import type { ReactNode } from 'react'
import type { Page, Sort } from '../../../shared/features/lists'
import type { ColumnStates, GridColumn, GridRow } from './columns'
import type { RowSelection } from './selection'

export interface RowsRequest {
  readonly offset: number
  readonly limit: number
  readonly sort: Sort[]
}

export interface GridProps<Row extends GridRow> {
  /** What the grid holds, for screen readers: « Personnes ». */
  readonly label: string
  readonly columns: readonly GridColumn<Row>[]
  /** Asks for one page. May change at every render; the list is read again when `loadKey` changes. */
  load(request: RowsRequest): Promise<Page<Row>>
  /** Says which list this is: the filter and the search, as text. A new one starts again from the top. */
  readonly loadKey: string
  /** Changes when rows were written somewhere: what is shown is read again, in place. */
  readonly refreshKey?: unknown
  readonly sort: readonly Sort[]
  readonly onSortChange: (sort: Sort[]) => void
  readonly columnStates: ColumnStates
  readonly onColumnStatesChange: (states: ColumnStates) => void
  readonly selection: RowSelection
  readonly onSelectionChange: (selection: RowSelection) => void
  onOpen(row: Row): void
  /** The name of a row, said with its checkbox. */
  rowLabel(row: Row): string
  /** Fields that a condition bears on: their headers show it. */
  readonly filteredFields?: readonly string[]
  readonly onLoaded?: (counts: Counts) => void
  /** « 1 284 personnes sur 100 248 » */
  readonly summary: (counts: Counts) => string
  /** « Une ligne est une personne » */
  readonly rowMeaning: string
  /** Shown when the list has no row. */
  readonly empty: ReactNode
}

export interface Counts {
  readonly total: number
  readonly unfiltered: number
}
