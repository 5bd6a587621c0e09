import type { CellType } from '../../shared/rules/spreadsheet-safety.ts'

/**
 * What a column holds decides how it is written: identifiers and phones are texts that keep their zeros, days are
 * days, numbers are numbers.
 */
export interface TableColumn {
  readonly header: string
  readonly type: CellType
  /** Kept for whoever reads the file again, not shown to people. */
  readonly hidden?: boolean
}

/** A day is given as `2026-11-23`; its column says that it is one. */
export type TableCell = string | number | null
export type TableRow = readonly TableCell[]

/** A table to be written, its rows produced as they are asked for. */
export interface Table {
  readonly name: string
  readonly columns: readonly TableColumn[]
  readonly rows: AsyncIterable<TableRow>
  /** What the file says of itself, on a sheet of its own. */
  readonly about: { readonly name: string; readonly lines: readonly (readonly [string, string])[] }
}
