import { QueryClientProvider } from '@tanstack/react-query'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ask, queryClient } from '../../src/renderer/api'
import { LettersDialog } from '../../src/renderer/features/letters/LettersDialog'
import { choosing } from '../support/chooser'
import { fillIn } from '../support/fill-in'
import { renderApp } from '../support/render-app'
import { show } from '../support/show'

const slow = { timeout: 15_000 }
const folder = mkdtempSync(join(tmpdir(), 'palier-letters-screen-'))
const payload = '<img src=x onerror=alert(1)>'

/** Two people, one of whom has an address of each kind; the dialog opened on both. */
async function writing() {
  const ids: string[] = []
  await renderApp({
    given: async () => {
      const souad = {
        firstName: 'Souad',
        lastName: payload,
        address: '4 rue du Pré',
        postcode: '44600',
        city: 'Saint-Nazaire',
        contactPoints: [{ kind: 'email' as const, value: 'souad@exemple.fr' }],
      }
      ids.push((await ask('people.create', souad)).id)
      ids.push((await ask('people.create', { firstName: 'Nadia', lastName: 'Sow' })).id)
    },
  })
  await screen.findByRole('navigation', { name: 'Navigation' }, slow)
  let closed = false
  const { user } = show(
    <QueryClientProvider client={queryClient}>
      <LettersDialog selection={{ mode: 'these', ids }} count={2} onClose={() => (closed = true)} />
    </QueryClientProvider>,
  )
  const dialog = await screen.findByRole('dialog', { name: 'Écrire à 2 personnes' }, slow)
  return { user, dialog, isClosed: () => closed }
}

test('letters are read one by one, those that lack something are left out, and what was typed is only ever text', async () => {
  const { user, dialog, isClosed } = await writing()
  const { printed } = choosing(window, { save: join(folder, 'courriers.pdf') })
  const body = within(dialog).getByRole('textbox', { name: 'Texte' })
  await user.type(body, 'Bonjour {{{{prenomm}},')
  within(dialog).getByText(/« prenomm » n’est pas un champ/)
  await user.click(within(dialog).getByRole('button', { name: 'Relire pour 2 personnes' }))
  within(dialog).getByRole('textbox', { name: 'Texte' })
  await user.clear(body)
  await fillIn(user, body, 'Bonjour ')
  await user.click(within(dialog).getByRole('button', { name: 'prénom' }))
  await user.click(within(dialog).getByRole('button', { name: 'adresse' }))
  await user.click(within(dialog).getByRole('button', { name: 'Relire pour 2 personnes' }))

  await within(dialog).findByText('1 est incomplet, et décoché.', {}, slow)
  within(dialog).getByText('Manque : adresse')
  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer 1 courrier en PDF' }))
  await waitFor(() => expect(isClosed()).toBe(true), slow)
  expect(printed).toHaveLength(1)
  expect(printed[0]).toContain('Bonjour Souad4 rue du Pré')
  expect(printed[0]).not.toContain('<img')
  expect(printed[0]).not.toContain('Nadia')
  expect(await ask('exports.runs', {})).toMatchObject([{ what: 'letters', rows: 1, fileName: 'courriers.pdf' }])
}, 60_000)

test('messages are opened in the mail program or kept as drafts, for those who have an address', async () => {
  const { user, dialog, isClosed } = await writing()
  const path = join(folder, 'brouillons.zip')
  const { opened } = choosing(window, { save: path })
  await user.click(await within(dialog).findByRole('button', { name: 'Ajouter les modèles de départ' }, slow))
  await user.click(within(dialog).getByRole('combobox', { name: 'Modèle' }))
  await user.click(await screen.findByRole('option', { name: /Nouvelles après un rendez-vous manqué/ }, slow))
  await user.click(within(dialog).getByRole('button', { name: 'Relire pour 2 personnes' }))
  await within(dialog).findByText('2 sont incomplets, et décochés.', {}, slow) // nobody coaches them
  expect(within(dialog).getByRole('checkbox', { name: /Nadia/ })).toHaveProperty('disabled', true)
  await user.click(within(dialog).getByRole('checkbox', { name: /Souad/ }))
  await user.click(within(dialog).getByRole('button', { name: /Souad/ }))
  await user.click(within(dialog).getByRole('button', { name: 'Ouvrir dans la messagerie' }))
  await waitFor(() => expect(opened).toHaveLength(1), slow)
  expect(opened[0]).toMatch(/^mailto:souad@exemple\.fr\?subject=Prenons%20de%20vos%20nouvelles&body=Bonjour%20Souad/)
  await waitFor(async () => expect(await ask('exports.runs', {})).toMatchObject([{ what: 'emails', rows: 1 }]), slow)

  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer 1 brouillon' }))
  await waitFor(() => expect(isClosed()).toBe(true), slow)
  expect(existsSync(path)).toBe(true)
  expect(await ask('exports.runs', {})).toHaveLength(2)
}, 60_000)

test('a model is written, changed, put aside and taken back', async () => {
  const { user } = await renderApp({ at: '/settings/letters' })
  await user.click(await screen.findByRole('button', { name: 'Nouveau modèle' }, slow))
  const drawer = screen.getByRole('complementary', { name: 'Nouveau modèle' })
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  within(drawer).getByText('Donnez un nom à ce modèle.')
  await fillIn(user, within(drawer).getByRole('textbox', { name: 'Nom du modèle' }), 'Rappel')
  await fillIn(user, within(drawer).getByRole('textbox', { name: 'Texte' }), 'Bonjour ')
  await user.click(within(drawer).getByRole('button', { name: 'prénom' }))
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  await user.click(await screen.findByRole('button', { name: 'Rappel' }, slow))
  expect(await ask('letters.models', {})).toMatchObject([{ name: 'Rappel', body: 'Bonjour {{prénom}}' }])
  await user.click(screen.getByRole('button', { name: 'Mettre à la corbeille' }))
  await user.click(await screen.findByRole('button', { name: '1 modèle à la corbeille' }, slow))
  await user.click(screen.getByRole('button', { name: 'Rétablir Rappel' }))
  await waitFor(async () => expect(await ask('letters.models', {})).toHaveLength(1), slow)
}, 60_000)
