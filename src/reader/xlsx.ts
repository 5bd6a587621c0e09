import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { type CellValue, type StreamRow, streamXlsxRows } from 'hucre/xlsx'
import { fileLimits, type ReadCell, type ReadRow, type RowFault } from '../shared/reader.ts'
import { FileFailure, overLimit } from './failure.ts'
import { createGate, paced } from './pace.ts'
import { asOneSheetWorkbook, readWorkbook } from './workbook.ts'
import { readDirectory } from './zip.ts'

export interface OpenXlsx {
  readonly sheets: readonly string[]
  readonly sheet: string
  readonly sha256: string
  readonly size: number
  readonly rows: () => AsyncGenerator<{ readonly row: ReadRow; readonly done: number }>
}

/** Opens a workbook of a size already checked. Its bytes are held; its rows never are. */
export async function openXlsx(path: string, chosenSheet: string | null): Promise<OpenXlsx> {
  const bytes = await readFile(path)
  const entries = readDirectory(bytes)
  const workbook = readWorkbook(bytes, entries)
  const sheet = workbook.sheets.find(({ name }) => name === chosenSheet) ?? workbook.sheets[0]
  const entry = sheet && entries.get(sheet.part)
  if (!sheet || !entry) throw new FileFailure('fileEmpty')
  return {
    sheets: workbook.sheets.map(({ name }) => name),
    sheet: sheet.name,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: entry.size,
    async *rows() {
      const gate = createGate()
      let flowed = 0
      const archive = asOneSheetWorkbook(bytes, workbook, entry, gate.passed)
      const source = new ReadableStream<Uint8Array>(
        {
          async pull(controller) {
            const piece = await archive.next()
            if (piece.done === true) return controller.close()
            flowed += piece.value.length
            controller.enqueue(piece.value)
          },
          async cancel() {
            gate.open()
            await archive.return(undefined)
          },
        },
        { highWaterMark: 0 },
      )
      try {
        for await (const row of paced(streamXlsxRows(source, { sheet: 0 }), gate)) {
          yield { row: rowOf(row), done: Math.min(flowed, entry.size) }
        }
      } catch (error) {
        throw error instanceof FileFailure ? error : new FileFailure('fileUnreadable', { reason: 'workbook' })
      }
    },
  }
}

function rowOf({ index, values }: StreamRow): ReadRow {
  if (index >= fileLimits.rows + 100) throw overLimit('rows')
  let fault: RowFault | null = null
  const cells = trimmed(values).map((value) => {
    const cell = cellOf(value)
    if (typeof cell !== 'string' || cell.length <= fileLimits.cellCharacters) return cell
    fault = 'cellTooLong'
    return cell.slice(0, 200)
  })
  if (cells.length > fileLimits.columns) throw overLimit('columns')
  return { line: index + 1, cells, fault }
}

/** Without the formatted, empty cells that trail behind a row. */
function trimmed(values: readonly CellValue[]): readonly CellValue[] {
  let length = values.length
  while (length > 0 && (values[length - 1] ?? '') === '') length -= 1
  return values.slice(0, length)
}

function cellOf(value: CellValue): ReadCell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { date: value.toISOString().slice(0, 10) }
  if (typeof value === 'number' && !Number.isFinite(value)) return null
  return value === '' ? null : value
}
