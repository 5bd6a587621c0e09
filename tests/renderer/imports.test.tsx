import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ask } from '../../src/renderer/api'
import { imports as words } from '../../src/renderer/i18n/fr/imports'
import { importFields } from '../../src/shared/features/import-fields'
import { importKinds } from '../../src/shared/features/imports'
import { choosing } from '../support/chooser'
import { renderApp } from '../support/render-app'

const slow = { timeout: 15_000 }
const folder = mkdtempSync(join(tmpdir(), 'palier-import-screen-'))

function aFile(name: string, lines: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, lines.join('\n'))
  return path
}

test('a list comes in: its columns guessed, its rows seen, a cell mended, the whole undone', async () => {
  const { user } = await renderApp({ at: '/exchanges' })
  const path = aFile('habitants.csv', [
    'Nom;Prénom;Téléphone;Né(e) le;N° SS',
    'MAKIESE;Prisca;639983774;25/05/1990;2900544109012 34',
    'KERVADÉ;Solange;6,39998E+08;;',
  ])
  choosing(window, { open: path })
  await screen.findByRole('heading', { name: 'Aucun fichier importé' }, slow)
  await user.click(screen.getByRole('button', { name: 'Importer un fichier' }))
  await user.click(await screen.findByRole('button', { name: 'Choisir le fichier' }, slow))

  const columns = await screen.findByRole('table', {}, slow)
  expect(within(columns).getByLabelText<HTMLInputElement>('Ce que devient Téléphone').value).toBe('Téléphone')
  expect(within(columns).queryByLabelText('Ce que devient N° SS')).toBeNull()
  screen.getByText(/N° SS.*ne sera pas importée/)
  await user.click(screen.getByRole('button', { name: 'Voir l’aperçu' }))

  const preview = await screen.findByRole('region', { name: 'Aperçu des lignes du fichier' }, slow)
  await within(preview).findByText('0 rendu', {}, slow)
  within(preview).getByText('06 39 98 37 74')
  await user.click(within(preview).getByRole('button', { name: /^Corriger Téléphone, ligne 3/ }))
  const field = within(preview).getByRole('textbox', { name: 'Corriger Téléphone, ligne 3' })
  await user.clear(field)
  await user.type(field, '0639980808{Enter}')
  await user.click(await screen.findByRole('button', { name: 'Appliquer 2 changements' }, slow))

  await screen.findByRole('heading', { name: 'L’import est fait' }, slow)
  expect(
    (await ask('people.list', { offset: 0, limit: 10 })).rows
      .map(({ phone }) => phone)
      .toSorted((a, b) => (a ?? '').localeCompare(b ?? '')),
  ).toEqual(['+33639980808', '+33639983774'])
  await user.click(screen.getByRole('button', { name: 'Annuler l’import de habitants.csv' }))
  const dialog = await screen.findByRole('dialog', { name: /Annuler l’import de 2 fiches/ })
  await user.click(within(dialog).getByRole('button', { name: 'Annuler l’import' }))
  await screen.findByRole('heading', { name: 'L’import a été annulé' }, slow)
  expect((await ask('people.list', { offset: 0, limit: 1 })).total).toBe(0)
}, 90_000)

test('a duplicate is settled beside the record it looks like, and completes it', async () => {
  const given = async () => {
    await ask('people.create', {
      lastName: 'Vasselin',
      firstName: 'Corinne',
      contactPoints: [{ kind: 'phone', value: '0639983774' }],
    })
  }
  const { user } = await renderApp({ at: '/import?kind=people', given })
  choosing(window, {
    open: aFile('doublon.csv', ['Nom;Prénom;Téléphone;Adresse', 'VASSELIN;Corine;0639983774;2, ferme des Genêts']),
  })
  await user.click(await screen.findByRole('button', { name: 'Choisir le fichier' }, slow))
  await user.click(await screen.findByRole('button', { name: 'Voir l’aperçu' }, slow))
  await user.click(await screen.findByRole('button', { name: 'Trancher les doublons' }, slow))
  const panel = screen.getByRole('complementary', { name: 'Doublons à trancher' })
  const row = await within(panel).findByRole('row', { name: /^Prénom Corinne Corine$/ }, slow)
  expect(row.dataset['differs']).toBe('true')
  await user.click(within(panel).getByRole('button', { name: 'C’est elle' }))
  await user.click(await screen.findByRole('button', { name: 'Appliquer 1 changement' }, slow))
  await screen.findByRole('heading', { name: 'L’import est fait' }, slow)
  const page = await ask('people.list', { offset: 0, limit: 10 })
  expect(page.total).toBe(1)
  expect(await ask('people.get', { id: page.rows[0]?.id ?? '' })).toMatchObject({ address: '2, ferme des Genêts' })
}, 90_000)

test('an import that was left is taken up again, or given up, from the exchanges', async () => {
  const { user } = await renderApp({ at: '/import' })
  choosing(window, { open: aFile('commencé.csv', ['Nom;Prénom', 'DUMÉNIL;Anaïs']) })
  await user.click(await screen.findByRole('button', { name: 'Choisir le fichier' }, slow))
  await screen.findByRole('button', { name: 'Voir l’aperçu' }, slow)
  window.location.hash = '/exchanges'
  await user.click(await screen.findByRole('button', { name: 'Reprendre' }, slow))
  await screen.findByRole('heading', { name: 'commencé.csv' }, slow)
  await user.click(await screen.findByRole('button', { name: 'Abandonner' }, slow))
  await screen.findByText('Aucun fichier importé', {}, slow)
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Reprendre' })).toBeNull(), slow)
}, 60_000)

test('every field a column can go to has its word', () => {
  const fields = importKinds.flatMap((kind) => importFields[kind].map(({ field }) => field))
  expect(fields.filter((field) => !(field in words.field))).toEqual([])
})
