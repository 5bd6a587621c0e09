/**
 * A cell that begins like a formula runs as one in the reader's spreadsheet. In CSV, where a cell has no
 * type, an apostrophe is put before it, in a way that `restore` takes back exactly. Workbooks give their
 * cells a type and need none of this.
 */
export type CellType = 'text' | 'number' | 'phone' | 'date'

/** A beginning that starts a formula, also behind spaces and quotes, and in full-width form. */
const dangerousBeginning = /^[ \u00a0\u202f\u3000"'`‘’“”«]*[=+\-@\0＝＋－＠]/

/** Control characters some readers drop, laying bare what follows. */
const controlBeginning = /^'*[\t\r\n]/

/** Where a reader that guesses another separator would start a new cell. */
const otherSeparators = /([;\t])/

/** Texts whose type makes them harmless as they are: a number, an international phone, a date. */
const harmless: Readonly<Record<CellType, RegExp>> = {
  text: /^(?!)/,
  number: /^[+-]?\d[\d \u00a0\u202f]*(?:[.,]\d+)?(?: ?[%€])?$/,
  phone: /^\+?\d[\d ]*$/,
  date: /^\d{2}\/\d{2}\/\d{4}$/,
}

function neutralisePart(part: string): string {
  return dangerousBeginning.test(part) ? `'${part}` : part
}

function restorePart(part: string): string {
  return part.startsWith("'") && dangerousBeginning.test(part.slice(1)) ? part.slice(1) : part
}

/** A cell for CSV. The caller tells its type, so that `-12,5` stays a number and `+33 6…` a phone. */
export function neutralise(text: string, type: CellType = 'text'): string {
  if (harmless[type].test(text)) return text
  const parts = text.split(otherSeparators).map(neutralisePart).join('')
  return controlBeginning.test(text) ? `'${parts}` : parts
}

/** The text a neutralised cell was made from. */
export function restore(cell: string): string {
  const parts = cell.startsWith("'") && controlBeginning.test(cell) ? cell.slice(1) : cell
  return parts.split(otherSeparators).map(restorePart).join('')
}
