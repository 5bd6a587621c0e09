import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { answerDialogs, createSpace, goTo, importFile, unlock, useComputers } from '../support/journey.ts'
import type { Palier } from '../support/launch.ts'
import { picturesOnPages } from '../support/pdf-text.ts'
import { readWorkbook } from '../support/read-workbook.ts'
import { words } from '../support/words.ts'

const { computer, start } = useComputers()
const { act, columns } = words.fr.referrals

const aissatou: Resident = {
  firstName: 'Aïssatou',
  lastName: 'Vasselin',
  phone: '06 39 98 12 01',
  project: 'Ouvrir un atelier de couture',
  note: 'Trois enfants à garder le mercredi',
  statusBack: true,
}
const hafida: Resident = {
  firstName: 'Hafida',
  lastName: 'El Mestouri',
  phone: '06 39 98 12 02',
  project: 'Traiteur à domicile',
  note: 'Préfère ne pas être appelée au travail',
  statusBack: false,
}
const attempted = 'Rappeler chez sa voisine'

test('a landlord’s referral is accepted by the association, the answer comes back with nothing that was not agreed, and a withdrawal follows', async () => {
  test.setTimeout(240_000)
  const folder = await computer()
  const handedOver = join(folder, 'orientations.xlsx')
  const answer = join(folder, 'retour.xlsx')
  const withdrawn = join(folder, 'retraits.xlsx')

  // the landlord logs two referrals and hands them over, each with its note, as the wording they signed says
  let landlord = await start()
  await createSpace(landlord, { kind: 'Bailleur social', organisation: 'Estuaire Logement', member: 'Maud Tanguy' })
  await printForm(landlord, join(folder, 'accord.pdf'))
  const number = await logReferral(landlord.window, aissatou)
  const other = await logReferral(landlord.window, hafida)
  expect(other).not.toBe(number)
  await prepare(landlord, 'Préparer le fichier pour l’association', handedOver, 'Les Passerelles')
  await expect(landlord.window.getByText('Fichier enregistré : 2 lignes')).toBeVisible()
  await landlord.app.close()
  const left = await textOf(handedOver)
  for (const told of [number, other, aissatou.project, hafida.lastName, aissatou.note, hafida.note])
    expect(left).toContain(told)

  // the association takes them in, reaches one of them, meets her and accepts
  const association = await start()
  const { window } = association
  await createSpace(association)
  await bringIn(association, handedOver, 'À créer 2')
  await goTo(window, 'Orientations')
  await expect(card(window, columns.received, hafida)).toBeVisible()
  await card(window, columns.received, aissatou).click()
  const record = window.getByRole('complementary', { name: 'Orientation d’Aïssatou Vasselin' })
  await expect(record.getByRole('link', { name: number })).toBeVisible()
  const close = record.getByRole('button', { name: act.closed })
  await expect(record.getByText(act.accepted, { exact: true })).toBeVisible()
  await expect(close).toHaveCount(0) // a move that is not legal is not there
  await record.getByRole('button', { name: 'Noter un essai' }).click()
  await record.getByLabel('Note').fill(attempted)
  await record.getByRole('button', { name: 'Jointe' }).click()
  await decide(record, act.met, 'Rencontrée')
  await decide(record, act.accepted, 'Acceptée')
  await expect(close).toBeVisible()
  await record.getByRole('button', { name: 'Fermer' }).click()
  await expect(card(window, columns.decided, aissatou)).toBeVisible()

  // its answer is one row, about her who agreed that it be told
  await prepare(association, 'Export pour le partenaire', answer)
  await expect(window.getByText('Fichier enregistré : 1 ligne, 1 laissée de côté sans accord')).toBeVisible()
  await association.app.close()
  const day = today()
  expect(readWorkbook(await readFile(answer)).sheets[0]?.rows).toEqual([
    [
      'Numéro',
      'État',
      'Envoyée le',
      'Reçue le',
      'Rencontrée le',
      'Décision le',
      'Clôturée le',
      'Motifs de refus',
      'Sortie',
      'palier:referral-status:1',
    ],
    [number, 'Acceptée', day, day, day, day, '', '', '', 'Les Passerelles'],
  ])
  const answered = await textOf(answer)
  const never = [aissatou, hafida].flatMap((one) => [one.firstName, one.lastName, one.phone, one.project, one.note])
  for (const kept of [other, attempted, ...never]) expect(answered).not.toContain(kept)

  // and the landlord sees its referral moved, the other where it was
  landlord = await start(landlord.userData)
  await unlock(landlord.window)
  await bringIn(landlord, answer, 'À modifier 1')
  await goTo(landlord.window, 'Orientations')
  await expect(card(landlord.window, columns.sent, hafida)).toBeVisible()
  await card(landlord.window, columns.decided, aissatou).click()
  const own = landlord.window.getByRole('complementary', { name: 'Orientation d’Aïssatou Vasselin' })
  await expect(own.locator('.drawer-under')).toContainText('Acceptée')
  await expect(own.getByRole('region', { name: 'Historique' })).toContainText('Les Passerelles')

  // the other one gives up: the landlord's next file tells it by her number, and the association's copy is withdrawn
  await own.getByRole('button', { name: 'Fermer' }).click()
  await card(landlord.window, columns.sent, hafida).click()
  const given = landlord.window.getByRole('complementary', { name: 'Orientation de Hafida El Mestouri' })
  await decide(given, act.withdrawn, 'Retirée')
  await given.getByRole('button', { name: 'Fermer' }).click()
  await prepare(landlord, 'Préparer le fichier pour l’association', withdrawn, 'Les Passerelles')
  await expect(landlord.window.getByText('Fichier enregistré : 1 ligne')).toBeVisible()
  await landlord.app.close()
  const gone = await textOf(withdrawn)
  expect(gone).toContain(other)
  for (const kept of [hafida.firstName, hafida.lastName, hafida.phone, hafida.project, hafida.note])
    expect(gone).not.toContain(kept)
  const again = await start(association.userData)
  await unlock(again.window)
  await bringIn(again, withdrawn, 'À modifier 1')
  await goTo(again.window, 'Orientations')
  await card(again.window, columns.decided, hafida).click()
  const copy = again.window.getByRole('complementary', { name: 'Orientation de Hafida El Mestouri' })
  await expect(copy.locator('.drawer-under')).toContainText('Retirée')
  await expect(copy.getByRole('region', { name: 'Historique' })).toContainText('Estuaire Logement')
})

