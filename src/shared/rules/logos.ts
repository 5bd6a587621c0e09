import type { PaperFormat } from './papers.ts'

/** The kind of a document that is a logo: never chosen by hand, and listed nowhere among the papers. */
export const logoKind = 'logo'

/** What every program writes, and a printer draws as it is. */
const logoFormats = ['png', 'jpg'] as const satisfies readonly PaperFormat[]

/** Printed an inch high: more than this is a photograph, and a dozen of them stand on one sheet. */
export const largestLogo = 1024 * 1024
export const longestLogoSide = 4000

export function isLogoFormat(format: PaperFormat): boolean {
  return logoFormats.some((one) => one === format)
}
