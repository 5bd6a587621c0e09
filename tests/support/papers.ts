import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { smallPng } from '../../src/data/demo/small-png.ts'
import type { NewFile } from '../../src/data/files/new-file.ts'
import { zipInto } from '../../src/data/files/zip-file.ts'

/** The smallest beginnings of each format: what tells one from another. */
export const pdfBytes = (text = 'un') => Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`, 'latin1')
export const pngBytes = Buffer.from('\u0089PNG\r\n\u001A\n rest', 'latin1')
export const jpegBytes = Buffer.from('\u00FF\u00D8\u00FF\u00E0 rest', 'latin1')
export const webpBytes = Buffer.from('RIFF\u0000\u0000\u0000\u0000WEBPVP8 ', 'latin1')

/** Whole pictures of five points by three, as a browser writes them. */
export const pictures = {
  jpg: Buffer.from(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCAADAAUDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAP/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAAAgP/xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oADAMBAAIRAxEAPwCYArP/2Q==',
    'base64',
  ),
  webp: Buffer.from('UklGRjAAAABXRUJQVlA4ICQAAABwAQCdASoFAAMAB0CWJaACdAFAAAD+4LkIw0a/F3YjjJIAAAA=', 'base64'),
  losslessWebp: Buffer.from('UklGRh4AAABXRUJQVlA4TBEAAAAvBIAAAAfQmap2pv+BiOh/AAA=', 'base64'),
  /** Its head alone, where more than the picture follows. */
  extendedWebp: Buffer.from('UklGRhICAABXRUJQVlA4WAoAAAAgAAAABAAAAgAA', 'base64'),
} as const

/** A picture whose every point can be told from the next. */
export function aPicture(width: number, height: number): Buffer {
  return smallPng(width, height, (x, y) => [x % 256, y % 256, 120, 255])
}

/** An archive with these parts, by name. */
export async function archive(parts: Readonly<Record<string, string>>): Promise<Buffer> {
  const written: Uint8Array[] = []
  const file: NewFile = {
    async write(bytes) {
      written.push(Buffer.from(bytes))
    },
  }
  const zip = zipInto(file)
  for (const [name, text] of Object.entries(parts)) await zip.part(name, [text])
  await zip.end()
  return Buffer.concat(written)
}

/** An archive whose first part lies in clear, as that of an OpenDocument file does. */
export function openDocument(mediaType: string, others: readonly string[] = []): Buffer {
  const part = (name: string, text: string) => {
    const header = Buffer.alloc(30)
    header.write('PK\u0003\u0004', 'latin1')
    header.writeUInt32LE(text.length, 18)
    header.writeUInt32LE(text.length, 22)
    header.writeUInt16LE(name.length, 26)
    return Buffer.concat([header, Buffer.from(name + text)])
  }
  const entry = (name: string) => {
    const header = Buffer.alloc(46)
    header.write('PK\u0001\u0002', 'latin1')
    header.writeUInt16LE(name.length, 28)
    return Buffer.concat([header, Buffer.from(name)])
  }
  const names = ['mimetype', ...others]
  const body = Buffer.concat(names.map((name) => part(name, name === 'mimetype' ? mediaType : 'x')))
  const table = Buffer.concat(names.map(entry))
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(names.length, 8)
  end.writeUInt16LE(names.length, 10)
  end.writeUInt32LE(table.length, 12)
  end.writeUInt32LE(body.length, 16)
  return Buffer.concat([body, table, end])
}

export function aFile(folder: string, name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
