import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { smallPng } from '../../src/data/demo/small-png.ts'
import { ask } from '../../src/renderer/api'
import { choosing } from '../support/chooser'
import { anOrganisation } from '../support/factories'
import { aFile, pdfBytes, pictures } from '../support/papers'
import { renderApp } from '../support/render-app'

const slow = { timeout: 15_000 }
const folder = mkdtempSync(join(tmpdir(), 'palier-logos-screen-'))
const png = smallPng(30, 10, () => [20, 60, 160, 255])
const drawn = aFile(folder, 'kerlann.png', png)

test('a logo is chosen on the record of an organisation, replaced, removed, and taken back in words', async () => {
  choosing(window, { open: drawn })
  let organisationId = ''
  const { user } = await renderApp({
    given: async () => {
      organisationId = (await ask('organisations.create', anOrganisation({ name: 'Fondation Kerlann' }))).id
    },
  })
  await screen.findByRole('navigation', { name: 'Navigation' }, slow)
  window.location.hash = `/organisations/${organisationId}`
  await screen.findByText(/^Aucun logo\. Il figurera/, {}, slow)
  await user.click(screen.getByRole('button', { name: 'Choisir un logo' }))
  const shown = await screen.findByRole('img', { name: 'Logo de Fondation Kerlann' }, slow)
  expect(shown).toHaveProperty('src', `data:image/png;base64,${png.toString('base64')}`)

  choosing(window, { open: aFile(folder, 'faux.png', pdfBytes()) })
  await user.click(screen.getByRole('button', { name: 'Remplacer' }))
  await screen.findByText(/^Ce fichier n’est pas une image PNG ou JPEG/, {}, slow)
  choosing(window, { open: aFile(folder, 'nouveau.jpg', pictures.jpg) })
  await user.click(screen.getByRole('button', { name: 'Remplacer' }))
  await waitFor(() => expect(shown).toHaveProperty('src', expect.stringMatching(/^data:image\/jpeg/)), slow)

  await user.click(screen.getByRole('button', { name: 'Retirer' }))
  await screen.findByRole('button', { name: 'Choisir un logo' }, slow)
  await user.click(screen.getByRole('tab', { name: 'Historique' }))
  expect((await screen.findAllByText(/logo retiré/i, {}, slow)).length).toBeGreaterThan(0)
  await ask('history.undoLast', {})
  await screen.findByRole('img', { name: 'Logo de Fondation Kerlann' }, slow)
}, 60_000)

test('the logo of the association itself is chosen in its settings', async () => {
  choosing(window, { open: drawn })
  const { user } = await renderApp({})
  await screen.findByRole('navigation', { name: 'Navigation' }, slow)
  window.location.hash = '/settings/space'
  await user.click(await screen.findByRole('button', { name: 'Choisir un logo' }, slow))
  await screen.findByRole('img', { name: 'Logo de Les Passerelles' }, slow)
  const { ownOrganisationId } = await ask('settings.get', {})
  window.location.hash = `/organisations/${ownOrganisationId ?? ''}`
  const identity = await screen.findByRole('heading', { level: 1, name: 'Les Passerelles' }, slow)
  const aside = identity.closest('aside')
  expect(within(aside ?? document.body).getAllByRole('img', { name: 'Logo de Les Passerelles' })).toHaveLength(1)
}, 60_000)
