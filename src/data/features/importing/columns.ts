import type { SourceColumn } from '../../../shared/features/imports.ts'
import type { ReadCell, ReadRow } from '../../../shared/reader.ts'
import { columnLooksLikeNir, looksLikeNir, titleNamesNir } from '../../../shared/rules/sensitive.ts'
import { cellText } from './cell-text.ts'

const mostSamples = 5
const mostDistinct = 500
/** A column of more different texts than this is no closed list, nor worth showing one by one. */
const mostListed = 200
const mostNumbersKept = 2000

interface Column {
  filled: number
  empty: number
  numbersLikeNir: number
  keyed: boolean
  readonly texts: Set<string>
}

/** What is learnt of each column while the rows go by: samples, different texts, numbers of social security. */
export interface ColumnFacts {
  readonly see: (rows: readonly ReadRow[]) => void
  readonly columns: (headers: readonly string[]) => SourceColumn[]
  readonly distinctValues: () => Record<string, string[]>
}

export function createColumnFacts(): ColumnFacts {
  const columns: Column[] = []
  let rowsSeen = 0

  function columnAt(index: number): Column {
    while (columns.length <= index) {
      columns.push({ filled: 0, empty: rowsSeen, numbersLikeNir: 0, keyed: false, texts: new Set() })
    }
    return columns[index] as Column
  }

  function seeCell(column: Column, cell: ReadCell | undefined): void {
    const text = cellText(cell)
    if (text === '') {
      column.empty += 1
      return
    }
    column.filled += 1
    if (column.texts.size < mostDistinct) column.texts.add(text)
    if (text.length < 13 || column.numbersLikeNir > mostNumbersKept || !looksLikeNir(text)) return
    column.numbersLikeNir += 1
    // among enough others, only a number with its right key is taken for one
    column.keyed ||= columnLooksLikeNir([text, '-', '-', '-', '-'])
  }

  return {
    see(rows) {
      const width = Math.max(columns.length, ...rows.map((row) => row.cells.length))
      for (let index = 0; index < width; index += 1) columnAt(index)
      for (const row of rows) {
        for (const [index, column] of columns.entries()) seeCell(column, row.cells[index])
        rowsSeen += 1
      }
    },
    columns(headers) {
      const width = Math.max(columns.length, headers.length)
      return Array.from({ length: width }, (_, index): SourceColumn => {
        const column = columnAt(index)
        const header = headers[index] ?? ''
        const manyLikeNir = column.numbersLikeNir > 0 && column.numbersLikeNir * 3 >= column.filled
        const refused = titleNamesNir(header) || column.keyed || manyLikeNir ? 'nir' : null
        const samples = refused ? [] : [...column.texts].slice(0, mostSamples)
        return { index, header, samples, distinct: column.texts.size, empty: column.empty, refused }
      })
    },
    distinctValues() {
      return Object.fromEntries(
        columns.flatMap((column, index) =>
          column.texts.size > 0 && column.texts.size <= mostListed ? [[String(index), [...column.texts]]] : [],
        ),
      )
    },
  }
}
