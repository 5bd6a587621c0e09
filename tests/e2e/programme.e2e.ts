import { join } from 'node:path'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { addDays, localDay } from '../../src/shared/rules/days'
import { isHoliday } from '../../src/shared/rules/recurrence'
import { answerDialogs, goTo, openDemo, undoFromTitleBar, useComputers } from '../support/journey.ts'
import { Keyboard } from '../support/keyboard.ts'
import type { Palier } from '../support/launch.ts'
import { pdfText, picturesOnPages } from '../support/pdf-text.ts'
import { words } from '../support/words.ts'

const { start } = useComputers()
const { act } = words.fr.enrolments
const stage = words.fr.values.enrolmentStage

const programme = 'Atelier des bâtisseuses'
const cohort = 'Édition pilote'
const workshop = 'Fixer son prix'
const trainer = 'Jeanne Quemeneur'
const today = localDay(new Date().toISOString())
/** The last day that could have a workshop, as the one a fortnight before it: no public holiday. */
const second =
  [0, 1, 2, 3].map((days) => addDays(today, -days)).find((day) => !isHoliday(day) && !isHoliday(addDays(day, -14))) ??
  today
const first = addDays(second, -14)

test('someone whose referral is accepted joins a cohort, is called at its workshops and leaves with a certificate', async () => {
  test.setTimeout(240_000)
  const palier = await start()
  const { window } = palier
  await openDemo(palier)
  const { number, spoken, listed } = await acceptReferral(window)

  // a cohort that began two weeks ago, and the person among its candidates
  await createCohort(window)
  await openTab(window, 'Inscriptions')
  await addAccepted(window, number)

  // shortlisted, kept, taken back, kept again, enrolled
  const record = window.getByRole('complementary', { name: `Candidature ${spoken}` })
  await card(window, listed).click()
  await move(record, act.shortlisted, stage.shortlisted)
  await move(record, act.selected, stage.selected)
  await undoFromTitleBar(window, 'étape du parcours')
  await expect(record.locator('.drawer-under')).toContainText(stage.shortlisted)
  await move(record, act.selected, stage.selected)
  await move(record, act.enrolled, stage.enrolled)
  await record.getByRole('button', { name: 'Fermer' }).click()

  // two workshops a fortnight from one another: the roll of each is called, the sheet of each is signed
  await openTab(window, 'Ateliers')
  await createSeries(window)
  for (const day of [first, second].map(written)) {
    await window.getByRole('row').filter({ hasText: day }).getByRole('button', { name: workshop, exact: true }).click()
    await expect(window.getByRole('heading', { level: 1, name: workshop })).toBeVisible()
    await callRoll(window, listed)
    await keepScan(palier, await printSheet(palier, day, listed))
    await openUnsigned(window)
    await expect(unsigned(window, day)).toContainText('manque l’intervenant')
    await unsigned(window, day).getByRole('link').click()
    await countersign(window)
    await openUnsigned(window)
    await expect(unsigned(window, day)).toHaveCount(0)
    await openTab(window, 'Ateliers')
  }

  // the end: what came of it is said, the certificate is issued and printed
  await openTab(window, 'Inscriptions')
  await card(window, listed).click()
  await record.getByText(act.completed, { exact: true }).click()
  await record.getByRole('combobox', { name: 'Résultat à la sortie' }).click()
  await window.getByRole('option', { name: 'Sortie positive' }).click()
  await record.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(record.locator('.drawer-under')).toContainText(stage.completed)
  await record.getByRole('button', { name: 'Fermer' }).click()
  await openTab(window, 'Présences')
  await certify(palier, listed)
})

interface Accepted {
  readonly number: string
  /** As one says the name after « de », and as a list writes it. */
  readonly spoken: string
  readonly listed: string
}

/** Accepts the first person of the board who was met. */
async function acceptReferral(window: Page): Promise<Accepted> {
  await goTo(window, 'Orientations')
  await window.getByRole('region', { name: 'Rencontrées' }).locator('.board-open').first().click()
  const record = window.getByRole('complementary', { name: /^Orientation d/ })
  const number = await record.getByRole('link', { name: /^OR-/ }).innerText()
  const spoken = ((await record.getAttribute('aria-label')) ?? '').replace('Orientation ', '')
  const listed = await record.getByRole('heading', { level: 2 }).innerText()
  await record.getByText('Accepter', { exact: true }).first().click()
  await record.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(record.locator('.drawer-under')).toContainText('Acceptée')
  return { number: number.trim(), spoken, listed: listed.trim() }
}

async function createCohort(window: Page): Promise<void> {
  await goTo(window, 'Programmes')
  await window.getByRole('button', { name: 'Nouveau programme' }).click()
  await window.getByRole('textbox', { name: 'Nom', exact: true }).fill(programme)
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await window.getByRole('button', { name: 'Ajouter une cohorte' }).click()
  const drawer = window.getByRole('complementary', { name: 'Nouvelle cohorte' })
  await drawer.getByRole('textbox', { name: 'Nom', exact: true }).fill(cohort)
  await drawer.getByRole('textbox', { name: /^Début/ }).fill(written(first))
  await drawer.getByRole('textbox', { name: /^Lieu/ }).fill('Maison des associations')
  await drawer.getByRole('textbox', { name: /^Places/ }).fill('12')
  await drawer.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(window.getByRole('heading', { level: 1, name: cohort })).toBeVisible()
}

/** The person of this referral applies, as of the first day. */
async function addAccepted(window: Page, number: string): Promise<void> {
  await window.getByRole('button', { name: 'Ajouter des personnes' }).first().click()
  const drawer = window.getByRole('complementary', { name: 'Ajouter des personnes' })
  await drawer.getByRole('listitem').filter({ hasText: number }).getByRole('checkbox').check()
  await drawer.getByRole('textbox', { name: 'Date de la candidature' }).fill(written(first))
  await drawer.getByRole('button', { name: 'Ajouter 1 personne' }).click()
  await expect(drawer).toBeHidden()
}

