const longest = 2000 // characters; the mail program of some systems takes no more

/** A link that opens a mail already written; null when it is longer than mail programs take. */
export function mailLink(to: string, subject: string, text: string): string | null {
  const link = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`
  return link.length > longest ? null : link
}
