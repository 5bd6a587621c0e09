import type { ReactNode } from 'react'
import type { FieldConflict } from '../../../shared/endpoint'
import type { ViewDefinition } from '../../../shared/features/lists'

export interface GridRow {
  readonly id: string
}

/** A column, described once by its feature. `field` is the name the list is sorted and filtered by. */
export interface GridColumn<Row extends GridRow> {
  readonly field: string
  readonly header: string
  /** The text of the cell: what is shown when there is no `render`, and what a screen reader says. */
  text(row: Row): string
  render?(row: Row): ReactNode
  readonly width: number
  /** Takes the room left, never under `width`. */
  readonly grows?: boolean
  readonly sortable?: boolean
  readonly align?: 'start' | 'end'
  /** `record`: the name that opens the record. `muted`: a date, a detail. */
  readonly look?: 'record' | 'muted' | 'figures'
  readonly hiddenAtFirst?: boolean
  readonly edit?: CellEdit<Row>
}

/** How a cell is edited in place, with F2 or a double click. */
export type CellEdit<Row> =
  | {
      readonly kind: 'text'
      valueOf(row: Row): string
      /** Says what is wrong with a text, or null; checked before saving. */
      validate?(text: string): string | null
      save(row: Row, text: string): Promise<EditOutcome<Row>>
    }
  | {
      readonly kind: 'choice'
      valueOf(row: Row): string | null
      choices(search: string): Promise<readonly Choice[]> | readonly Choice[]
      save(row: Row, value: string | null): Promise<EditOutcome<Row>>
    }

export interface Choice {
  readonly value: string | null
  readonly label: string
  readonly detail?: string
}

/** What came of an edit. A conflict shows both values; `overwrite` writes ours over theirs. */
export type EditOutcome<Row> =
  | { readonly outcome: 'saved'; readonly row: Row }
  | { readonly outcome: 'refused'; readonly message: string }
  | {
      readonly outcome: 'conflict'
      readonly conflict: FieldConflict
      readonly theirs: string
      readonly row: Row
      readonly overwrite: () => Promise<EditOutcome<Row>>
    }

/** Order, width and visibility of the columns, as a view keeps them. */
export type ColumnStates = ViewDefinition['columns']

export function initialColumnStates<Row extends GridRow>(columns: readonly GridColumn<Row>[]): ColumnStates {
  return columns.map((column) => ({ field: column.field, width: null, hidden: column.hiddenAtFirst ?? false }))
}

/** A view kept before a column existed still shows it, last; one that left the product is dropped. */
export function completeColumnStates<Row extends GridRow>(
  states: ColumnStates,
  columns: readonly GridColumn<Row>[],
): ColumnStates {
  const known = states.filter((state) => columns.some((column) => column.field === state.field))
  const missing = initialColumnStates(columns).filter((state) => !known.some(({ field }) => field === state.field))
  return [...known, ...missing]
}

export function sameColumnStates(left: ColumnStates, right: ColumnStates): boolean {
  return (
    left.length === right.length &&
    left.every((state, index) => {
      const other = right[index]
      return state.field === other?.field && state.hidden === other.hidden && state.width === other.width
    })
  )
}

export function moveColumn(states: ColumnStates, field: string, by: -1 | 1): ColumnStates {
  const from = states.findIndex((state) => state.field === field)
  const to = from + by
  const moved = states[from]
  if (!moved || to < 0 || to >= states.length) return states
  return states.toSpliced(from, 1).toSpliced(to, 0, moved)
}

export function showColumn(states: ColumnStates, field: string, shown: boolean): ColumnStates {
  return states.map((state) => (state.field === field ? { ...state, hidden: !shown } : state))
}
