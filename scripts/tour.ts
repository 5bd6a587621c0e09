// npm run tour: the story of the product, told by the real app on its demo; leaves numbered pictures and the exported
// file in tour/. With --readme, it also renews the pictures of docs/images/.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { findRuntime } from './runtime/find.ts'
import { buildIfStale } from './support/build.ts'
import { inRoot } from './support/root.ts'
import { main, say, Stop } from './support/say.ts'
import { openDisplay } from './system/display.ts'

const pictured = process.argv.includes('--readme')

await main(async () => {
  await findRuntime()
  await buildIfStale()
  const display = await openDisplay()
  const folder = await mkdtemp(join(tmpdir(), 'palier-tour-'))
  await mkdir(inRoot('tour'), { recursive: true })
  if (pictured) await mkdir(inRoot('docs/images'), { recursive: true })
  try {
    Object.assign(process.env, display.env)
    await tell(folder)
    say(`the pictures and the exported file are in ${inRoot('tour')}`)
    return 0
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    await display.close()
  }
})

async function tell(folder: string): Promise<void> {
  const { launchPalier } = await import('../tests/support/launch.ts')
  const { writeXlsx } = await import('hucre/xlsx')
  const workbook = join(folder, 'orientations-du-trimestre.xlsx')
  const sent = inRoot('tour/retour-bailleur.xlsx')
  await rm(sent, { force: true })

  const palier = await launchPalier({ userData: join(folder, 'data') })
  const { window } = palier
  let taken = 0
  async function picture(name: string, forReadme?: string): Promise<void> {
    taken += 1
    await window.waitForTimeout(600) // what was just asked is drawn
    const path = inRoot(`tour/${String(taken).padStart(2, '0')}-${name}.png`)
    await window.screenshot({ path })
    if (pictured && forReadme !== undefined) await window.screenshot({ path: inRoot(`docs/images/${forReadme}.png`) })
    say(path)
  }
  const go = (page: string) => window.evaluate(`location.hash = ${JSON.stringify(page)}`)

  try {
    await window.setViewportSize({ width: 1280, height: 800 })
    await palier.app.evaluate(
      ({ dialog }, { open, save }) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [open] })
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: save })
      },
      { open: workbook, save: sent },
    )
    await window.getByRole('button', { name: 'Créer mon espace' }).waitFor()
    await picture('premier-lancement', 'first-run')
    await window.getByRole('button', { name: 'Essayer avec l’espace de démonstration' }).click()
    await window.getByRole('navigation', { name: 'Navigation' }).waitFor({ timeout: 60_000 })

    await go('/people')
    const name = window.locator('.cell-record').nth(3)
    await name.waitFor()
    await picture('personnes', 'personnes')
    const known = await Promise.all([2, 4, 6].map((row) => readPerson(window, row)))
    await writeFile(workbook, await writeXlsx({ sheets: [{ name: 'Habitants', rows: rowsToImport(known) }] }))
    await name.click()
    await window.waitForURL(/#\/people\/.+/)
    await picture('personne', 'personne')

    await window.keyboard.press('Control+k')
    await window.keyboard.type('ma')
    await picture('recherche')
    await window.keyboard.press('Escape')

    await go('/referrals/new')
    await window.getByLabel('En une phrase').first().fill('Retouches et couture à domicile')
    await window.getByLabel('Prénom').first().fill('Aïssatou')
    await window.getByLabel('Nom', { exact: true }).first().fill('Haddadou')
    await window.getByRole('heading', { name: 'Nouvelle orientation' }).scrollIntoViewIfNeeded()
    await picture('nouvelle-orientation')
    await go('/referrals')
    const card = window.locator('.board-open').first()
    await card.waitFor()
    await picture('orientations', 'orientations')
    await card.click()
    await window.getByRole('complementary').first().waitFor()
    await picture('orientation', 'orientation')
    const decided = await accept(window, () => picture('decision'))
    await picture('orientation-acceptee')

    await go('/exchanges')
    await window.getByRole('button', { name: 'Export pour le partenaire' }).first().click()
    const dialog = window.getByRole('dialog', { name: 'Export pour le partenaire' })
    await dialog.getByText(/^Sera lu par/).waitFor()
    await picture('fichier-pour-le-bailleur')
    await dialog.getByRole('button', { name: 'Enregistrer le fichier' }).click()
    await window.getByText(/^Fichier enregistré/).waitFor()
    if (!(await tells(sent, decided))) throw new Stop(`The exported file does not say that ${decided} was accepted.`)
    await picture('echanges')
    const close = window.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Fermer' })
    while ((await close.count()) > 0) await close.first().click()

    await go('/import?kind=people')
    await window.getByRole('button', { name: 'Choisir le fichier' }).click()
    await window.getByRole('button', { name: 'Voir l’aperçu' }).waitFor()
    await picture('import-colonnes')
    await window.getByRole('button', { name: 'Voir l’aperçu' }).click()
    const apply = window.getByRole('button', { name: /^Appliquer/ })
    await apply.waitFor()
    await window.getByRole('button', { name: 'Doublon', exact: true }).first().click()
    await picture('import-apercu', 'import')
    await apply.click()
    await window.getByRole('heading', { name: 'L’import est fait' }).waitFor()
    await picture('import-resultat')
    await window.getByRole('button', { name: /^Annuler l’import d/ }).click()
    await window.getByRole('dialog').getByRole('button', { name: 'Annuler l’import' }).click()
    await window.getByRole('heading', { name: 'L’import a été annulé' }).waitFor()
    await picture('import-annule')
  } finally {
    await palier.close()
  }
}

