import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { writeXlsx } from 'hucre/xlsx'
import { inRoot } from '../../scripts/support/root.ts'
import { answerDialogs, createSpace, goTo, importFile, useComputers } from '../support/journey.ts'
import { readWorkbook } from '../support/read-workbook.ts'

const { computer, start } = useComputers()

test('38 real landlords come in from a list, 18 of them flagged CEDEX, and are taken back whole', async () => {
  const palier = await start()
  const { window } = palier
  await createSpace(palier)
  await importFile(palier, 'Des organisations', inRoot('tests/fixtures/bailleurs_13_sisal2021.csv'))
  await window.getByRole('button', { name: 'Voir l’aperçu' }).click()

  await expect(effect(window, 'À créer')).toHaveText(/38$/)
  await expect(effect(window, 'Erreurs')).toHaveText(/0$/)
  const preview = window.getByRole('region', { name: 'Aperçu des lignes du fichier' })
  await expect(preview.getByText('CEDEX', { exact: true })).toHaveCount(18)
  await window.getByRole('button', { name: 'Appliquer 38 changements' }).click()
  await expect(window.getByRole('heading', { name: 'L’import est fait' })).toBeVisible()
  await expect(figure(window, 'Créées')).toHaveText('38')

  await window.getByRole('button', { name: /^Annuler l’import d/ }).click()
  const question = window.getByRole('dialog', { name: 'Annuler l’import de 38 fiches ?' })
  await question.getByRole('button', { name: 'Annuler l’import' }).click()
  await expect(window.getByText(/^Import annulé/)).toBeVisible()
  await goTo(window, 'Échanges')
  await expect(window.getByRole('row', { name: /bailleurs_13_sisal2021\.csv/ })).toContainText('Annulé le')
})

test('people come in from a workbook; what is wrong in a row is mended in the preview or handed back in a file', async () => {
  const folder = await computer()
  const path = join(folder, 'Inscriptions.xlsx')
  await writeFile(path, await writeXlsx({ sheets: [{ name: 'Liste', rows: people.map((row) => [...row]) }] }))
  const palier = await start()
  const { window } = palier
  await createSpace(palier)
  await importFile(palier, 'Des personnes', path)
  await expect(window.getByText('« N° Sécu » ne sera pas importée.')).toBeVisible()
  await window.getByRole('button', { name: 'Voir l’aperçu' }).click()

  await expect(effect(window, 'À créer')).toHaveText(/2$/)
  await expect(effect(window, 'Erreurs')).toHaveText(/2$/)
  await window.getByRole('button', { name: 'Corriger Courriel, ligne 4' }).click()
  const cell = window.getByRole('textbox', { name: 'Corriger Courriel, ligne 4' })
  await cell.fill('hafida.elm@exemple.fr')
  await cell.press('Enter')
  await expect(effect(window, 'Erreurs')).toHaveText(/1$/)
  await window.getByRole('button', { name: 'Appliquer 3 changements' }).click()
  await expect(figure(window, 'Créées')).toHaveText('3')
  await expect(figure(window, 'Refusées')).toHaveText('2')

  const refused = join(folder, 'refusées.xlsx')
  await answerDialogs(palier, { save: refused })
  await window.getByRole('button', { name: 'Enregistrer les lignes refusées' }).click()
  await expect(window.getByText('2 lignes refusées enregistrées')).toBeVisible()
  expect(readWorkbook(await readFile(refused)).sheets[0]?.rows).toEqual([
    ['NOM', 'Prénom', 'Téléphone', 'Courriel', 'Code postal', 'Ville', 'Ligne', 'Motif du refus'],
    ['', '', '0639981204', '', '44000', 'Nantes', 5, expect.stringContaining('sans nom')],
    ['Vasselin', 'Aissatou', '', 'a.vasselin@exemple.fr', '', '', 6, 'Doublon : VASSELIN Aïssatou'],
  ])
})

test('a file that a hand drops on its place is read', async () => {
  const folder = await computer()
  const path = join(folder, 'Inscriptions.csv')
  await writeFile(path, 'Nom;Prénom\nVASSELIN;Aïssatou\n')
  const palier = await start()
  const { window } = palier
  await createSpace(palier)
  await goTo(window, 'Échanges')
  await window.getByRole('button', { name: 'Importer un fichier' }).click()
  const place = await window.getByText('Déposez un fichier ici, ou choisissez-le.').boundingBox()
  const hand = await window.context().newCDPSession(window)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  const drag = (type: 'dragEnter' | 'dragOver' | 'drop', x: number, y: number) =>
    hand.send('Input.dispatchDragEvent', { type, x, y, data })
  for (const [x, y] of [
    [5, 5],
    [(place?.x ?? 0) + 5, (place?.y ?? 0) + 5],
  ] as const) {
    await expect(window.getByRole('heading', { name: 'Inscriptions.csv' })).toHaveCount(0)
    await drag('dragEnter', x, y)
    await drag('dragOver', x, y)
    await drag('drop', x, y)
  }
  await expect(window.getByRole('heading', { name: 'Inscriptions.csv' })).toBeVisible()
})

const people = [
  ['NOM', 'Prénom', 'Téléphone', 'Courriel', 'Code postal', 'Ville', 'N° Sécu'],
  ['VASSELIN', 'Aïssatou', '06 39 98 12 01', 'a.vasselin@exemple.fr', '44600', 'Saint-Nazaire', '290014400012345'],
  ['LE GUEN', 'Jean-Luc', '639981202', '', '13234', 'MARSEILLE CEDEX 04', ''],
  ['EL MESTOURI', 'Hafida', '', 'hafida.elm@', '44200', 'Nantes', ''],
  ['', '', '0639981204', '', '44000', 'Nantes', ''],
  ['Vasselin', 'Aissatou', '', 'a.vasselin@exemple.fr', '', '', ''],
] as const

function effect(window: Page, name: string) {
  return window.getByRole('group', { name: 'Lignes par effet' }).getByRole('button', { name: new RegExp(`^${name}`) })
}

function figure(window: Page, name: string) {
  return window.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd')
}
