/** A piece of text in which what matched stands between U+0002 and U+0003. */
export function Marked({ text }: { text: string }) {
  const parts = text.split('\u0002').flatMap((part) => part.split('\u0003'))
  // every second part was between the two marks; a place in the text is its only name
  return parts.map((part, index) => (index % 2 === 1 ? <mark key={`${index} ${part}`}>{part}</mark> : part))
}
