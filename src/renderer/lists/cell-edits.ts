import type { Saved } from '../../shared/endpoint'
import type { AppError } from '../../shared/errors'
import { asAppError } from '../connection'
import type { EditOutcome, GridRow } from '../ui/grid/columns'

type VersionedRow = GridRow & { readonly version: number }

interface CellWriter<Row extends VersionedRow, RecordOf, Fields> {
  readonly read: (id: string) => Promise<RecordOf>
  readonly write: (input: { id: string; version: number; fields: Fields }) => Promise<Saved<RecordOf>>
  /** The row as the list would show it, from the record just written. */
  readonly toRow: (record: RecordOf, before: Row) => Row
  /** A value as the cell shows it. */
  readonly shown: (field: string, value: unknown) => string
  readonly words: (error: AppError) => string
  readonly onSaved: () => void
}

/** Saves what was typed in a cell; a conflict carries what is needed to decide, beside the cell. */
export async function saveCell<Row extends VersionedRow, RecordOf extends { readonly version: number }, Fields>(
  writer: CellWriter<Row, RecordOf, Fields>,
  row: Row,
  fields: Fields,
): Promise<EditOutcome<Row>> {
  try {
    const answer = await writer.write({ id: row.id, version: row.version, fields })
    if (answer.outcome === 'saved') {
      writer.onSaved()
      return { outcome: 'saved', row: writer.toRow(answer.record, row) }
    }
    const [conflict] = answer.conflicts
    if (!conflict) throw new Error('a conflict names a field')
    const now = writer.toRow(await writer.read(row.id), row)
    return {
      outcome: 'conflict',
      conflict,
      theirs: writer.shown(conflict.field, conflict.theirs),
      row: now,
      overwrite: () => saveCell(writer, now, fields),
    }
  } catch (problem) {
    return { outcome: 'refused', message: writer.words(asAppError(problem)) }
  }
}
