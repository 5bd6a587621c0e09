import { QueryClientProvider } from '@tanstack/react-query'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ask, queryClient } from '../../src/renderer/api'
import { ExportDialog, type ListToExport } from '../../src/renderer/features/exports/ExportDialog'
import { choosing } from '../support/chooser'
import { fillIn } from '../support/fill-in'
import { readWorkbook } from '../support/read-workbook'
import { aReferral, anAgreement } from '../support/factories-referrals'
import { renderApp } from '../support/render-app'
import { show } from '../support/show'

const slow = { timeout: 15_000 }
const folder = mkdtempSync(join(tmpdir(), 'palier-export-screen-'))

const people: ListToExport = {
  list: 'people',
  filter: { conditions: [{ field: 'city', operator: 'is', value: 'Nantes' }], search: '', trashed: false },
  sort: [],
  columns: [
    { field: 'name', header: 'Nom' },
    { field: 'city', header: 'Ville' },
  ],
  headers: { name: 'Nom', city: 'Ville' },
  selection: null,
  count: 1,
}

test('a list leaves as it is on screen, once its recipient is known, and is noted', async () => {
  const path = join(folder, 'personnes.csv')
  await renderApp({
    given: async () => {
      await ask('people.create', { lastName: 'Vasselin', firstName: 'Corinne', city: 'Nantes' })
      await ask('people.create', { lastName: 'Abgrallec', firstName: 'Enora', city: 'Brest' })
    },
  })
  await screen.findByRole('navigation', { name: 'Navigation' }, slow)
  const { shown } = choosing(window, { save: path })
  let closed = false
  const { user } = show(
    <QueryClientProvider client={queryClient}>
      <ExportDialog shown={people} onClose={() => (closed = true)} />
    </QueryClientProvider>,
  )
  const dialog = await screen.findByRole('dialog', { name: 'Exporter les personnes' })
  within(dialog).getByText('1 ligne, 2 colonnes. Une ligne est une personne.')
  const save = within(dialog).getByRole('button', { name: 'Enregistrer le fichier' })
  expect(save.hasAttribute('disabled')).toBe(true)
  await fillIn(user, within(dialog).getByLabelText('Pour qui'), 'Ville de Nantes')
  await user.click(within(dialog).getByRole('radio', { name: 'CSV' }))
  await user.click(save)
  await waitFor(() => expect(closed).toBe(true), slow)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain('VASSELIN Corinne')
  expect(text).not.toMatch(/abgrallec/i)
  expect(await ask('exports.runs', {})).toMatchObject([{ what: 'people', recipient: 'Ville de Nantes', rows: 1 }])
  await user.click(await screen.findByRole('button', { name: 'Montrer dans le dossier' }, slow))
  expect(shown).toEqual([path])
}, 60_000)

test('a file that could not be written keeps what was typed, to try again', async () => {
  await renderApp({ given: async () => void (await ask('people.create', { lastName: 'Vasselin', city: 'Nantes' })) })
  await screen.findByRole('navigation', { name: 'Navigation' }, slow)
  choosing(window, { save: join(folder, 'nowhere', 'personnes.csv') })
  const { user } = show(
    <QueryClientProvider client={queryClient}>
      <ExportDialog shown={people} onClose={() => expect.unreachable()} />
    </QueryClientProvider>,
  )
  const dialog = await screen.findByRole('dialog', { name: 'Exporter les personnes' })
  await user.type(within(dialog).getByLabelText('Pour qui'), 'Ville de Nantes')
  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer le fichier' }))
  await within(dialog).findByRole('alert', {}, slow)
  expect(within(dialog).getByLabelText<HTMLInputElement>('Pour qui').value).toBe('Ville de Nantes')
}, 60_000)

test('a filter on a column that is hidden is named in the file as on screen', async () => {
  const path = join(folder, 'personnes.xlsx')
  await renderApp({ given: async () => void (await ask('people.create', { lastName: 'Vasselin', city: 'Nantes' })) })
  await screen.findByRole('navigation', { name: 'Navigation' }, slow)
  choosing(window, { save: path })
  const { user } = show(
    <QueryClientProvider client={queryClient}>
      <ExportDialog shown={{ ...people, columns: people.columns.slice(0, 1) }} onClose={() => undefined} />
    </QueryClientProvider>,
  )
  const dialog = await screen.findByRole('dialog', { name: 'Exporter les personnes' })
  await fillIn(user, within(dialog).getByLabelText('Pour qui'), 'Ville de Nantes')
  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer le fichier' }))
  await waitFor(() => expect(existsSync(path)).toBe(true), slow)
  const [, about] = readWorkbook(readFileSync(path)).sheets
  expect(Object.fromEntries(about?.rows ?? [])).toMatchObject({ Filtre: 'Ville est Nantes' })
}, 60_000)

test('what a landlord will read is counted before it leaves: no agreement, no row', async () => {
  const path = join(folder, 'retour.csv')
  const { user } = await renderApp({
    at: '/exchanges',
    given: async () => {
      const estuaire = await ask('organisations.create', { kind: 'landlord', name: 'Estuaire Logement' })
      await ask('referrals.create', aReferral({ landlordId: estuaire.id }))
      await ask(
        'referrals.create',
        aReferral({ landlordId: estuaire.id, agreement: anAgreement({ scope: ['contact'] }) }),
      )
    },
  })
  choosing(window, { save: path })
  await screen.findByRole('heading', { name: 'Aucun fichier importé' }, slow)
  await user.click(screen.getByRole('button', { name: 'Export pour le partenaire' }))
  const dialog = await screen.findByRole('dialog', { name: 'Export pour le partenaire' })
  await within(dialog).findByText('1 ligne', {}, slow)
  within(dialog).getByText('Sera lu par Estuaire Logement.')
  within(dialog).getByText(/^1 orientation reste ici/)
  await user.click(within(dialog).getByRole('radio', { name: 'CSV' }))
  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer le fichier' }))
  await screen.findByText(/^Fichier enregistré.: 1 ligne, 1 laissée de côté sans accord$/, {}, slow)
  expect(existsSync(path)).toBe(true)
  expect(readFileSync(path, 'utf8')).not.toMatch(/corinne|vasselin/i)
  await screen.findByRole('table', { name: 'Fichiers préparés' }, slow)
}, 60_000)

test('what the association will be handed is counted before it leaves, with what stays and why', async () => {
  const path = join(folder, 'orientations.csv')
  const { user } = await renderApp({
    at: '/exchanges',
    space: 'landlord',
    given: async () => {
      await ask('referrals.create', aReferral({ send: true, agreement: anAgreement({ givenOn: '2026-01-05' }) }))
      await ask('referrals.create', aReferral({ agreement: null }))
    },
  })
  choosing(window, { save: path })
  await screen.findByRole('heading', { name: 'Aucun fichier importé' }, slow)
  await user.click(screen.getByRole('button', { name: 'Préparer le fichier pour l’association' }))
  const dialog = await screen.findByRole('dialog', { name: 'Préparer le fichier pour l’association' })
  await within(dialog).findByText('1 orientation sera confiée', {}, slow)
  within(dialog).getByText(/^1 brouillon reste ici/)
  await fillIn(user, within(dialog).getByLabelText('Pour qui'), 'Les Passerelles')
  await user.click(within(dialog).getByRole('radio', { name: 'CSV' }))
  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer le fichier' }))
  await screen.findByText(/^Fichier enregistré.: 1 ligne$/, {}, slow)
  expect(existsSync(path)).toBe(true)
}, 60_000)
