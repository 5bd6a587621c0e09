import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ask } from '../../src/renderer/api'
import { fillIn } from '../support/fill-in'
import { renderApp } from '../support/render-app'

const slow = { timeout: 15_000 }
const souad = {
  firstName: 'Souad',
  lastName: 'Ben Hammar',
  birthYear: 1991,
  contactPoints: [{ kind: 'phone' as const, value: '06 39 98 15 62' }],
}

async function theirRecord(): Promise<string> {
  const { rows } = await ask('people.list', { offset: 0, limit: 10 })
  return rows[0]?.id ?? ''
}

test('someone who is known already is shown while they are typed again, whatever the accents and the phone format', async () => {
  const { user } = await renderApp({
    at: '/people/new',
    given: async () => void (await ask('people.create', { ...souad, firstName: 'Élodie' })),
  })
  await user.type(await screen.findByLabelText('Prénom', {}, slow), 'elodie')
  await user.type(screen.getByLabelText('Nom'), 'ben-hammar')
  await user.type(screen.getByRole('textbox', { name: /^Téléphone/ }), '0639981562')
  const beside = screen.getByRole('complementary', { name: 'Peut-être la même personne' })
  await within(beside).findByText('Même téléphone', {}, slow)
  within(beside).getByText('Même nom et même prénom')
  await user.click(within(beside).getByRole('button', { name: 'C’est elle, ouvrir sa fiche' }))
  await screen.findByRole('heading', { name: 'BEN HAMMAR Élodie' }, slow)
  expect((await ask('people.list', { offset: 0, limit: 1 })).total).toBe(1)
}, 60_000)

test('a person needs a name, and a phone that can be read; then is written whole', async () => {
  const { user } = await renderApp({ at: '/people/new' })
  await fillIn(user, await screen.findByRole('textbox', { name: /^Téléphone/ }, slow), '12')
  await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await screen.findByText('Le nom ou le prénom manque.')
  expect((await ask('people.list', { offset: 0, limit: 1 })).total).toBe(0)

  await fillIn(user, screen.getByLabelText('Nom'), 'Makiese')
  await user.clear(screen.getByRole('textbox', { name: /^Téléphone/ }))
  await fillIn(user, screen.getByRole('textbox', { name: /^Téléphone/ }), '06.39.98.61.33')
  await fillIn(user, screen.getByRole('textbox', { name: /^Naissance/ }), '25/05/1990')
  await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
  await screen.findByRole('heading', { name: 'MAKIESE' }, slow)
  screen.getByRole('link', { name: '06 39 98 61 33' })
  screen.getByText(/naissance le 25\/05\/1990/)
  expect(await ask('people.get', { id: await theirRecord() })).toMatchObject({
    birthDate: '1990-05-25',
    birthYear: 1990,
  })
}, 60_000)

test('someone half typed waits for whoever comes back, is said, and can be begun again', async () => {
  const { user } = await renderApp({ at: '/people/new' })
  await fillIn(user, await screen.findByLabelText('Nom', {}, slow), 'Makiese')
  await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Annuler' }))
  await screen.findByText(/^Brouillon gardé.: il vous attend ici/, {}, slow)
  await waitFor(async () => expect(await ask('drafts.get', { key: 'people/new' })).not.toBeNull(), slow)
  await waitFor(() => expect(document.querySelector('form')).toBeNull(), slow) // left, and not only on the way out
  window.location.hash = '/people/new'
  await screen.findByText(/^Brouillon repris/, {}, slow)
  expect(screen.getByLabelText<HTMLInputElement>('Nom').value).toBe('Makiese')
  await user.click(screen.getByRole('button', { name: 'Recommencer à vide' }))
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Nom').value).toBe(''), slow)
  expect(await ask('drafts.get', { key: 'people/new' })).toBeNull()
}, 60_000)

test('a record is changed beside itself: only what differs is written, and it is taken back from the message', async () => {
  const { user } = await renderApp({
    given: async () => void (await ask('people.create', { ...souad, note: 'Permis en cours' })),
  })
  const id = await theirRecord()
  window.location.hash = `/people/${id}`
  await user.click(await screen.findByRole('button', { name: /^Modifier.*Profil$/ }, slow))
  const drawer = screen.getByRole('complementary', { name: 'Modifier la fiche de Souad Ben Hammar' })
  await fillIn(user, within(drawer).getByRole('textbox', { name: /^Projet/ }), 'Tissus en wax')
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  await screen.findByText('Fiche de Souad Ben Hammar enregistrée', {}, slow)
  const [latest] = await ask('history.ofRecord', { entity: 'people', id, limit: 10 })
  expect(latest?.changes.flatMap(({ fields }) => fields.map(({ field }) => field))).toContain('project')
  expect((await ask('people.get', { id })).note).toBe('Permis en cours')

  await user.click(screen.getByRole('button', { name: 'Annuler' }))
  await waitFor(async () => expect((await ask('people.get', { id })).project).toBeNull(), slow)
}, 60_000)

