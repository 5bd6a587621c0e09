import { formatDate } from '../../shared/rules/dates.ts'
import { isIsoDay } from '../../shared/rules/days.ts'
import { neutralise } from '../../shared/rules/spreadsheet-safety.ts'
import { type NewFile } from './new-file.ts'
import type { Table, TableCell, TableColumn } from './table.ts'

const delimiter = ';'
const lineEnd = '\r\n'
const byteOrderMark = '\ufeff'
const piece = 64 * 1024

/** As a French spreadsheet opens it by a double click: semicolons, a mark for its encoding, commas in numbers. */
export async function writeCsv(file: NewFile, { columns, rows }: Table): Promise<number> {
  let text = byteOrderMark + line(columns.map(({ header }) => quoted(neutralise(header))))
  let count = 0
  for await (const row of rows) {
    text += line(columns.map((column, index) => quoted(cellText(row[index] ?? null, column))))
    count += 1
    if (text.length < piece) continue
    await file.write(Buffer.from(text, 'utf8'))
    text = ''
  }
  await file.write(Buffer.from(text, 'utf8'))
  return count
}

function line(cells: readonly string[]): string {
  return cells.join(delimiter) + lineEnd
}

function cellText(cell: TableCell, { type }: TableColumn): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell).replace('.', ',')
  if (type === 'date' && isIsoDay(cell)) return formatDate(cell, 'fr')
  return neutralise(cell, type)
}

function quoted(text: string): string {
  return /[";\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
