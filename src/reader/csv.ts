import { createHash } from 'node:crypto'
import { isUtf8 } from 'node:buffer'
import { readFile } from 'node:fs/promises'
import Papa from 'papaparse'
import { fileLimits, type ReadRow, type RowFault } from '../shared/reader.ts'
import { announcedDelimiter, detectDelimiter, delimiters, type Delimiter } from './delimiter.ts'
import { createDecoder, detectEncoding, encodings, markLengthOf, type Encoding } from './encoding.ts'
import { FileFailure, overLimit } from './failure.ts'

const pieceBytes = 64 * 1024
/** A record longer than this is a quote that was never closed, swallowing what follows. */
const longestRecord = 4 * 1024 * 1024
const sampleBytes = 64 * 1024

export interface OpenCsv {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly sha256: string
  readonly size: number
  readonly rows: () => AsyncGenerator<{ readonly row: ReadRow; readonly done: number }>
}

interface CsvChoice {
  readonly encoding: string | null
  readonly delimiter: string | null
}

/** Opens a text file of a size already checked. Its bytes are held; its rows never are. */
export async function openCsv(path: string, choice: CsvChoice): Promise<OpenCsv> {
  const bytes = await readFile(path)
  const chosen = encodings.find((encoding) => encoding === choice.encoding)
  const { encoding, markLength } = chosen
    ? { encoding: chosen, markLength: markLengthOf(bytes, chosen) }
    : detectEncoding(bytes, isUtf8)
  const text = bytes.subarray(markLength)
  if (isBinary(text, encoding)) throw new FileFailure('fileFormatUnknown')
  const sample = sameNewlines(createDecoder(encoding)(text.subarray(0, sampleBytes), true))
  if (sample.trim() === '') throw new FileFailure('fileEmpty')
  const announced = announcedDelimiter(sample)
  const delimiter = delimiters.find((known) => known === choice.delimiter) ?? announced ?? detectDelimiter(sample)
  return {
    encoding,
    delimiter,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    rows: () => readRows(text, { encoding, delimiter, skipsFirst: announced !== null }),
  }
}

/** Zeros in an 8-bit text mean that it is none. */
function isBinary(bytes: Uint8Array, encoding: Encoding): boolean {
  return !encoding.startsWith('utf-16') && bytes.subarray(0, 8192).includes(0)
}

interface Reading {
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly skipsFirst: boolean
}

async function* readRows(
  bytes: Uint8Array,
  { encoding, delimiter, skipsFirst }: Reading,
): AsyncGenerator<{ readonly row: ReadRow; readonly done: number }> {
  const decode = createDecoder(encoding)
  let rest = ''
  let line = 0
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    const end = Math.min(bytes.length, start + pieceBytes)
    const last = end === bytes.length
    let text = rest + decode(bytes.subarray(start, end), last)
    // a carriage return at the end of a piece may have its line feed in the next
    const held = !last && text.endsWith('\r') ? '\r' : ''
    text = sameNewlines(held === '' ? text : text.slice(0, -1))
    const parser = new Papa.Parser({ delimiter, newline: '\n' })
    const parsed = parser.parse(text, 0, !last) as Papa.ParseResult<string[]>
    rest = (last ? '' : text.slice(parsed.meta.cursor)) + held
    if (rest.length > longestRecord)
      throw new FileFailure('fileUnreadable', { reason: 'unclosedQuote', line: line + 1 })
    const broken = new Set(parsed.errors.filter(isUnclosed).map((error) => error.row))
    for (const [index, cells] of parsed.data.entries()) {
      line += 1
      if (line > fileLimits.rows + 100) throw overLimit('rows')
      if (skipsFirst && line === 1) continue
      yield { row: rowOf(line, cells, broken.has(index)), done: end }
    }
  }
}

function isUnclosed(error: Papa.ParseError): boolean {
  return error.type === 'Quotes' && error.code === 'MissingQuotes'
}

function rowOf(line: number, cells: readonly string[], unclosed: boolean): ReadRow {
  if (cells.length > fileLimits.columns) throw overLimit('columns')
  let fault: RowFault | null = unclosed ? 'unclosedQuote' : null
  const kept = cells.map((cell) => {
    if (cell.length <= fileLimits.cellCharacters) return cell === '' ? null : cell
    fault ??= 'cellTooLong'
    return cell.slice(0, 200)
  })
  return { line, cells: kept, fault }
}

function sameNewlines(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}
