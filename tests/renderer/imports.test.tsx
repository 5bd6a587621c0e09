import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
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

const vasselin = {
  lastName: 'Vasselin',
  firstName: 'Corinne',
  contactPoints: [{ kind: 'phone' as const, value: '0639983774' }],
}

test('a list comes in: its columns guessed, its rows seen, a cell mended, the whole undone', async () => {
  const { user } = await renderApp({ at: '/exchanges' })
  const path = aFile('habitants.csv', [
    'Nom;Prénom;Téléphone;Né(e) le;N° SS;Aide linguistique',
    'MAKIESE;Prisca;639983774;25/05/1990;2900544109012 34;non',
    'KERVADÉ;Solange;6,39998E+08;;;',
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
  within(preview).getByText('Non')
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
    await ask('people.create', vasselin)
  }
  const { user } = await renderApp({ at: '/import?kind=people', given })
  choosing(window, {
    open: aFile('doublon.csv', ['Nom;Prénom;Téléphone;Adresse', 'VASSELIN;Corine;0639983774;2, ferme des Genêts']),
  })
  await user.click(await screen.findByRole('button', { name: 'Choisir le fichier' }, slow))
  await user.click(await screen.findByRole('button', { name: 'Voir l’aperçu' }, slow))
  await user.click(await screen.findByRole('button', { name: 'Trancher les doublons' }, slow))
  const panel = screen.getByRole('complementary', { name: 'Doublons à trancher' })
  const row = await within(panel).findByRole('row', { name: /^Prénom .*Corinne.*Corine$/ }, slow)
  expect(row.dataset['differs']).toBe('true')
  await user.click(within(panel).getByRole('button', { name: 'C’est elle' }))
  await user.click(await screen.findByRole('button', { name: 'Appliquer 1 changement' }, slow))
  await screen.findByRole('heading', { name: 'L’import est fait' }, slow)
  const page = await ask('people.list', { offset: 0, limit: 10 })
  expect(page.total).toBe(1)
  expect(await ask('people.get', { id: page.rows[0]?.id ?? '' })).toMatchObject({ address: '2, ferme des Genêts' })
}, 90_000)

test('when the base has changed since the preview, the new counts are shown and asked again', async () => {
  const { user } = await renderApp({ at: '/import?kind=people' })
  choosing(window, { open: aFile('deux.csv', ['Nom;Prénom;Né(e) le;Ville', 'PETIT;Jo;04/03/1988;Rezé']) })
  await user.click(await screen.findByRole('button', { name: 'Choisir le fichier' }, slow))
  await user.click(await screen.findByRole('button', { name: 'Voir l’aperçu' }, slow))
  const apply = await screen.findByRole('button', { name: 'Appliquer 1 changement' }, slow)
  await act(() => ask('people.create', { lastName: 'Petit', firstName: 'Jo', birthDate: '1988-03-04' }))
  await user.click(apply)
  await screen.findByText(/La base a changé depuis l’aperçu/, {}, slow)
  const effects = screen.getByRole('group', { name: 'Lignes par effet' })
  await within(effects).findByRole('button', { name: 'À modifier 1' }, slow)
  expect((await ask('people.list', { offset: 0, limit: 5 })).rows.map(({ city }) => city)).toEqual([null])
  await user.click(await screen.findByRole('button', { name: 'Appliquer 1 changement' }))
  await screen.findByRole('heading', { name: 'L’import est fait' }, slow)
}, 60_000)

test('two records that are one are joined field by field, as each is chosen', async () => {
  const given = async () => {
    await ask('people.create', { ...vasselin, project: 'Épicerie', city: 'Nantes' })
  }
  const { user } = await renderApp({ at: '/import?kind=people', given })
  choosing(window, {
    open: aFile('champs.csv', [
      'Nom;Prénom;Téléphone;Adresse;Ville;Projet',
      'VASSELIN;Corine;0639983774;2, ferme des Genêts;Rezé;Couture',
    ]),
  })
  await user.click(await screen.findByRole('button', { name: 'Choisir le fichier' }, slow))
  await user.click(await screen.findByRole('button', { name: 'Voir l’aperçu' }, slow))
  await user.click(await screen.findByRole('button', { name: 'Trancher les doublons' }, slow))
  const panel = screen.getByRole('complementary', { name: 'Doublons à trancher' })
  const radio = (name: string) => within(panel).findByRole<HTMLInputElement>('radio', { name }, slow)
  expect((await radio('Prénom, dans Palier : Corinne')).checked).toBe(true)
  expect((await radio('Adresse, dans le fichier : 2, ferme des Genêts')).checked).toBe(true) // nothing stood there
  await user.click(await radio('Adresse, dans Palier : vide'))
  await user.click(await radio('Projet, dans le fichier : Couture'))
  await user.click(within(panel).getByRole('button', { name: 'C’est elle' }))
  await user.click(await screen.findByRole('button', { name: 'Appliquer 1 changement' }, slow))
  await screen.findByRole('heading', { name: 'L’import est fait' }, slow)
  const { rows } = await ask('people.list', { offset: 0, limit: 10 })
  expect(await ask('people.get', { id: rows[0]?.id ?? '' })).toMatchObject({
    firstName: 'Corinne',
    address: null,
    city: 'Nantes',
    project: 'Couture',
  })
}, 90_000)

test('one row is told to do otherwise than the others: left aside, made anew, or written over', async () => {
  const given = async () => {
    await ask('people.create', { ...vasselin, birthDate: '1981-04-02', project: 'Épicerie' })
  }
  const { user } = await renderApp({ at: '/import?kind=people', given })
  choosing(window, {
    open: aFile('choix.csv', ['Nom;Prénom;Né(e) le;Projet', 'VASSELIN;Corinne;02/04/1981;Couture', 'DUMÉNIL;Anaïs;;']),
  })
  await user.click(await screen.findByRole('button', { name: 'Choisir le fichier' }, slow))
  await user.click(await screen.findByRole('button', { name: 'Voir l’aperçu' }, slow))
  const preview = await screen.findByRole('region', { name: 'Aperçu des lignes du fichier' }, slow)
  const choose = async (line: number, offer: RegExp) => {
    const button = await within(preview).findByRole('button', { name: new RegExp(`^Ligne ${line}, `) }, slow)
    button.focus()
    await user.keyboard('{Enter}')
    await user.click(await screen.findByText(offer, {}, slow))
  }
  await within(preview).findByRole('button', { name: 'Ligne 2, Inchangée. Choisir autre chose' }, slow)
  await choose(3, /Laisser cette ligne de côté/)
  await within(preview).findByRole('button', { name: /^Ligne 3, Laissée/ }, slow)
  await choose(2, /Modifier la fiche/)
  await within(preview).findByText('Couture', { selector: '.import-new' }, slow)
  await choose(2, /Créer une autre fiche/)
  await within(preview).findByRole('button', { name: /^Ligne 2, Créer/ }, slow)
  await choose(3, /Créer une autre fiche/)
  await user.click(await screen.findByRole('button', { name: 'Appliquer 2 changements' }, slow))
  await screen.findByRole('heading', { name: 'L’import est fait' }, slow)
  expect((await ask('people.list', { offset: 0, limit: 1 })).total).toBe(3)
}, 90_000)

test('a file is dropped on its place, and nowhere else', async () => {
  const { tellDropped } = choosing(window, {})
  await renderApp({ at: '/import?kind=people' })
  const place = (await screen.findByText('Déposez un fichier ici, ou choisissez-le.', {}, slow)).parentElement
  if (!place) throw new Error('the words stand on the place')
  const path = aFile('déposé.csv', ['Nom;Prénom', 'DUMÉNIL;Anaïs'])
  const dataTransfer = { files: [new File([], 'déposé.csv')], types: ['Files'], dropEffect: 'none' }
  act(() => tellDropped(path)) // on another place of the window
  fireEvent.dragOver(place, { dataTransfer })
  await waitFor(() => expect(place.dataset['over']).toBe('true')) // what comes many times a second is drawn in its own time
  fireEvent.drop(place, { dataTransfer })
  expect(place.dataset['over']).toBeUndefined()
  act(() => tellDropped(join(folder, 'photo.png')))
  await screen.findByText(/Ce n’est pas un fichier|n’est pas reconnu|format/i, {}, slow)
  expect((await ask('imports.runs', {})).length).toBe(0)
  fireEvent.drop(place, { dataTransfer })
  act(() => tellDropped(path))
  await screen.findByRole('heading', { name: 'déposé.csv' }, slow)
}, 60_000)

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
