import { readFile, readdir, realpath, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { aPicture } from '../support/papers.ts'
import { answerDialogs, goTo, openDemo, openSettings, useComputers } from '../support/journey.ts'
import type { Palier } from '../support/launch.ts'
import { pdfText, picturesOnPages } from '../support/pdf-text.ts'

const { computer, start } = useComputers()

test('a paper enters by a dialog, is found by the name of its file, opens as a private copy that goes with the space', async () => {
  const on = await computer()
  const palier = await start(on)
  const { window } = palier
  await openDemo(palier)
  await window
    .getByRole('row')
    .nth(3)
    .getByText(/^[A-Z]/)
    .first()
    .dblclick()
  await window.getByRole('tab', { name: /^Documents/ }).click()
  const file = join(on, 'attestation RC-4417.pdf')
  await writeFile(file, '%PDF-1.7 attestation')
  await answerDialogs(palier, { open: file })
  await window.getByRole('button', { name: 'Ajouter un document' }).click()
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await window.getByRole('button', { name: 'Ouvrir attestation RC-4417' }).waitFor()

  await window.keyboard.press('Control+K')
  await window.getByRole('combobox').fill('rc-4417')
  await window.getByRole('option', { name: /attestation RC-4417/ }).click()
  await window.getByRole('tab', { name: /^Documents/ }).click()
  const handed = await watchPrograms(palier)
  await window.getByRole('button', { name: 'Ouvrir attestation RC-4417' }).click()
  await window.getByText('Une copie privée s’ouvre dans votre programme habituel').waitFor()
  const copies = join(on, 'copies')
  const [copy = ''] = await readdir(copies)
  expect(copy).toMatch(/^[0-9a-f]{24}\.pdf$/)
  expect(await readFile(join(copies, copy), 'utf8')).toBe('%PDF-1.7 attestation')
  expect((await stat(join(copies, copy))).mode & 0o777).toBe(0o600)
  expect(await handed()).toEqual([join(await realpath(copies), copy)])
  await palier.close()
  expect(await readdir(copies)).toEqual([])

  await writeFile(join(copies, 'left-by-a-kill.pdf'), 'left')
  const again = await start(on)
  await again.window.getByRole('navigation', { name: 'Navigation' }).waitFor({ timeout: 60_000 })
  await expect.poll(() => readdir(copies)).toEqual([])
})

/** What the system is asked to open from now on; no program starts. */
async function watchPrograms({ app }: Palier): Promise<() => Promise<readonly string[]>> {
  await app.evaluate(({ shell }) => {
    const handed: string[] = []
    Reflect.set(globalThis, 'handed', handed)
    Reflect.set(shell, 'openPath', async (path: string) => {
      handed.push(path)
      return ''
    })
  })
  return () => app.evaluate(() => Reflect.get(globalThis, 'handed') as string[])
}

test('the logo of the association and those of its funders stand at the head of the sheet, replaced in the settings', async () => {
  const on = await computer()
  const palier = await start(on)
  const { window } = palier
  await openDemo(palier)
  const chosen = join(on, 'nouveau logo.png')
  await writeFile(chosen, aPicture(300, 90))
  await answerDialogs(palier, { open: chosen })
  await openSettings(window, 'Espace')
  await window.getByRole('button', { name: 'Remplacer' }).click()
  await window.getByText('Logo de Les Passerelles enregistré').waitFor()
  const drawn = window.getByRole('img', { name: 'Logo de Les Passerelles' })
  await expect.poll(() => drawn.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(300)

  await goTo(window, 'Programmes')
  await window.getByRole('link', { name: 'Promotion de l’Estuaire' }).first().click()
  await window.getByRole('tab', { name: 'Ateliers' }).click()
  await window.getByRole('row').nth(3).getByRole('button').first().click()
  const path = join(on, 'feuille.pdf')
  await answerDialogs(palier, { save: path })
  await window.getByRole('button', { name: 'Feuille d’émargement' }).click()
  await window.getByRole('menuitem', { name: 'Enregistrer en PDF' }).click()
  await window.getByText('feuille.pdf enregistré').waitFor({ timeout: 30_000 })
  const [first = 0, ...others] = await picturesOnPages(path)
  expect(first).toBeGreaterThanOrEqual(3)
  expect(others.every((count) => count === 0)).toBe(true)
  expect((await readFile(path)).toString('latin1')).toMatch(/\/Subtype \/Image[^>]*\/Width 300/)
  const text = (await pdfText(path)).replaceAll(/\s+/g, '')
  for (const name of ['LesPasserelles', 'CouveuseLeNid']) expect(text).toContain(name)
})

test('letters to several people are read, then leave as one PDF that says what was read', async () => {
  const on = await computer()
  const palier = await start(on)
  const { window } = palier
  await openDemo(palier)
  for (const row of [2, 4]) await window.getByRole('row').nth(row).getByRole('checkbox').click()
  await window.getByRole('button', { name: 'Écrire' }).click()
  const dialog = window.getByRole('dialog', { name: 'Écrire à 2 personnes' })
  await dialog.getByRole('combobox', { name: 'Modèle' }).click()
  await window.getByRole('option', { name: /Relance pour un document manquant/ }).click()
  await dialog.getByRole('button', { name: 'Relire pour 2 personnes' }).click()
  const read = await dialog.getByRole('article', { name: 'Aperçu' }).innerText()
  const boxes = dialog.getByRole('checkbox')
  for (const index of [0, 1]) await boxes.nth(index).check()
  const path = join(on, 'courriers.pdf')
  await answerDialogs(palier, { save: path })
  await dialog.getByRole('button', { name: 'Enregistrer 2 courriers en PDF' }).click()
  await window.getByText('2 courriers enregistrés').waitFor({ timeout: 30_000 })
  const text = await pdfText(path)
  const words = (some: string) => some.replaceAll(/\s+/g, '') // letters that are joined stand apart in what is read
  for (const line of read.split('\n').filter((one) => one.trim() !== '' && !one.startsWith('Manque')))
    expect(words(text)).toContain(words(line))
  expect(text.split('\n').filter((page) => page.includes('Un document manque à votre dossier'))).toHaveLength(2)
})
