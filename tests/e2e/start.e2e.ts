import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { createSpace, openDemo, useComputers } from '../support/journey.ts'

const { start } = useComputers()

const places = (window: Page) => window.getByRole('navigation').first()

test('the demo, which opens by itself, starts on its rows; gone, it is said to be', async () => {
  const first = await start()
  await openDemo(first)
  await first.app.close()

  const second = await start(first.userData)
  await expect(second.window.locator('.ag-row .person-name').first()).toBeVisible()
  await expect(places(second.window)).toBeVisible()
  await second.app.close()

  await rm(join(first.userData, 'spaces/demo-association'), { recursive: true })
  const third = await start(first.userData)
  await expect(third.window.getByText('Le dossier de cet espace n’est plus là')).toBeVisible()
  await expect(places(third.window)).toBeHidden()
})

test('the first rows are drawn before what else was answered, which then comes', async () => {
  const { window, ...demo } = await start()
  await openDemo({ window, ...demo })
  await window.addInitScript(() => {
    const look = () => {
      const name = document.querySelector('.ag-row .person-name')
      if (name?.textContent) {
        const foot = document.querySelector('.grid-foot > [aria-live]')?.textContent
        const { x, y } = name.getBoundingClientRect()
        const covered = document.elementFromPoint(x + 5, y + 5)?.closest('.ag-row') === null
        Object.assign(globalThis, { withFirstRows: { foot, covered } })
      } else requestAnimationFrame(look)
    }
    look()
  })
  await window.evaluate(() => History.prototype.replaceState.call(history, null, '', '/')) // as at a start, no page is left open
  await window.reload()
  await expect(window.locator('.grid-foot')).toContainText('personnes')
  await expect(window.getByRole('navigation').first()).toContainText('Coordinatrice')
  const seen = await window.evaluate(() => (globalThis as { withFirstRows?: unknown }).withFirstRows)
  expect(seen).toEqual({ foot: 'Chargement', covered: false })
})

test('the engine keeps the code of the starts of every day, not that of the first', async () => {
  const first = await start()
  await openDemo(first)
  await expect.poll(() => codeKept(first.userData)).toBe(0)
  await first.app.close()

  const second = await start(first.userData)
  await expect.poll(() => codeKept(first.userData)).toBeGreaterThan(1_000_000)
  await second.app.close()

  const third = await start(first.userData)
  await expect(third.window.locator('.ag-row .person-name').first()).toBeVisible()
  await third.app.close()
  expect(await codeKept(first.userData)).toBeGreaterThan(1_000_000)
})

/** Bytes of the code of a first page as the engine compiled it: two large files. Other pages' is smaller, and comes later. */
async function codeKept(userData: string): Promise<number> {
  const folder = join(userData, 'Code Cache/js')
  const names = await readdir(folder)
  const sizes = await Promise.all(names.map((name) => stat(join(folder, name)).then(({ size }) => size, gone)))
  return sizes.filter((size) => size > 500_000).reduce((sum, size) => sum + size, 0)
}

/** The engine may take a file away between two looks. */
const gone = () => 0

test('a space with a key shows its door, whatever was expected of the start', async () => {
  const first = await start()
  await openDemo(first)
  const expected = await first.window.evaluate(() => localStorage.getItem('palier.expectedSpace'))
  expect(expected).toContain('"demo":true')
  await first.app.close()

  const second = await start()
  await createSpace(second)
  expect(await second.window.evaluate(() => localStorage.getItem('palier.expectedSpace'))).toBeNull()
  await second.window.evaluate((kept) => localStorage.setItem('palier.expectedSpace', kept ?? ''), expected)
  await second.app.close()

  const third = await start(second.userData)
  await expect(third.window.getByRole('textbox', { name: 'Phrase de passe' })).toBeVisible()
  await expect(places(third.window)).toBeHidden()
  await expect(third.window.locator('.ag-row')).toHaveCount(0)
  expect(await third.window.evaluate(() => localStorage.getItem('palier.expectedSpace'))).toBeNull()
})
