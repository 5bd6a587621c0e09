import type { NamedLogo } from '../../shared/features/logos'
import { escaped } from '../escaped'

/** In millimetres: every logo as high as the others, none wider than three of its heights; letters as they come. */
const height = 12
const widest = 36
const gap = 5
const letter = 2.4
const smallLetter = 1.75
const line = 4.2
/** What ours may take of the width, the others standing at its right. */
const ownShare = 0.4

/** A document is refused over twenty million letters; what would not hold is written as a name. */
const mostLetters = 15_000_000

/** The organisations at the head of a document: their logos in a sober row, or their names. */
export interface Letterhead {
  /** Its rules, each picture among them once, however many pages show it. */
  readonly style: string
  readonly markup: string
  /** How high it stands on a page this wide, in millimetres. */
  readonly height: (width: number) => number
}

export interface LetterheadWords {
  readonly partners: string
  /** Before the names of those who have no logo. */
  readonly with: string
}

export function letterhead(organisations: readonly NamedLogo[], words: LetterheadWords): Letterhead {
  const shown = withinReason(organisations)
  const pictures = shown.map(({ picture }, index) =>
    picture === null ? '' : `.logo-${index} { content: url(data:${picture.mediaType};base64,${picture.base64}); }\n`,
  )
  const own = shown.filter(({ role }) => role === 'own')
  const drawn = shown.filter(({ role, picture }) => role !== 'own' && picture !== null)
  const written = shown.flatMap(({ role, picture, name }) => (role !== 'own' && picture === null ? [name] : []))
  const logos = drawn.map((one) => `<li>${logoOf(one, shown.indexOf(one))}</li>`).join('')
  const ours = own.map((one) => oursOf(one, shown.indexOf(one))).join('')
  const names = written.map((name) => `<span>${escaped(name)}</span>`).join(' · ')
  return {
    style: style + pictures.join(''),
    markup: [
      `<div class="letterhead"><div class="own">${ours}</div>`,
      logos === '' ? '' : `<ul aria-label="${escaped(words.partners)}">${logos}</ul>`,
      '</div>',
      names === '' ? '' : `<p class="with">${escaped(words.with)} ${names}</p>`,
    ].join(''),
    height: (width) => rowsHeight(own, drawn, width) + linesHeight(words.with, written, width),
  }
}

/** A logo says its name to whoever cannot see it. */
function logoOf({ name }: NamedLogo, index: number): string {
  return `<span class="logo logo-${index}" role="img" aria-label="${escaped(name)}"></span>`
}

/** Ours has its name beside it as well: it is who holds the document. */
function oursOf(own: NamedLogo, index: number): string {
  const name = escaped(own.name)
  return own.picture === null ? `<b>${name}</b>` : `${logoOf(own, index)}<small>${name}</small>`
}

function rowsHeight(own: readonly NamedLogo[], drawn: readonly NamedLogo[], width: number): number {
  const said = Math.max(0, ...own.map(({ name }) => name.length * letter + 6))
  const taken = Math.min(ownShare * width, said + Math.max(0, ...own.map(widthOf)))
  return rowsOf(drawn.map(widthOf), width - taken - gap) * (height + gap / 2)
}

function linesHeight(word: string, names: readonly string[], width: number): number {
  const letters = names.reduce((length, name) => length + name.length + 3, word.length)
  return names.length === 0 ? 0 : 1 + Math.ceil((letters * smallLetter) / (0.9 * width)) * line
}

function withinReason(organisations: readonly NamedLogo[]): readonly NamedLogo[] {
  let letters = 0
  return organisations.map((organisation) => {
    letters += organisation.picture?.base64.length ?? 0
    return letters > mostLetters ? { ...organisation, picture: null } : organisation
  })
}

function widthOf({ picture }: NamedLogo): number {
  return picture === null ? 0 : Math.min(widest, (picture.width / picture.height) * height)
}

/** Rows that lines of these widths take; the first that does not fit begins the next. */
function rowsOf(widths: readonly number[], room: number): number {
  let rows = 1
  let taken = 0
  for (const width of widths) {
    if (taken > 0 && taken + gap + width > room) {
      rows += 1
      taken = 0
    }
    taken += (taken > 0 ? gap : 0) + width
  }
  return rows
}

const style = `
.letterhead { display: flex; align-items: flex-start; justify-content: space-between; gap: ${gap}mm; }
.letterhead .own { flex: none; max-width: ${ownShare * 100}%; }
.letterhead ul { display: flex; flex-wrap: wrap; justify-content: flex-end; gap: ${gap / 2}mm ${gap}mm; }
.letterhead :is(.own, li) { display: flex; align-items: center; gap: 3mm; min-height: ${height}mm; }
.letterhead b { font-size: 11pt; font-weight: 650; line-height: 1.25; }
.letterhead small { font-size: 8.6pt; line-height: 1.25; color: #595349; }
.with { margin-top: 1mm; font-size: 8.6pt; line-height: ${line}mm; color: #595349; }
.with span { font-weight: 600; color: #201e1a; }
.logo { display: block; flex: none; height: ${height}mm; max-width: ${widest}mm; object-fit: contain; }
`
