/**
 * What reading a typed or imported text gives: the value, perhaps repaired in a way that is certain, or a
 * reason from a closed list, worded by the interface. Reading never throws and never guesses.
 */
export const parseFailures = [
  'empty',
  'wrongForm',
  'wrongLength',
  'wrongKey',
  'lostDigits',
  'severalValues',
  'formerCode',
  'impossibleDay',
  'twoDigitYear',
  'yearOnly',
] as const
export type ParseFailure = (typeof parseFailures)[number]

/** `leadingZero`: a spreadsheet had eaten the zero in front. `plusSign`: or the + of a foreign number. */
export const repairs = ['leadingZero', 'plusSign'] as const
export type Repair = (typeof repairs)[number]

export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value; readonly repaired?: Repair }
  | { readonly ok: false; readonly reason: ParseFailure }

export function parsed<Value>(value: Value, repaired?: Repair): Parsed<Value> {
  return repaired === undefined ? { ok: true, value } : { ok: true, value, repaired }
}

export function refused(reason: ParseFailure): { readonly ok: false; readonly reason: ParseFailure } {
  return { ok: false, reason }
}

const blankMarks =
  /^(?:null|nul|nr|n\/?[acr]|nc|nsp|non renseign[ée]e?s?|inconnue?|vide|none|unknown|#n\/a|[-–—./?*]*)$/i

/** Whether a cell holds nothing: spaces, or one of the words people write for nothing. */
export function isBlank(text: string): boolean {
  return blankMarks.test(text.trim())
}

/** A long number that a spreadsheet turned into `6,04876E+13`: its last digits are gone for good. */
export function hasLostDigits(text: string): boolean {
  return /^\s*[+-]?\d+(?:[.,]\d+)?e[+-]?\d+\s*$/i.test(text)
}

/** Digits and letters only, capitals; `75002.0`, a number read as a decimal one, loses its tail. */
export function compact(text: string): string {
  return text
    .trim()
    .replace(/^(\d+)[.,]0+$/, '$1')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
}
