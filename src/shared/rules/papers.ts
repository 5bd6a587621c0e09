/**
 * What may be kept as a paper, and under what name it may lie on a disk. A copy of an identity or residence
 * paper is no kind of paper here: that it was seen, and when, is enough.
 */
export const documentKinds = [
  'signedSheet',
  'agreement',
  'contract',
  'diploma',
  'certificate',
  'businessRegistration',
  'businessPlan',
  'imageRelease',
  'cv',
  'letter',
  'other',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Where the last day of validity of a paper stands. */
export const expiryStates = ['valid', 'soon', 'expired'] as const
export type ExpiryState = (typeof expiryStates)[number]

/** Scans of a few pages are far below; a video or an archive of photographs is no paper. */
export const largestPaper = 20 * 1024 * 1024

const office = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'

/** The formats accepted, by the extension a copy is given: nothing that runs, no page, no macros. */
export const mediaTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  heic: 'image/heic',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  odt: `${openDocument}.text`,
  ods: `${openDocument}.spreadsheet`,
  odp: `${openDocument}.presentation`,
  txt: 'text/plain',
  csv: 'text/csv',
  eml: 'message/rfc822',
} as const
export type PaperFormat = keyof typeof mediaTypes
export const paperFormats = Object.keys(mediaTypes).filter(isPaperFormat)

export function isPaperFormat(extension: string): extension is PaperFormat {
  return Object.hasOwn(mediaTypes, extension)
}

/** The format that a name announces, or null. */
export function announcedFormat(fileName: string): PaperFormat | null {
  const extension = (/\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1] ?? '').toLowerCase()
  if (extension === 'jpeg') return 'jpg'
  return isPaperFormat(extension) ? extension : null
}

/** The format of a paper that is kept: its media type is one of ours. */
export function formatOfMediaType(mediaType: string): PaperFormat {
  return paperFormats.find((format) => mediaTypes[format] === mediaType) ?? 'txt'
}

/** The pictures that a browser draws: they are looked at without leaving the space. */
const pictureFormats = ['png', 'jpg', 'webp'] as const satisfies readonly PaperFormat[]
type PictureFormat = (typeof pictureFormats)[number]

export function isPictureFormat(format: PaperFormat): format is PictureFormat {
  return pictureFormats.some((one) => one === format)
}

/** Four bytes each once drawn: a file of a few kilobytes may announce more than a computer has. */
export const mostPoints = 60_000_000

const soonDays = 30

/** How long before its last day a paper is announced. */
export function expiryStateOf(expiresOn: string | null, daysLeft: number): ExpiryState | null {
  if (expiresOn === null) return null
  if (daysLeft < 0) return 'expired'
  return daysLeft <= soonDays ? 'soon' : 'valid'
}

/** Marks that nobody sees and that change how a name reads. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu
const longestName = 200

/**
 * The name of the file as it is shown and found: the last part of its path, without what hides or turns its
 * letters. It is data, and never becomes a path again.
 */
export function shownFileName(path: string): string {
  const name = (path.split(/[\\/]/u).at(-1) ?? '').replaceAll(unseen, '').trim()
  if (name.length <= longestName) return name
  const extension = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? ''
  return `${name.slice(0, longestName - extension.length)}${extension}`
}

/** Names that Windows keeps for its devices, whatever their extension. */
const devices = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])$/i
const longestStem = 100

/**
 * A name that every system takes for a file and nothing else, made from what a paper is called: proposed when a
 * copy is saved, with the extension of what the paper really is.
 */
export function safeFileName(name: string, format: PaperFormat): string {
  const stem = name
    .replace(/\.[a-z0-9]{1,5}$/i, '')
    .replaceAll(unseen, '')
    .replaceAll(/[\\/:*?"<>|~%$&`']/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[\s.\-_]+|[\s.\-_]+$/gu, '')
  const short = [...stem].slice(0, longestStem).join('').trim()
  const device = devices.test((short.split('.')[0] ?? '').trim())
  return `${short === '' || device ? `document ${short}`.trim() : short}.${format}`
}
