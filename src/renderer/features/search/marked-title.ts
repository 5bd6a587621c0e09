import { fold } from '../../../shared/rules/fold'

const markStart = '\u0002'
const markEnd = '\u0003'

/** A title in which the letters typed stand between marks, where a word begins with them. */
export function markedTitle(title: string, typed: string): string {
  const sought = fold(typed)
    .split(' ')
    .filter((word) => word !== '')
  return title.replaceAll(/[\p{L}\p{M}\p{N}]+/gu, (word) => {
    const longest = Math.max(0, ...sought.map((typedWord) => lettersBegun(word, typedWord)))
    return longest === 0 ? word : `${markStart}${word.slice(0, longest)}${markEnd}${word.slice(longest)}`
  })
}

/** How many letters of a word, accents and all, are those typed; none when it begins otherwise. */
function lettersBegun(word: string, typed: string): number {
  if (!fold(word).startsWith(typed)) return 0
  let length = 1
  while (length < word.length && fold(word.slice(0, length)).length < typed.length) length += 1
  while (length < word.length && /\p{M}/u.test(word.charAt(length))) length += 1 // an accent written apart
  return length
}
