import type { PaperFormat } from './papers.ts'

/**
 * The formats that are handed to the program the system has for them. A text stays out: a table of commas runs its
 * formulas where it is opened, a message carries files of any kind, and neither begins with anything that tells it.
 */
export const openedFormats = [
  'pdf',
  'png',
  'jpg',
  'webp',
  'heic',
  'docx',
  'xlsx',
  'pptx',
  'odt',
  'ods',
  'odp',
] as const satisfies readonly PaperFormat[]
export type OpenedFormat = (typeof openedFormats)[number]

export function isOpenedFormat(extension: string): extension is OpenedFormat {
  return openedFormats.some((format) => format === extension)
}

/** How many of its first bytes say what such a file is. */
export const signatureLength = 12

/**
 * Whether bytes begin as a file of this format does. Of the archives of an office suite it says no more than that
 * they are archives: what lies in one is read where the paper enters the space.
 */
export function beginsAs(format: OpenedFormat, bytes: Uint8Array): boolean {
  return signatures[format](bytes)
}

const isArchive = (bytes: Uint8Array) => latin1(bytes, 0, 4) === 'PK\u0003\u0004'

const signatures: Readonly<Record<OpenedFormat, (bytes: Uint8Array) => boolean>> = {
  pdf: (bytes) => latin1(bytes, 0, 5) === '%PDF-',
  png: (bytes) => latin1(bytes, 0, 8) === '\u0089PNG\r\n\u001A\n',
  jpg: (bytes) => latin1(bytes, 0, 3) === '\u00FF\u00D8\u00FF',
  webp: (bytes) => latin1(bytes, 0, 4) === 'RIFF' && latin1(bytes, 8, 12) === 'WEBP',
  heic: (bytes) => /^ftyp(heic|heix|mif1|msf1)$/.test(latin1(bytes, 4, 12)),
  docx: isArchive,
  xlsx: isArchive,
  pptx: isArchive,
  odt: isArchive,
  ods: isArchive,
  odp: isArchive,
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to))
}