interface Resident {
  readonly firstName: string
  readonly lastName: string
  readonly phone: string
  readonly project: string
  readonly note: string
  /** Whether she agreed that the landlord be told what comes of it. */
  readonly statusBack: boolean
}

/** The form to sign, its names left to be written by hand: what is signed stands on the page that says what is agreed. */
async function printForm(palier: Palier, path: string): Promise<void> {
  const { window } = palier
  await goTo(window, 'Orientations')
  await window.getByRole('button', { name: 'Nouvelle orientation' }).first().click()
  await answerDialogs(palier, { save: path })
  await window.getByRole('button', { name: 'Formulaire à signer' }).click()
  await window.getByRole('menuitem', { name: 'Enregistrer en PDF' }).click()
  await expect.poll(() => existsSync(path)).toBe(true)
  expect(await picturesOnPages(path)).toHaveLength(1)
}

/** Logs a referral and sends it, which needs the agreement; gives its number. */
async function logReferral(window: Page, resident: Resident): Promise<string> {
  await goTo(window, 'Orientations')
  await window.getByRole('button', { name: 'Nouvelle orientation' }).first().click()
  await window.getByLabel('Prénom').fill(resident.firstName)
  await window.getByLabel('Nom', { exact: true }).fill(resident.lastName)
  await window.getByLabel(/^Téléphone(?! de)/).fill(resident.phone)
  await window.getByLabel('En une phrase').fill(resident.project)
  await window.getByLabel('Note pour l’association').fill(resident.note)
  const send = window.getByRole('button', { name: 'Enregistrer et envoyer' })
  await send.click()
  await expect(window.getByText('L’accord de la personne est nécessaire.')).toBeVisible()
  await window.getByRole('checkbox', { name: /accepte qu’Estuaire Logement transmette/ }).check()
  await window.getByRole('checkbox', { name: /pourra savoir où en est/ }).setChecked(resident.statusBack)
  await window.getByRole('combobox', { name: 'Recueilli' }).click()
  await window.getByRole('option', { name: 'Formulaire signé' }).click()
  await send.click()
  await expect(window.getByRole('heading', { level: 1, name: new RegExp(resident.firstName) })).toBeVisible()
  const crumbs = window.getByRole('navigation', { name: 'Fil d’Ariane' })
  return /OR-\S+/.exec(await crumbs.innerText())?.[0] ?? ''
}

/** Leaves the file of this button. */
async function prepare(palier: Palier, file: string, path: string, recipient?: string): Promise<void> {
  const { window } = palier
  await goTo(window, 'Orientations')
  await answerDialogs(palier, { save: path })
  await window.getByRole('button', { name: file }).click()
  const dialog = window.getByRole('dialog', { name: file })
  if (recipient !== undefined) await dialog.getByLabel('Pour qui').fill(recipient)
  await dialog.getByRole('button', { name: 'Enregistrer le fichier' }).click()
}

/** A partner's file: its columns are known, its effect is previewed, and it is applied. */
async function bringIn(palier: Palier, path: string, effect: string): Promise<void> {
  const { window } = palier
  await importFile(palier, 'Des orientations', path)
  await expect(window.getByText('Ce fichier vient du Palier d’un partenaire')).toBeVisible()
  await window.getByRole('button', { name: 'Voir l’aperçu' }).click()
  await expect(
    window.getByRole('group', { name: 'Lignes par effet' }).getByRole('button', { name: effect }),
  ).toBeVisible()
  await window.getByRole('button', { name: /^Appliquer/ }).click()
  await expect(window.getByRole('heading', { name: 'L’import est fait' })).toBeVisible()
}

function card(window: Page, column: string, { lastName }: Resident): Locator {
  return window.getByRole('region', { name: column }).locator('.board-open').filter({ hasText: lastName.toUpperCase() })
}

async function decide(record: Locator, move: string, state: string): Promise<void> {
  await record.getByText(move, { exact: true }).first().click()
  await record.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(record.locator('.drawer-under')).toContainText(state)
}

/** Every word of a workbook, of all its parts. */
async function textOf(path: string): Promise<string> {
  return [...readWorkbook(await readFile(path)).parts.values()].join('\n')
}

function today(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}
