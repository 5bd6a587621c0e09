/** What a model makes: pages to print and post, or messages to send. */
export const letterKinds = ['letter', 'email'] as const
export type LetterKind = (typeof letterKinds)[number]

/** As many as one reads through before they leave. */
export const mostLetters = 500