/** Accepts someone who was met and whose landlord may be told; gives the number of the referral. */
async function accept(window: Page, beforeSaving: () => Promise<void>): Promise<string> {
  const met = window.getByRole('region', { name: 'Rencontrées' }).locator('.board-open')
  const record = window.getByRole('complementary').first()
  for (let card = 0; card < (await met.count()); card += 1) {
    await met.nth(card).click()
    await record.getByText('Accepter', { exact: true }).first().waitFor()
    if ((await record.getByText(/^Statut au bailleur.: non/).count()) > 0) continue
    await record.getByText('Accepter', { exact: true }).first().click()
    await record.getByRole('region', { name: 'Ce que lira le bailleur' }).waitFor()
    await beforeSaving()
    await record.getByRole('button', { name: 'Enregistrer', exact: true }).click()
    await record.locator('.drawer-under').getByText('Acceptée').waitFor()
    return (await record.getByRole('link', { name: /^OR-/ }).first().innerText()).trim()
  }
  throw new Stop('The demo has met nobody whose landlord may be told.')
}

/** Whether the exported file has this referral as accepted. */
async function tells(path: string, number: string): Promise<boolean> {
  const { readXlsx } = await import('hucre/xlsx')
  const { sheets } = await readXlsx(await readFile(path))
  return sheets.some(({ rows }) => rows.some((row) => row.includes(number) && row.includes('Acceptée')))
}

interface Known {
  readonly lastName: string
  readonly firstName: string
  readonly phone: string
}

/** Someone of the list on screen, as it shows them. */
async function readPerson(window: Page, row: number): Promise<Known> {
  const cell = (column: string) => window.locator(`.ag-row[row-index="${row}"] [col-id="${column}"]`).first()
  const [lastName = '', ...firstNames] = (await cell('name').innerText()).trim().split(' ')
  return { lastName, firstName: firstNames.join(' '), phone: (await cell('phone').innerText()).trim() }
}

/** A list as it comes: people already known, one of them a letter away from her name, a number whose zero a spreadsheet lost, one it destroyed, a column that must not come in. */
function rowsToImport([same, near, other]: readonly Known[]): (string | number)[][] {
  const lastNames = ['ABGRALLEC', 'HADDADOU', 'TANGUYAN', 'DUMÉNIL', 'ROHMERET', 'TRAOUMI', 'MAKONDA', 'LE BRASSEC']
  const firstNames = ['Enora', 'Nora', 'Sophie', 'Anaïs', 'Carole', 'Fanta', 'Grâce', 'Tiphaine', 'Solange', 'Prisca']
  const streets = ['allée des Genêts', 'rue du Puits', 'quai du Ponant', 'rue Haute', 'place du Lavoir']
  const projects = ['Fleuriste', 'Traiteur', 'Bijoux', 'Couture', 'Épicerie', 'Librairie']
  const rows = Array.from({ length: 40 }, (_, index) => [
    `2 90 05 44 109 ${String(100 + index)} 34`,
    lastNames[index % lastNames.length] ?? '',
    firstNames[(index * 7 + Math.floor(index / 10)) % firstNames.length] ?? '',
    index === 5 ? '6,39998E+08' : 639_980_000 + index * 37,
    `${String(1 + (index % 27)).padStart(2, '0')}/0${1 + (index % 9)}/${1965 + index}`,
    `${index + 1}, ${streets[index % streets.length] ?? ''}`,
    44_200,
    projects[index % projects.length] ?? '',
  ])
  const again = (person: Known | undefined, project: string, lost = 0) => [
    '',
    person?.lastName ?? '',
    `${person?.firstName.slice(0, 1) ?? ''}${person?.firstName.slice(1 + lost) ?? ''}`,
    person?.phone ?? '',
    '',
    '2, ferme des Genêts',
    44_200,
    project,
  ]
  rows.splice(1, 0, again(same, 'Chambres d’hôtes'), again(near, 'Traiteur', 1), again(other, 'Yoga'))
  return [['N° SS', 'Nom', 'Prénom', 'Téléphone', 'Né(e) le', 'Adresse', 'CP', 'Projet'], ...rows]
}
