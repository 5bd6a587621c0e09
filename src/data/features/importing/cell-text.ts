import type { ReadCell } from '../../../shared/reader.ts'

/** A cell of the file as a text: a date as an ISO day, a number without any grouping. */
export function cellText(cell: ReadCell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'object') return cell.date
  return typeof cell === 'string' ? cell.replace(/[\t\n\u00a0\u202f ]+/g, ' ').trim() : String(cell)
}
