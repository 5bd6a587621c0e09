/** What a model makes: pages to print and post, or messages to send. */
export const letterKinds = ['letter', 'email'] as const
export type LetterKind = (typeof letterKinds)[number]

/** As many as one reads through before they leave. */
export const mostLetters = 500

const longestLink = 2000 // characters; the mail program of some systems takes no more

/** A link that opens a mail already written; null when it is longer than mail programs take. */
export function mailLink(to: string, subject: string, text: string): string | null {
  const link = `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replaceAll('\n', '\r\n'))}`
  return link.length > longestLink ? null : link
}
