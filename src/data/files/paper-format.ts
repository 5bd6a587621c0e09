import { beginsAs } from '../../shared/rules/paper-signature.ts'
import { type PaperFormat, announcedFormat, mediaTypes } from '../../shared/rules/papers.ts'
import { zipNames } from './zip-names.ts'

/**
 * What a file is, when its name and its first bytes agree on it and it is one of the formats kept; null otherwise.
 * A name alone proves nothing, and bytes alone may be read as two things at once.
 */
export function paperFormatOf(fileName: string, bytes: Uint8Array): PaperFormat | null {
  const format = announcedFormat(fileName)
  return format !== null && contents[format](bytes) ? format : null
}

const contents: Readonly<Record<PaperFormat, (bytes: Uint8Array) => boolean>> = {
  pdf: (bytes) => beginsAs('pdf', bytes),
  png: (bytes) => beginsAs('png', bytes),
  jpg: (bytes) => beginsAs('jpg', bytes),
  webp: (bytes) => beginsAs('webp', bytes),
  heic: (bytes) => beginsAs('heic', bytes),
  docx: (bytes) => isOffice(bytes, 'word/'),
  xlsx: (bytes) => isOffice(bytes, 'xl/'),
  pptx: (bytes) => isOffice(bytes, 'ppt/'),
  odt: (bytes) => isOpenDocument(bytes, mediaTypes.odt),
  ods: (bytes) => isOpenDocument(bytes, mediaTypes.ods),
  odp: (bytes) => isOpenDocument(bytes, mediaTypes.odp),
  txt: isPlainText,
  csv: isPlainText,
  eml: (bytes) => isPlainText(bytes) && /^(?:From .*\r?\n)?[!-9;-~]{1,60}:/.test(latin1(bytes, 0, 2000).trimStart()),
}

/** What runs inside a document of an office suite, and programs that are carried in one. */
const runs = /(^|\/)vba[^/]*\.bin$|^(basic|scripts)\/|\.(exe|dll|com|scr|bat|cmd|js|vbs|ps1|jar|msi|lnk)$/i

function isOffice(bytes: Uint8Array, folder: string): boolean {
  const names = namesIn(bytes)
  return (
    names.includes('[Content_Types].xml') &&
    names.some((name) => name.startsWith(folder)) &&
    !names.some((name) => runs.test(name))
  )
}

/** Its first part says in clear what it is. */
function isOpenDocument(bytes: Uint8Array, mediaType: string): boolean {
  const begin = 30
  const said = `mimetype${mediaType}`
  const names = namesIn(bytes)
  return latin1(bytes, begin, begin + said.length + 2) === `${said}PK` && !names.some((name) => runs.test(name))
}

function namesIn(bytes: Uint8Array): readonly string[] {
  return beginsAs('docx', bytes) ? (zipNames(bytes) ?? []) : []
}

/** A text that no program would run or show as a page: no control character, no beginning of a script or of markup. */
function isPlainText(bytes: Uint8Array): boolean {
  const text = textOf(bytes)
  // oxlint-disable-next-line no-control-regex -- control characters are what tells bytes from a text
  return !/[\u0000-\u0008\u000B\u000E-\u001A\u001C-\u001F]/.test(text) && !/^\s*(<[!?a-z]|#!)/i.test(text)
}

function textOf(bytes: Uint8Array): string {
  const mark = latin1(bytes, 0, 2)
  const name = mark === '\u00FF\u00FE' ? 'utf-16le' : mark === '\u00FE\u00FF' ? 'utf-16be' : 'utf-8'
  return new TextDecoder(name).decode(bytes)
}

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.subarray(from, to)).toString('latin1')
}
