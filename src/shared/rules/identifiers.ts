import { compact, hasLostDigits, isBlank, parsed, refused, type Parsed } from './parsed.ts'

/**
 * Official identifiers, always text. Zeros eaten by a spreadsheet come back when a key or the length proves
 * them; numbers in scientific notation are refused, since their digits are lost.
 */

/** Key of Luhn: every second digit from the right doubled, the sum a multiple of ten. */
function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 0 ? digit : digit * 2
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

function isSirenKey(digits: string): boolean {
  return !/^0+$/.test(digits) && passesLuhn(digits)
}

/** La Poste's establishments outnumber what Luhn can key: the sum of their digits is a multiple of five. */
function isPostOfficeKey(digits: string): boolean {
  return digits.startsWith('356000000') && [...digits].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0
}

function isSiretKey(digits: string): boolean {
  return isSirenKey(digits.slice(0, 9)) && (passesLuhn(digits) || isPostOfficeKey(digits))
}

function parseKeyed(
  text: string,
  length: number,
  mostZerosLost: number,
  hasKey: (digits: string) => boolean,
): Parsed<string> {
  if (isBlank(text)) return refused('empty')
  if (hasLostDigits(text)) return refused('lostDigits')
  const digits = compact(text)
  if (!/^\d+$/.test(digits)) return refused('wrongForm')
  if (digits.length > length || digits.length < length - mostZerosLost) return refused('wrongLength')
  const whole = digits.padStart(length, '0')
  if (whole === digits) return hasKey(whole) ? parsed(whole) : refused('wrongKey')
  return hasKey(whole) ? parsed(whole, 'leadingZero') : refused('wrongLength')
}

/** A company or body: 9 digits with a key of Luhn; 8 with a valid key have lost their zero. */
export function parseSiren(text: string): Parsed<string> {
  return parseKeyed(text, 9, 1, isSirenKey)
}

/** An establishment: 14 digits, keyed twice (SIREN and whole), hence up to two zeros can be given back. */
export function parseSiret(text: string): Parsed<string> {
  return parseKeyed(text, 14, 2, isSiretKey)
}

/** `123 456 789 00012`, as it is printed. */
export function formatSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})?$/, (_whole, first, second, third, branch) =>
    [first, second, third, branch].filter((part) => part !== undefined).join(' '),
  )
}

function parseByShape(text: string, shape: RegExp): Parsed<string> {
  if (isBlank(text)) return refused('empty')
  if (hasLostDigits(text)) return refused('lostDigits')
  const value = compact(text)
  return shape.test(value) ? parsed(value) : refused('wrongForm')
}

/** Number of an association in the national register: W, département, serial. */
export function parseRna(text: string): Parsed<string> {
  return parseByShape(text, /^W\d[0-9A-Z]\d{7}$/)
}

/** Activity code of INSEE, kept with its dot: `47.91B`. */
export function parseActivityCode(text: string): Parsed<string> {
  const read = parseByShape(text, /^\d{4}[A-Z]$/)
  return read.ok ? parsed(`${read.value.slice(0, 2)}.${read.value.slice(2)}`) : read
}

/** A priority neighbourhood of 2024: QN, département on three characters, two digits, a letter. */
export function parseQpvCode(text: string): Parsed<string> {
  if (/^QP[0-9AB]{6}$/.test(compact(text))) return refused('formerCode')
  return parseByShape(text, /^QN(?:\d{3}|02[AB])\d{2}[A-Z]$/)
}

const department = '(?:0[1-9]|1\\d|2[1-9AB]|[3-8]\\d|9[0-5]|97|98)'
const communeCode = new RegExp(`^${department}\\d{3}$`)

/** Code of a commune for INSEE (not its postcode): five characters, 2A or 2B in Corsica. */
export function parseCommuneCode(text: string): Parsed<string> {
  const read = parseByShape(text, /^[\dAB]{4,5}$/)
  if (!read.ok) return read
  if (communeCode.test(read.value)) return read
  const whole = `0${read.value}`
  return /^\d{4}$/.test(read.value) && communeCode.test(whole) ? parsed(whole, 'leadingZero') : refused('wrongForm')
}

/** Five digits; four have lost their zero. A CEDEX written after it is accepted and belongs to the city. */
export function parsePostcode(text: string): Parsed<string> {
  if (isBlank(text)) return refused('empty')
  if (hasLostDigits(text)) return refused('lostDigits')
  const digits = compact(text.replace(/cedex.*$/i, '')).replace(/^F(?=\d)/, '')
  if (!/^\d+$/.test(digits)) return refused('wrongForm')
  if (/^[1-9]\d{3}$/.test(digits)) return parsed(`0${digits}`, 'leadingZero')
  if (digits.length !== 5) return refused('wrongLength')
  return /^(?:0[1-9]|[1-8]\d|9[0-8])\d{3}$/.test(digits) ? parsed(digits) : refused('wrongForm')
}

/** Whether a city's name is that of a business delivery office, which no list of communes knows. */
export function isCedex(city: string): boolean {
  return /\bcedex\b/i.test(city)
}

/** A jobseeker's number at France Travail: seven digits and a letter, or eleven digits. */
export function parseFranceTravailNumber(text: string): Parsed<string> {
  return parseByShape(text, /^(?:\d{7}[A-Z]|\d{11})$/)
}

/** A landlord's own code of a residence: text, its zeros and marks kept, spaces made single. */
export function parseResidenceCode(text: string): Parsed<string> {
  const code = text.trim().replace(/\s+/g, ' ')
  if (code === '') return refused('empty')
  if (hasLostDigits(code)) return refused('lostDigits')
  return code.length <= 40 ? parsed(code) : refused('wrongLength')
}
