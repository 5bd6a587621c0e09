import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type Palier, launchPalier } from '../support/launch.ts'

// Documents saved as PDF, several at once, and when the page that lays one out ends before its time.

let palier: Palier
let folder: string

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palier-documents-'))
  palier = await launchPalier()
  await palier.window.waitForFunction(() => document.querySelector('#root')?.childElementCount)
  await palier.app.evaluate(({ dialog }, into) => {
    let files = 0
    Reflect.set(dialog, 'showSaveDialog', async () => ({ canceled: false, filePath: `${into}/${(files += 1)}.pdf` }))
  }, folder)
})
test.afterAll(async () => {
  await palier.close()
  await rm(folder, { recursive: true })
})

test('two documents saved at once are both there, whole', async () => {
  const replies = await save(2)
  expect(replies.every(({ ok }) => ok)).toBe(true)
  for (const { value } of replies) await expectPdf(value)
  expect(new Set(replies.map(({ value }) => value)).size).toBe(2)
})

test('a page that ends while it is laid out spoils neither its document, nor the others, nor those after it', async () => {
  await palier.app.evaluate(({ app }) => {
    app.once('browser-window-created', (_event, { webContents }) => {
      webContents.once('did-finish-load', () => webContents.forcefullyCrashRenderer())
    })
  })
  for (const count of [2, 1]) {
    const replies = await save(count)
    expect(replies.map(({ ok }) => ok)).toEqual(replies.map(() => true))
    for (const { value } of replies) await expectPdf(value)
  }
})

async function save(count: number): Promise<{ readonly ok: boolean; readonly value: string }[]> {
  return palier.window.evaluate(
    (times) =>
      Promise.all(
        Array.from({ length: times }, () =>
          Reflect.get(globalThis, 'palier').shell('savePdf', { html: '<p>Accord</p>', title: 'Accord', path: null }),
        ),
      ),
    count,
  )
}

async function expectPdf(path: string): Promise<void> {
  const pdf = await readFile(path)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.subarray(-7).toString()).toContain('%%EOF')
}
