import { fold } from '../../shared/rules/fold.ts'

/** A city's name as addresses write it, taken apart: `MARSEILLE 6`, `NANCY CEDEX`, `ST ETIENNE`. */
export interface CityName {
  /** Folded words put together, the abbreviations of the post written out; empty when there is no name. */
  readonly key: string
  /** The number that follows the name, for the cities that are divided into arrondissements. */
  readonly arrondissement: number | null
}

const abbreviations: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', sts: 'saints', stes: 'saintes' }

/** `s` and `ss` between two words stand for sur and sous: `IVRY S SEINE`. */
const linkAbbreviations: Readonly<Record<string, string>> = { s: 'sur', ss: 'sous' }

const articles = new Set(['l', 'le', 'la', 'les'])

function writtenOut(word: string, place: number): string {
  return abbreviations[word] ?? (place > 0 ? linkAbbreviations[word] : undefined) ?? word
}

/** The article of `BAUX DE PROVENCE (LES)` goes back in front. */
function withArticleFirst(words: readonly string[]): readonly string[] {
  const last = words.at(-1)
  return last !== undefined && words.length > 1 && articles.has(last) ? [last, ...words.slice(0, -1)] : words
}

const arrondissementTail = / (\d{1,2}) ?(?:er|e|eme|ieme|nd)?(?: (?:ardt|arr|arrt|arrondissement))?$/

export function parseCityName(text: string): CityName {
  const name = fold(text.replace(/\bcedex\b.*$/i, ''))
    .replace(/\b\d{5}\b/, '')
    .trim()
  const number = arrondissementTail.exec(name)?.[1]
  const words = name.replace(arrondissementTail, '').split(' ')
  return {
    key: withArticleFirst(words).map(writtenOut).join(''),
    arrondissement: number === undefined ? null : Number(number),
  }
}

/** What a name being typed is compared with: folded words, saint written out. */
export function searchableName(text: string): string {
  return fold(text).replace(/\bstes?\b|\bsts?\b/g, (word) => abbreviations[word] ?? word)
}
