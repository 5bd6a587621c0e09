/**
 * Names compared the way people look for them: without accents, case, hyphens or apostrophes. What is stored
 * and shown stays as it was typed.
 */

/** Letters that Unicode does not take apart into a base and an accent. */
const undividedLetters: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  þ: 'th',
}

/** Apostrophes that Unicode counts as letters, hence not caught as punctuation. */
const letterApostrophes = /[ʹʺʻʼʽʾʿˈ]/g

/** Letters lower-case and bare, everything else a space. */
function foldAnyScript(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[œæßøđðłħıþ]/g, (letter) => undividedLetters[letter] ?? letter)
    .replace(letterApostrophes, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
}

/** The accented letters of European names, each folded once and for all: it counts when a whole list is. */
const europeanLetters = new Map<string, string>()

function foldEuropean(letter: string): string {
  const known = europeanLetters.get(letter)
  if (known !== undefined) return known
  const folded = foldAnyScript(letter)
  europeanLetters.set(letter, folded)
  return folded
}

/**
 * Lower-case words separated by one space: `Benoît D'Arc` gives `benoit d arc`. Latin letters come out as
 * ASCII; letters of other scripts are kept, so that a name written in one of them can still be found.
 */
export function fold(text: string): string {
  const plain = text.replace(/[\u0080-\u017f]/g, foldEuropean)
  // eslint-disable-next-line no-control-regex -- the whole of ASCII is meant, its control characters too
  if (!/^[\u0000-\u007f]*$/.test(plain)) return foldAnyScript(text).trim()
  return plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** Without its spaces too: `N'Diaye` and `Ndiaye`, `Jean-Luc` and `Jeanluc` are one. */
export function foldTight(text: string): string {
  return fold(text).replaceAll(' ', '')
}

/**
 * Text whose plain order is the French one: accents ignored, a last name before those it begins
 * (`Le` before `Le Goff`, hence a separator that sorts before the space). Someone with one name sorts by it.
 */
export function sortKey(lastName: string, firstName: string): string {
  return [fold(lastName), fold(firstName)].filter((name) => name !== '').join('\t')
}

/** Key under which two writings of a full name meet, even with first and last name exchanged. */
export function nameKey(lastName: string, firstName: string): string {
  return [foldTight(lastName), foldTight(firstName)]
    .filter((name) => name !== '')
    .sort()
    .join(' ')
}

/** A last name as shown: capitals with their accents, particles kept; `Mc` keeps its small c. */
export function capitalised(lastName: string): string {
  return lastName
    .trim()
    .split(/(?<=[\s-])/)
    .map((word) =>
      /^Mc\p{Lu}/u.test(word) ? `Mc${word.slice(2).toLocaleUpperCase('fr')}` : word.toLocaleUpperCase('fr'),
    )
    .join('')
}

/** `NOM Prénom`; someone with one name has only it. */
export function displayName(lastName: string, firstName: string): string {
  return [capitalised(lastName), firstName.trim()].filter((name) => name !== '').join(' ')
}

/**
 * Whether two texts differ by one letter at most: added, missing, replaced, or two neighbours exchanged
 * (a Damerau distance of one).
 */
export function withinOneLetter(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (long.length - short.length > 1) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start += 1
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1)
  if (short.slice(start + 1) === long.slice(start + 1)) return true
  const exchanged = short[start] === long[start + 1] && short[start + 1] === long[start]
  return exchanged && short.slice(start + 2) === long.slice(start + 2)
}
