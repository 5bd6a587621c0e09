import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { answerDialogs, createSpace, useComputers } from '../support/journey.ts'
import { pdfText } from '../support/pdf-text.ts'

const { start } = useComputers()

test('from a session logged in under a minute to the plan and the summary that the person takes home', async () => {
  const palier = await start()
  const { window, userData } = palier
  await createSpace(palier)
  await window.keyboard.press('Control+n')
  await window.getByRole('textbox', { name: 'Prénom' }).fill('Fatoumata')
  await window.getByRole('textbox', { name: 'Nom', exact: true }).fill('Diabango')
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await window.getByRole('tab', { name: 'Coaching' }).click()

  await window.getByRole('button', { name: 'Commencer un suivi' }).click()
  await window.getByRole('button', { name: 'Enregistrer', exact: true }).click()
  await expect(window.getByRole('heading', { name: 'Suivi par' })).toBeVisible()

  await window.locator('main h1').first().click()
  const began = Date.now()
  await window.keyboard.press('s')
  const drawer = window.getByRole('complementary', { name: 'Noter une séance' })
  await drawer.getByRole('button', { name: 'Financement' }).click()
  await drawer.getByRole('textbox', { name: /^Note privée/ }).fill('Entre nous seulement')
  await drawer.getByRole('textbox', { name: /^Note partageable/ }).fill('Plan de financement posé')
  await drawer.getByRole('textbox', { name: /^Prochaine étape/ }).fill('Relire le plan de financement')
  await window.keyboard.press('Control+Enter')
  await expect(drawer).toBeHidden()
  expect(Date.now() - began).toBeLessThan(60_000)

  await window.getByRole('textbox', { name: 'Nouvel objectif' }).fill('Ouvrir la boutique en ligne')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('textbox', { name: 'Objectif 1' })).toHaveValue('Ouvrir la boutique en ligne')
  await window.getByRole('combobox', { name: 'Nouvelle action' }).first().fill('Photographier les tissus')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('textbox', { name: 'Action 1' })).toHaveValue('Photographier les tissus')

  const plan = join(userData, 'plan.pdf')
  await answerDialogs(palier, { save: plan })
  await window.getByRole('button', { name: 'Imprimer le plan' }).click()
  await window.getByRole('menuitem', { name: 'Enregistrer en PDF' }).click()
  await expect(window.getByText('plan.pdf')).toBeVisible()
  const printed = await pdfText(plan)
  expect(printed.split('\n')).toHaveLength(1) // one page
  for (const words of [
    'Fatoumata Diabango',
    'Ouvrir la boutique en ligne',
    'Photographier les tissus',
    'Les Passerelles',
  ])
    expect(printed).toContain(words)

  const summary = join(userData, 'bilan.pdf')
  await answerDialogs(palier, { save: summary })
  await window.getByRole('button', { name: 'Bilan', exact: true }).click()
  await window.getByRole('menuitem', { name: 'Enregistrer en PDF' }).click()
  await expect(window.getByText('bilan.pdf')).toBeVisible()
  const told = await pdfText(summary)
  expect(told).toContain('Relire le plan de financement')
  expect(told).not.toContain('Entre nous seulement')
})
