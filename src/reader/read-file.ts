import { open, readFile, stat } from 'node:fs/promises'
import {
  fileLimits,
  rowsPerBatch,
  type FileShape,
  type FromReader,
  type ReadCell,
  type ReadRow,
} from '../shared/reader.ts'
import { openCsv } from './csv.ts'
import { FileFailure, overLimit } from './failure.ts'
import { findHeaderRow, rowsSearchedForHeader } from './header-row.ts'
import { openXlsx } from './xlsx.ts'

interface OpenFile {
  readonly shape: FileShape
  readonly sheets: readonly string[]
  readonly sha256: string
  readonly size: number
  readonly rows: () => AsyncGenerator<{ readonly row: ReadRow; readonly done: number }>
}

/**
 * Everything one file has to say, message by message: how it was understood, its rows in batches, its end.
 * `chosen` is what a person decided of its shape; the rest is detected.
 */
export async function* readFileRows(path: string, chosen: FileShape | null): AsyncGenerator<FromReader> {
  const file = await openFile(path, chosen)
  const rows = file.rows()
  const first: { row: ReadRow; done: number }[] = []
  while (first.length < rowsSearchedForHeader) {
    const next = await rows.next()
    if (next.done === true) break
    first.push(next.value)
  }
  if (!first.some(({ row }) => !isEmpty(row))) throw new FileFailure('fileEmpty')
  const headerRow = chosen ? chosen.headerRow : lineOfHeader(first)
  const header = first.find(({ row }) => row.line - 1 === headerRow)?.row
  const headers = (header?.cells ?? []).map((cell) => headerText(cell).slice(0, 500))
  yield {
    type: 'shape',
    shape: { ...file.shape, headerRow: header ? headerRow : null },
    sheets: [...file.sheets],
    headers,
  }

  let batch: ReadRow[] = []
  let count = 0
  let done = 0
  const isData = (row: ReadRow) => !isEmpty(row) && (!header || row.line > header.line)
  const message = (): FromReader => ({
    type: 'rows',
    rows: batch.map((row) => ({ ...row, cells: [...row.cells] })),
    done,
    total: file.size,
  })
  for await (const item of following(first, rows)) {
    done = item.done
    if (!isData(item.row)) continue
    count += 1
    if (count > fileLimits.rows) throw overLimit('rows')
    batch.push(item.row)
    if (batch.length < rowsPerBatch) continue
    yield message()
    batch = []
  }
  if (count === 0) throw new FileFailure('fileEmpty')
  if (batch.length > 0) yield message()
  yield { type: 'end', sha256: file.sha256 }
}

async function* following<Item>(first: readonly Item[], rest: AsyncGenerator<Item>): AsyncGenerator<Item> {
  yield* first
  yield* rest
}

function isEmpty(row: ReadRow): boolean {
  return (
    row.fault === null && row.cells.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''))
  )
}

function lineOfHeader(first: readonly { readonly row: ReadRow }[]): number | null {
  const index = findHeaderRow(first.map(({ row }) => row.cells))
  const line = index === null ? undefined : first[index]?.row.line
  return line === undefined ? null : line - 1
}

function headerText(cell: ReadCell): string {
  if (cell === null) return ''
  return (typeof cell === 'object' ? cell.date : String(cell)).replace(/\s+/g, ' ').trim()
}

async function openFile(path: string, chosen: FileShape | null): Promise<OpenFile> {
  const format = await formatOf(path)
  if (format === 'xlsx') {
    const file = await openXlsx(path, chosen?.sheet ?? null)
    return { ...file, shape: { format, sheet: file.sheet, headerRow: null, encoding: null, delimiter: null } }
  }
  const file = await openCsv(path, { encoding: chosen?.encoding ?? null, delimiter: chosen?.delimiter ?? null })
  const shape: FileShape = { format, sheet: null, headerRow: null, encoding: file.encoding, delimiter: file.delimiter }
  return { ...file, shape, sheets: [] }
}

/** By its first bytes, not by its name. Sizes are looked at before anything is read. */
async function formatOf(path: string): Promise<'csv' | 'xlsx'> {
  const facts = await stat(path).catch(() => null)
  if (!facts?.isFile()) throw new FileFailure('notFound')
  if (facts.size > fileLimits.fileBytes) throw overLimit('fileBytes')
  if (facts.size === 0) throw new FileFailure('fileEmpty')
  const beginning = Buffer.alloc(4096)
  const file = await open(path, 'r')
  const { bytesRead } = await file.read(beginning, 0, beginning.length, 0).finally(() => file.close())
  const start = beginning.subarray(0, bytesRead)
  if (start.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004') return 'xlsx'
  // the envelope of both a workbook with a password and the workbooks of before 2007
  if (start.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') throw await oldEnvelope(path)
  if (/^%PDF|^\s*<(?:!doctype\s+)?(?:html|\?xml)/i.test(start.toString('latin1')))
    throw new FileFailure('fileFormatUnknown')
  return 'csv'
}

/** A workbook with a password names, in UTF-16, the stream that holds its encryption. */
async function oldEnvelope(path: string): Promise<FileFailure> {
  const bytes = await readFile(path)
  const isProtected = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))
  return new FileFailure(isProtected ? 'fileProtected' : 'fileFormatUnknown')
}
