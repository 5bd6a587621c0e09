import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { jpegBytes, pdfBytes, pngBytes, webpBytes } from '../../tests/support/papers.ts'
import { copyToOpen } from './copies.ts'

const root = realpathSync(mkdtempSync(join(tmpdir(), 'palier-copies-')))
const copies = join(root, 'copies')
const name = (end: string) => `0123456789abcdef01234567.${end}`
const put = (path: string, bytes: Uint8Array) => {
  writeFileSync(path, bytes, { mode: 0o600 })
  return path
}
const zip = Buffer.from('PK\u0003\u0004 rest', 'latin1')
const heic = Buffer.from('\0\0\0\u0018ftypheic', 'latin1')

beforeEach(() => {
  rmSync(copies, { recursive: true, force: true })
  mkdirSync(copies)
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

test.each([
  ['pdf', pdfBytes()],
  ['png', pngBytes],
  ['jpg', jpegBytes],
  ['webp', webpBytes],
  ['heic', heic],
  ['docx', zip],
  ['xlsx', zip],
  ['pptx', zip],
  ['odt', zip],
  ['ods', zip],
  ['odp', zip],
])('a copy that is a %s is handed over as it lies', async (end, bytes) => {
  const path = put(join(copies, name(end)), bytes)
  expect(await copyToOpen(copies, path)).toBe(path)
})

test.each([
  ['outside the folder', () => put(join(root, name('pdf')), pdfBytes())],
  ['by a way out of the folder', () => join(copies, '..', put(join(root, name('pdf')), pdfBytes()).slice(root.length))],
  ['spelled with a way out', () => put(join(root, name('pdf')), pdfBytes()) && `${copies}/../${name('pdf')}`],
  ['spelled through itself', () => put(join(copies, name('pdf')), pdfBytes()) && `${copies}/./${name('pdf')}`],
  [
    'in another folder whose name is as long',
    () => {
      mkdirSync(join(root, 'spoils'), { recursive: true })
      return put(join(root, 'spoils', name('pdf')), pdfBytes())
    },
  ],
  [
    'in a folder of the folder',
    () => {
      mkdirSync(join(copies, 'deep'))
      return put(join(copies, 'deep', name('pdf')), pdfBytes())
    },
  ],
  [
    'a link to a file elsewhere',
    () => {
      symlinkSync(put(join(root, 'elsewhere.pdf'), pdfBytes()), join(copies, name('pdf')))
      return join(copies, name('pdf'))
    },
  ],
  [
    'a link to a copy',
    () => {
      symlinkSync(put(join(copies, `f${name('pdf').slice(1)}`), pdfBytes()), join(copies, name('pdf')))
      return join(copies, name('pdf'))
    },
  ],
  [
    'a folder',
    () => {
      mkdirSync(join(copies, name('pdf')))
      return join(copies, name('pdf'))
    },
  ],
  ['not there', () => join(copies, name('pdf'))],
  ['under a name that is not ours', () => put(join(copies, 'facture.pdf'), pdfBytes())],
  ['in capitals', () => put(join(copies, name('PDF')), pdfBytes())],
  ['with a second end', () => put(join(copies, name('pdf.exe')), pdfBytes())],
  ['with what a system drops', () => put(join(copies, `${name('pdf')}.`), pdfBytes())],
  ['a stream of its own', () => put(join(copies, `${name('pdf')}:x`), pdfBytes())],
  ['cut by a NUL', () => `${put(join(copies, name('pdf')), pdfBytes())}\0.exe`],
  ['named after the folder', () => copies],
  ['nothing', () => ''],
])('a path %s is refused', async (_, path) => {
  expect(await copyToOpen(copies, path())).toBe(null)
})

test.each([
  'exe',
  'com',
  'bat',
  'sh',
  'desktop',
  'html',
  'svg',
  'lnk',
  'js',
  'jar',
  'docm',
  'csv',
  'txt',
  'eml',
  'zip',
])('the bytes of a paper are not opened as .%s', async (end) => {
  expect(await copyToOpen(copies, put(join(copies, name(end)), pdfBytes()))).toBe(null)
})

test.each([
  ['pdf', Buffer.from('MZ\u0090')],
  ['pdf', Buffer.from('#!/bin/sh')],
  ['pdf', Buffer.from('\u007FELF')],
  ['pdf', Buffer.alloc(0)],
  ['png', pdfBytes()],
  ['docx', Buffer.from('\u00D0\u00CF\u0011\u00E0', 'latin1')],
])('a .%s that is something else is refused', async (end, bytes) => {
  expect(await copyToOpen(copies, put(join(copies, name(end)), bytes))).toBe(null)
})

test('nothing is opened while there is no folder of copies', async () => {
  const path = put(join(copies, name('pdf')), pdfBytes())
  rmSync(copies, { recursive: true })
  expect(await copyToOpen(copies, path)).toBe(null)
})

test('a folder of copies that is itself a link is the one it leads to', async () => {
  const path = put(join(copies, name('pdf')), pdfBytes())
  const link = join(root, 'link')
  symlinkSync(copies, link)
  expect(await copyToOpen(link, path)).toBe(path)
  expect(await copyToOpen(link, join(link, name('pdf')))).toBe(null)
})
