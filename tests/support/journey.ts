import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { keyOnKit } from './kit.ts'
import { type Palier, launchPalier } from './launch.ts'
import { pdfText } from './pdf-text.ts'

export const passphrase = 'quatre bateaux verts dorment'

/** Folders and applications of one test file, gone after each test. */
export function useComputers(): {
  readonly computer: () => Promise<string>
  readonly start: (on?: string, env?: Readonly<Record<string, string>>) => Promise<Palier>
} {
  const folders: string[] = []
  const started: Palier[] = []
  test.afterEach(async () => {
    for (const { app } of started.splice(0)) await app.close().catch(() => undefined)
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  })
  async function computer(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'palier-journey-'))
    folders.push(folder)
    return folder
  }
  async function start(on?: string, env: Readonly<Record<string, string>> = {}): Promise<Palier> {
    const palier = await launchPalier({ userData: on ?? (await computer()), env })
    started.push(palier)
    return palier
  }
  return { computer, start }
}

/** The system's dialogs stand outside the page: the next ones answer these paths. */
export async function answerDialogs(
  palier: Palier,
  answers: { readonly open?: string; readonly save?: string },
): Promise<void> {
  await palier.app.evaluate(({ dialog }, { open, save }) => {
    if (open !== undefined) dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [open] })
    if (save !== undefined) dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: save })
  }, answers)
}

interface NewSpace {
  readonly kind?: 'Association' | 'Bailleur social'
  readonly organisation?: string
  readonly member?: string
}

/** First run, as a person lives it, to an empty space; gives the recovery key read from the saved kit. */
export async function createSpace(
  palier: Palier,
  { kind = 'Association', organisation = 'Les Passerelles', member = 'Solène Kerbrat' }: NewSpace = {},
): Promise<string> {
  const { window } = palier
  await window.getByRole('button', { name: 'Créer mon espace' }).click()
  await window.getByRole('radio', { name: kind }).check({ force: true })
  await window.getByLabel('Nom de l’organisation').fill(organisation)
  await window.getByLabel('Votre prénom et votre nom').fill(member)
  await window.getByRole('button', { name: 'Continuer' }).click()

  await window.getByLabel('Nouvelle phrase de passe').fill(passphrase)
  await window.getByLabel('La même, une seconde fois').fill(passphrase)
  const create = window.getByRole('button', { name: 'Créer l’espace' })
  await expect(create).toBeEnabled()
  await create.click()

  const key = await confirmKit(palier)
  await window.getByRole('button', { name: 'Continuer' }).click()
  await window
    .getByRole('button', { name: 'Commencer avec un espace vide' })
    .or(window.getByText('Commencer avec un espace vide'))
    .first()
    .click()
  const go = window.getByRole('button', { name: 'Continuer' })
  if (await go.isVisible()) await go.click()
  await expect(window.getByRole('navigation').first()).toBeVisible()
  return key
}

/** Saves the kit as a PDF, reads it as its owner would, and types back the two groups that are asked. */
export async function confirmKit(palier: Palier): Promise<string> {
  const { window, userData } = palier
  const file = join(userData, 'trousse.pdf')
  await answerDialogs(palier, { save: file })
  await window.getByRole('button', { name: 'Enregistrer en PDF' }).click()
  await expect(window.getByText('trousse.pdf')).toBeVisible()
  const groups = keyOnKit(await pdfText(file))
  for (const field of await window.getByRole('textbox', { name: /^Groupe \d$/ }).all()) {
    const label = (await field.getAttribute('aria-label')) ?? (await labelOf(field))
    const number = Number(/\d/.exec(label)?.[0])
    await field.fill(groups[number - 1] ?? '')
  }
  await window.getByRole('checkbox', { name: /Je sais où elle sera rangée/ }).check({ force: true })
  return groups.join('-')
}

/** The demo space, once it is filled. */
export async function openDemo({ window }: Palier): Promise<void> {
  await window.getByRole('button', { name: 'Essayer avec l’espace de démonstration' }).click()
  await window.getByRole('navigation', { name: 'Navigation' }).waitFor({ timeout: 120_000 })
}

export async function unlock(window: Page, phrase = passphrase): Promise<void> {
  await window.getByLabel('Phrase de passe', { exact: true }).fill(phrase)
  await window.getByRole('button', { name: 'Déverrouiller' }).click()
}

/** A place of the side bar. */
export async function goTo(window: Page, place: string): Promise<void> {
  await window.getByRole('navigation').first().getByRole('link', { name: place }).click()
}

/** Opens a tab of the settings. */
export async function openSettings(window: Page, tab: string): Promise<void> {
  await goTo(window, 'Réglages')
  await window.getByRole('tab', { name: tab }).click()
}

/** Brings a file in, as far as the matching of its columns. */
export async function importFile(palier: Palier, kind: string, path: string): Promise<void> {
  const { window } = palier
  await goTo(window, 'Échanges')
  await window.getByRole('button', { name: 'Importer un fichier' }).click()
  await window.getByRole('radio', { name: kind }).check({ force: true })
  await answerDialogs(palier, { open: path })
  await window.getByRole('button', { name: 'Choisir le fichier' }).click()
  await expect(window.getByRole('button', { name: 'Voir l’aperçu' })).toBeVisible()
}

/** The title bar's undo, which names what it will take back. */
export async function undoFromTitleBar(window: Page, what: string): Promise<void> {
  await window
    .getByRole('banner')
    .getByRole('button', { name: `Annuler : ${what}` })
    .click()
}

/** Ends the data process at once, as a crash would: it has no time to say or to keep anything. */
export async function killData({ app }: Palier): Promise<void> {
  // the one that a lock was ending may be named though it is gone: then it is looked for again
  await expect(async () => {
    const named = await app.evaluate(({ app: main }) => main.getAppMetrics().find(({ name }) => name === 'palier-data'))
    if (named === undefined) throw new Error('no data process runs')
    process.kill(named.pid, 'SIGKILL')
  }).toPass({ timeout: 10_000 })
}

export async function restart(palier: Palier): Promise<Palier> {
  await palier.app.close()
  return launchPalier({ userData: palier.userData })
}

function labelOf(field: import('@playwright/test').Locator): Promise<string> {
  return field.evaluate((element) =>
    element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : '',
  )
}
