import { fold } from '../../shared/rules/fold.ts'
import { phoneSearchDigits } from '../../shared/rules/phone.ts'

const markStart = '\u0002'
const markEnd = '\u0003'
const lettersBefore = 30
const lettersShown = 90

/**
 * The piece of text that answers a search, its matching words between marks. A word of the title explains
 * nothing more, so the text that holds most of the others is quoted.
 */
export function snippetOf(texts: readonly string[], typed: string, title: string): string | null {
  const digits = phoneSearchDigits(typed)
  if (digits.length >= 4) {
    const phone = texts.find((text) => phoneSearchDigits(text).startsWith(digits))
    if (phone !== undefined) return `${markStart}${phone}${markEnd}`
  }
  const inTitle = fold(title).split(' ')
  const words = fold(typed)
    .split(' ')
    .filter((word) => word !== '')
  const sought = words.filter((word) => !inTitle.some((known) => known.startsWith(word)))
  const [best] = texts
    .map((text) => ({ text, spans: spansOf(text, sought) }))
    .sort((a, b) => b.spans.found - a.spans.found)
  return best === undefined || best.spans.found === 0 ? null : quote(best.text, best.spans.places)
}

interface Place {
  readonly start: number
  readonly end: number
}

/** Where the words of a text begin like one of those sought, and how many of these were found. */
function spansOf(
  text: string,
  sought: readonly string[],
): { readonly places: readonly Place[]; readonly found: number } {
  const places: Place[] = []
  const found = new Set<string>()
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const parts = fold(match[0]).split(' ')
    const begun = sought.filter((word) => parts.some((part) => part.startsWith(word)))
    if (begun.length === 0) continue
    for (const word of begun) found.add(word)
    places.push({ start: match.index, end: match.index + match[0].length })
  }
  return { places, found: found.size }
}

/** Around the first match, on one line, cut between words. */
function quote(text: string, places: readonly Place[]): string {
  const first = places[0]?.start ?? 0
  const from = first <= lettersBefore ? 0 : nextWord(text, first - lettersBefore, first)
  const to = text.length - from <= lettersShown ? text.length : lastWord(text, from + lettersShown)
  let quoted = from === 0 ? '' : '… '
  let at = from
  for (const { start, end } of places) {
    if (start < from || end > to) continue
    quoted += `${text.slice(at, start)}${markStart}${text.slice(start, end)}${markEnd}`
    at = end
  }
  quoted += text.slice(at, to)
  return `${quoted.replace(/\s+/g, ' ').trim()}${to < text.length ? ' …' : ''}`
}

function nextWord(text: string, from: number, atMost: number): number {
  const space = text.slice(from, atMost).search(/\s/)
  return space === -1 ? from : from + space + 1
}

function lastWord(text: string, to: number): number {
  const space = /\s\S*$/.exec(text.slice(0, to))
  return space === null || space.index === 0 ? to : space.index
}
