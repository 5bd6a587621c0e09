import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { hasLostDigits, isBlank, parsed, refused, type Parsed } from './parsed.ts'

/**
 * Phones are kept as E.164 (`+33639983774`) and shown as the French write them. A French number is checked by
 * its shape alone (ten digits, 01 to 09): plans change faster than applications. Foreign ones are checked for
 * a length that their country knows.
 */

/** Overseas numbers are dialled like French ones but have a country code of their own. */
const overseasCodes: readonly (readonly [RegExp, string])[] = [
  // 06 39 98 is set aside for fiction by the regulator, on the mainland; the rest of 06 39 is Mayotte's.
  [/^(?:26[239]|639(?!98)|69[23])/, '262'],
  [/^(?:590|69[01])/, '590'],
  [/^(?:594|694)/, '594'],
  [/^(?:596|69[67])/, '596'],
]

/** E.164 of the nine digits that follow the national 0. */
function frenchNumber(nineDigits: string): string {
  const overseas = overseasCodes.find(([prefix]) => prefix.test(nineDigits))
  return `+${overseas ? overseas[1] : '33'}${nineDigits}`
}

/** French country codes, each followed by the nine national digits, with or without a 0 too many. */
const frenchInternational = /^(?:33|262|590|594|596)0?([1-9]\d{8})$/

function foreignNumber(digits: string): Parsed<string> {
  const number = parsePhoneNumberFromString(`+${digits}`)
  if (!number) return refused('wrongForm')
  return number.isPossible() ? parsed(number.number) : refused('wrongLength')
}

/** Words around a number: `Tél. : 06…`, `06… (mère)`. */
function withoutLabels(text: string): string {
  return text
    .replace(
      /^\s*(?:t[ée]l[ée]?(?:phone)?|port(?:able)?|mob(?:ile)?|fixe|phone|dom(?:icile)?)\s*\.?\s*(?:n°)?\s*:?\s*/i,
      '',
    )
    .replace(/\(\s*\p{L}[^)]*\)\s*$/u, '')
    .trim()
}

function parseDigits(international: boolean, digits: string): Parsed<string> {
  const french = frenchInternational.exec(digits)?.[1]
  if (international) return french ? parsed(frenchNumber(french)) : foreignNumber(digits)
  if (/^0[1-9]\d{8}$/.test(digits)) return parsed(frenchNumber(digits.slice(1)))
  if (/^[1-9]\d{8}$/.test(digits)) return parsed(frenchNumber(digits), 'leadingZero')
  if (french) return parsed(frenchNumber(french), 'plusSign')
  return refused('wrongLength')
}

/** One phone, in any usual writing. Two phones in a text are refused here: `parsePhones` splits them. */
export function parsePhone(text: string): Parsed<string> {
  if (isBlank(text)) return refused('empty')
  if (hasLostDigits(text)) return refused('lostDigits')
  const bare = withoutLabels(text.normalize('NFKC')).replace(/^(\d+)[.,]0$/, '$1')
  if (!/^\+?[\d\s.()/_-]+$/.test(bare)) return refused(splitPhones(text).length > 1 ? 'severalValues' : 'wrongForm')
  const digits = bare.replace(/\(0\)/, '').replace(/\D/g, '')
  if (splitPhones(text).length > 1) return refused('severalValues')
  if (bare.startsWith('+')) return parseDigits(true, digits)
  return digits.startsWith('00') ? parseDigits(true, digits.slice(2)) : parseDigits(false, digits)
}

/** Parts of a cell that each hold a number of their own; the whole cell when it holds only one. */
function splitPhones(cell: string): readonly string[] {
  const hasEnoughDigits = (part: string): boolean => part.replace(/\D/g, '').length >= 9
  const byMark = cell
    .split(/[;,|\n\r]|\s[-–/]\s|\s(?:ou|et|or|and)\s|(?<=\d{2})\s*\/\s*(?=0\d|\+)/i)
    .filter((part) => part.trim() !== '')
  if (byMark.length > 1 && byMark.every(hasEnoughDigits)) return byMark
  const digits = cell.replace(/[\s.-]/g, '')
  if (/^(?:0[1-9]\d{8}){2,}$/.test(digits)) return digits.match(/\d{10}/g) ?? [cell]
  return [cell]
}

/** Every phone of a cell, each with its own verdict; none when the cell is empty. */
export function parsePhones(cell: string): readonly Parsed<string>[] {
  return isBlank(cell) ? [] : splitPhones(cell).map(parsePhone)
}

const frenchE164 = /^\+(33|262|590|594|596)([1-9]\d{8})$/

/** `06 39 98 37 74`, `0690 12 34 56` overseas, and the international form of the country elsewhere. */
export function formatPhone(e164: string): string {
  const [, code, digits] = frenchE164.exec(e164) ?? []
  if (!code || !digits) return parsePhoneNumberFromString(e164)?.formatInternational() ?? e164
  const national = `0${digits}`
  const head = code === '33' ? 2 : 4
  return `${national.slice(0, head)} ${(national.slice(head).match(/../g) ?? []).join(' ')}`
}

/**
 * Digits to search by prefix, the same for a stored number and for one being typed in any form:
 * `+33 6 39`, `0033639` and `06.39` all give `0639`. Empty when the text is no beginning of a phone.
 */
export function phoneSearchDigits(text: string): string {
  const bare = text.normalize('NFKC').trim()
  if (!/^\+?[\d\s.()/_-]+$/.test(bare)) return ''
  const digits = bare.replace(/\(0\)?\)?/, '').replace(/\D/g, '')
  const international = bare.startsWith('+') ? digits : digits.startsWith('00') ? digits.slice(2) : null
  if (international === null) return /^[1-9]\d{8}$/.test(digits) ? `0${digits}` : digits
  const national = /^(?:33|262|590|594|596)0?(\d*)$/.exec(international)?.[1]
  return national === undefined ? international : `0${national}`
}
