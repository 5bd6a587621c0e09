import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ask } from '../../src/renderer/api'
import { choosing } from '../support/chooser'
import { aFilledCohort } from '../support/factories-workshops'
import { aFile, pdfBytes } from '../support/papers'
import { type RenderedApp, renderApp } from '../support/render-app'

const slow = { timeout: 15_000 }
const folder = mkdtempSync(join(tmpdir(), 'palier-cohort-screen-'))

async function aCohortIn({ database }: RenderedApp) {
  const [member] = await ask('members.list', {})
  return aFilledCohort({ database: database(), memberId: member?.id ?? '' }, { people: 2 })
}

test('each part of a cohort is a tab that has its address', async () => {
  const app = await renderApp()
  const { cohortId, workshop } = await aCohortIn(app)
  await workshop()
  window.location.hash = `/cohorts/${cohortId}`
  const tab = async (name: string | RegExp) => app.user.click(await screen.findByRole('tab', { name }, slow))
  await screen.findByRole('tab', { name: 'Inscriptions', selected: true }, slow)
  await tab('Sélection')
  expect(window.location.hash).toBe(`#/cohorts/${cohortId}?tab=selection`)
  await tab('Présences')
  await screen.findByText('Assiduité (D3)', {}, slow)
  await tab('Tâches')
  await screen.findByRole('region', { name: 'À faire' }, slow)
  await tab(/^Documents/)
  await screen.findByText('Aucun document', {}, slow)
  await tab('Historique')
  await tab('Ateliers')
  await app.user.click(await screen.findByRole('button', { name: 'Fixer ses prix' }, slow))
  await screen.findByRole('textbox', { name: 'Faire l’appel' }, slow)
}, 60_000)

test('the scan of a signed sheet is a paper of its workshop, let go and taken again', async () => {
  choosing(window, { open: aFile(folder, 'feuille du 10.pdf', pdfBytes('feuille')) })
  const app = await renderApp()
  const { user } = app
  const { cohortId, workshop } = await aCohortIn(app)
  const workshopId = await workshop({ heldOn: '2026-10-06' })
  const scan = async () => (await ask('sheets.state', { workshopId })).documentId
  window.location.hash = `/workshops/${workshopId}`
  await user.click(await screen.findByRole('button', { name: 'Joindre le scan' }, slow))
  const drawer = await screen.findByRole('complementary', { name: 'Ajouter un document' }, slow)
  expect(within(drawer).getByRole('combobox', { name: 'Type' })).toHaveProperty('value', 'Feuille d’émargement signée')
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  await waitFor(async () => expect(await scan()).not.toBeNull(), slow)
  const [paper] = await ask('documents.ofRecord', { owner: { workshopId } })
  expect(await scan()).toBe(paper?.id)

  await user.click(await screen.findByRole('button', { name: 'Détacher' }, slow))
  await waitFor(async () => expect(await scan()).toBeNull(), slow)
  await user.click(await screen.findByRole('button', { name: 'Reprendre feuille du 10' }, slow))
  await waitFor(async () => expect(await scan()).toBe(paper?.id), slow)

  const crumbs = screen.getByRole('link', { name: 'Automne 2026' })
  expect(crumbs.getAttribute('href')).toBe(`#/cohorts/${cohortId}?tab=attendance`)
}, 60_000)