/** A move of the first day, before any workshop. */
async function move(record: Locator, name: string, reached: string): Promise<void> {
  await record.getByText(name, { exact: true }).click()
  await record.getByRole('textbox', { name: 'Le', exact: true }).fill(written(first))
  await record.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(record.locator('.drawer-under')).toContainText(reached)
}

async function createSeries(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Ajouter une série' }).click()
  const drawer = window.getByRole('complementary', { name: 'Nouvelle série d’ateliers' })
  await drawer.getByRole('textbox', { name: 'Intitulé' }).fill(workshop)
  await drawer.getByRole('textbox', { name: /^Intervenant/ }).fill(trainer)
  await drawer.getByRole('textbox', { name: 'À partir du' }).fill(written(first))
  await drawer.getByRole('combobox', { name: 'Toutes les' }).click()
  await window.getByRole('option', { name: '2 semaines' }).click()
  await drawer.getByRole('textbox', { name: 'Nombre d’ateliers' }).fill('2')
  await drawer.getByRole('button', { name: 'Voir les dates' }).click()
  await expect(drawer.getByText('2 ateliers seront écrits.')).toBeVisible()
  await drawer.getByRole('button', { name: 'Créer 2 ateliers' }).click()
  await expect(drawer).toBeHidden()
}

/** A few letters, Space: the hands do not leave the keyboard. */
async function callRoll(window: Page, listed: string): Promise<void> {
  const keyboard = new Keyboard(window)
  await expect(window.getByRole('textbox', { name: 'Faire l’appel' })).toBeFocused()
  await keyboard.type(listed.slice(0, 4))
  await keyboard.press('Space')
  const states = window.getByRole('group', { name: listed })
  await expect(states.getByRole('button', { name: 'Présence' })).toHaveAttribute('aria-pressed', 'true')
}

/** Gives where the sheet was saved, for it to be signed. */
async function printSheet(palier: Palier, day: string, listed: string): Promise<string> {
  const name = `feuille-${day.replaceAll('/', '-')}.pdf`
  const text = await printed(palier, 'Feuille d’émargement', name)
  for (const said of [programme, cohort, workshop, trainer, day, 'Maison des associations', '09:00', listed])
    expect(text).toContain(tight(said))
  return join(palier.userData, name)
}

/** The sheet comes back signed by those present: its scan is attached to the workshop. */
async function keepScan(palier: Palier, path: string): Promise<void> {
  const { window } = palier
  const beside = window.getByRole('complementary', { name: 'Atelier et feuille d’émargement' })
  await answerDialogs(palier, { open: path })
  await beside.getByRole('button', { name: 'Joindre le scan' }).click()
  await window
    .getByRole('complementary', { name: 'Ajouter un document' })
    .getByRole('button', { name: 'Enregistrer', exact: true })
    .click()
  await expect(beside.getByText(/^jointe, signée le/)).toBeVisible()
}

/** The sheets of the cohort that still lack the scan or the trainer's signature. */
async function openUnsigned(window: Page): Promise<void> {
  await window.getByRole('navigation', { name: 'Fil d’Ariane' }).getByRole('link', { name: cohort }).click()
  await openTab(window, 'Présences')
  await expect(window.getByRole('heading', { name: 'Personnes et ateliers' })).toBeVisible()
}

function unsigned(window: Page, day: string): Locator {
  const waiting = window.getByRole('heading', { name: /^Feuilles non émargées/ }).locator('xpath=..')
  return waiting.getByRole('listitem').filter({ hasText: day.slice(0, 5) })
}

async function countersign(window: Page): Promise<void> {
  const beside = window.getByRole('complementary', { name: 'Atelier et feuille d’émargement' })
  await beside.getByRole('button', { name: 'Noter la signature' }).click()
  await expect(beside.getByRole('textbox', { name: 'Intervenant' })).toHaveValue(trainer)
  await beside.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(beside.getByText(`${trainer}, le`)).toBeVisible()
}

async function certify(palier: Palier, listed: string): Promise<void> {
  const { window } = palier
  await window.getByRole('button', { name: 'Délivrer 1 attestation' }).click()
  await window.getByRole('dialog').getByRole('button', { name: 'Délivrer 1 attestation' }).click()
  const text = await printed(palier, 'Imprimer l’attestation', 'attestation.pdf')
  for (const said of ['Attestation de fin de parcours', listed, programme, cohort, '6 h', written(today)])
    expect(text).toContain(tight(said))
  // the logo of the association, which alone stands behind this programme
  expect(await picturesOnPages(join(palier.userData, 'attestation.pdf'))).toEqual([1])
}

/** The text of a document saved as PDF by this menu, without its spaces: letters that are joined stand apart in what is read. */
async function printed(palier: Palier, menu: string, name: string): Promise<string> {
  const { window, userData } = palier
  const path = join(userData, name)
  await answerDialogs(palier, { save: path })
  await window.getByRole('button', { name: menu }).click()
  await window.getByRole('menuitem', { name: 'Enregistrer en PDF' }).click()
  await expect(window.getByText(name)).toBeVisible({ timeout: 30_000 })
  return tight(await pdfText(path))
}

function tight(text: string): string {
  return text.replaceAll(/\s+/g, '')
}

function card(window: Page, listed: string): Locator {
  return window.locator('.board-open').filter({ hasText: listed })
}

async function openTab(window: Page, name: string): Promise<void> {
  await window.getByRole('tab', { name }).click()
}

/** As a day is written on screen. */
function written(day: string): string {
  return day.split('-').toReversed().join('/')
}