test('a neighbourhood that the list of the commune lacks can be typed', async () => {
  const { user } = await renderApp({
    given: async () => void (await ask('people.create', { ...souad, city: 'Nantes', communeCode: '44109' })),
  })
  const id = await theirRecord()
  window.location.hash = `/people/${id}`
  await user.click(await screen.findByRole('button', { name: /^Modifier.*Profil$/ }, slow))
  const drawer = screen.getByRole('complementary', { name: 'Modifier la fiche de Souad Ben Hammar' })
  await user.click(within(drawer).getByRole('combobox', { name: 'Quartier prioritaire (QPV)' }))
  await user.click(await screen.findByRole('option', { name: 'En QPV', hidden: true }))
  await within(drawer).findByRole('group', { name: 'Lequel' }, slow)
  await fillIn(user, within(drawer).getByRole('textbox', { name: 'Code du QPV' }), 'qn04499z')
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  await waitFor(async () => expect((await ask('people.get', { id })).qpvCode).toBe('QN04499Z'), slow)
}, 60_000)

test('a field that someone else changed meanwhile is asked about before anything is written', async () => {
  const { user } = await renderApp({ given: async () => void (await ask('people.create', souad)) })
  const id = await theirRecord()
  window.location.hash = `/people/${id}`
  await user.click(await screen.findByRole('button', { name: /^Modifier.*Profil$/ }, slow))
  const drawer = screen.getByRole('complementary', { name: 'Modifier la fiche de Souad Ben Hammar' })
  await ask('people.update', {
    id,
    version: (await ask('people.get', { id })).version,
    fields: { project: 'Épicerie' },
  })
  await fillIn(user, within(drawer).getByRole('textbox', { name: /^Projet/ }), 'Couture')
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))

  const dialog = await screen.findByRole('dialog', { name: 'Quelqu’un a modifié cette fiche entre-temps' }, slow)
  expect((await ask('people.get', { id })).project).toBe('Épicerie')
  await user.click(within(dialog).getByRole('radio', { name: /Couture/ }))
  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer ces choix' }))
  await waitFor(async () => expect((await ask('people.get', { id })).project).toBe('Couture'), slow)
}, 60_000)

test('a record half changed waits for whoever comes back, and is warned of when it looks like another', async () => {
  const { user } = await renderApp({
    given: async () => {
      await ask('people.create', souad)
      await ask('people.create', { firstName: 'Lila', lastName: 'Carvalhal', birthYear: 1991 })
    },
  })
  const { rows } = await ask('people.list', { offset: 0, limit: 10 })
  window.location.hash = `/people/${rows.find(({ firstName }) => firstName === 'Lila')?.id ?? ''}`
  const edit = { name: /^Modifier.*Profil$/ }
  const label = { name: 'Modifier la fiche de Lila Carvalhal' }
  await user.click(await screen.findByRole('button', edit, slow))
  const drawer = screen.getByRole('complementary', label)
  for (const [name, text] of [
    ['Nom', 'Ben Hammar'],
    ['Prénom', 'Souad'],
  ] as const) {
    const field = within(drawer).getByRole('textbox', { name })
    await user.clear(field)
    await fillIn(user, field, text)
  }
  await within(drawer).findByText(/^Brouillon gardé/, {}, slow)
  await user.click(within(drawer).getByRole('button', { name: 'Fermer' }))
  expect(screen.queryByRole('complementary', label)).toBeNull()
  await user.click(screen.getByRole('button', edit))
  await screen.findByDisplayValue('Ben Hammar', {}, slow)
  await within(screen.getByRole('complementary', label)).findByText(/^Déjà connue/, {}, slow)
}, 60_000)

test('a record goes to the trash with its consequence said, and comes back', async () => {
  const { user } = await renderApp({ given: async () => void (await ask('people.create', souad)) })
  const id = await theirRecord()
  window.location.hash = `/people/${id}`
  await user.click(await screen.findByRole('button', { name: 'Plus d’actions' }, slow))
  await user.click(await screen.findByText('Mettre à la corbeille'))
  const dialog = await screen.findByRole('dialog', { name: /Mettre la fiche de Souad Ben Hammar à la corbeille/ })
  await user.click(within(dialog).getByRole('button', { name: 'Mettre à la corbeille' }))
  await waitFor(async () => expect((await ask('people.list', { offset: 0, limit: 1 })).total).toBe(0), slow)

  window.location.hash = `/people/${id}`
  await user.click(await screen.findByRole('button', { name: 'Rétablir' }, slow))
  await waitFor(async () => expect((await ask('people.list', { offset: 0, limit: 1 })).total).toBe(1), slow)
}, 60_000)
