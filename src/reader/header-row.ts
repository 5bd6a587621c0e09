import { isHeaderWord } from '../shared/features/import-fields.ts'
import type { ReadCell } from '../shared/reader.ts'

/** How far down a title, a date of issue and empty lines may push the header. */
export const rowsSearchedForHeader = 30

/**
 * The row that names the columns, among the first ones, or null when the file begins with its data. It is as
 * wide as what follows and holds different texts, none of them a number; known words for a field count most.
 */
export function findHeaderRow(rows: readonly (readonly ReadCell[])[]): number | null {
  const searched = rows.slice(0, rowsSearchedForHeader)
  const width = Math.max(0, ...searched.map(filled))
  let best: { readonly index: number; readonly score: number } | null = null
  for (const [index, row] of searched.entries()) {
    const score = scoreOf(row, width)
    if (score > (best?.score ?? 0)) best = { index, score }
  }
  return best === null ? null : best.index
}

function filled(row: readonly ReadCell[]): number {
  return row.filter((cell) => textOf(cell) !== '').length
}

/** 0 for a row that cannot be a header. A table of one column still has one. */
function scoreOf(row: readonly ReadCell[], width: number): number {
  const texts = row.map(textOf).filter((text) => text !== '')
  if (texts.length === 0) return 0
  const known = texts.filter(isHeaderWord).length
  const values = row.filter((cell) => isValue(cell)).length
  const distinct = new Set(texts.map((text) => text.toLowerCase())).size
  if (known === 0 && (values > 0 || distinct < texts.length || texts.length < Math.max(2, width * 0.6))) return 0
  if (known > 0 && values > texts.length / 2) return 0
  const share = texts.length / Math.max(1, width)
  return known === 0 ? share * 0.5 : known + share
}

/** A number, a date, an address of mail or a long text is a value, not the name of a column. */
function isValue(cell: ReadCell): boolean {
  if (cell === null) return false
  if (typeof cell !== 'string') return true
  const text = cell.trim()
  return text.length > 80 || text.includes('@') || /^[+-]?[\d\s.,/:-]*\d[\d\s.,/:€%-]*$/.test(text)
}

function textOf(cell: ReadCell): string {
  if (cell === null) return ''
  return typeof cell === 'object' ? cell.date : String(cell).trim()
}
