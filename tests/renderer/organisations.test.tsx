import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { ask } from '../../src/renderer/api'
import { fillIn } from '../support/fill-in'
import { renderApp } from '../support/render-app'

const slow = { timeout: 15_000 }
const conflict = 'Quelqu’un a modifié cette fiche entre-temps'

async function organisationId(name: string): Promise<string> {
  const [found] = await ask('organisations.find', { text: name })
  return found?.id ?? ''
}

test('an organisation changed meanwhile is asked about, and what was typed is not lost', async () => {
  const { user } = await renderApp({
    given: async () => void (await ask('organisations.create', { kind: 'company', name: 'Tissages Morvane' })),
  })
  const id = await organisationId('Tissages Morvane')
  window.location.hash = `/organisations/${id}`
  await user.click(await screen.findByRole('button', { name: 'Modifier' }, slow))
  const note = within(screen.getByRole('complementary', { name: 'Modifier la fiche de Tissages Morvane' })).getByRole(
    'textbox',
    {
      name: /^Note/,
    },
  )
  await ask('organisations.update', { id, version: 1, fields: { note: 'Atelier fermé le lundi', city: 'Brest' } })
  await fillIn(user, note, 'Demander Nolwenn')
  await user.click(screen.getByRole('button', { name: 'Enregistrer' }))

  const dialog = await screen.findByRole('dialog', { name: conflict }, slow)
  expect(await ask('organisations.get', { id })).toMatchObject({ note: 'Atelier fermé le lundi', city: 'Brest' })
  await user.click(within(dialog).getByRole('button', { name: 'Annuler' }))
  expect(note).toHaveProperty('value', 'Demander Nolwenn')

  await user.click(screen.getByRole('button', { name: 'Enregistrer' }))
  const again = await screen.findByRole('dialog', { name: conflict }, slow)
  await user.click(within(again).getByRole('radio', { name: /Demander Nolwenn/ }))
  await user.click(within(again).getByRole('button', { name: 'Enregistrer ces choix' }))
  await waitFor(async () => expect((await ask('organisations.get', { id })).note).toBe('Demander Nolwenn'), slow)
  expect((await ask('organisations.get', { id })).city).toBe('Brest')
}, 60_000)

test('a SIREN is checked while it is typed, and says what to do', async () => {
  const { user } = await renderApp({ at: '/organisations' })
  await user.click((await screen.findAllByRole('button', { name: 'Nouvelle organisation' }, slow))[0] as HTMLElement)
  const drawer = screen.getByRole('complementary', { name: 'Nouvelle organisation' })
  await fillIn(user, within(drawer).getByLabelText('Nom'), 'Tissages Morvane')
  const siren = within(drawer).getByRole('textbox', { name: /^SIREN/ })
  await fillIn(user, siren, '55210055')
  expect(within(drawer).queryByText(/Un SIREN a neuf chiffres/)).toBeNull()
  await fillIn(user, siren, '5')
  within(drawer).getByText(/Ce SIREN ne peut pas exister/)
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  expect((await ask('organisations.list', { offset: 0, limit: 1 })).total).toBe(1)

  await user.clear(siren)
  await fillIn(user, siren, '5521005')
  await user.tab()
  within(drawer).getByText(/Un SIREN a neuf chiffres : il y en a 7/)
  await user.clear(siren)
  await fillIn(user, siren, '552100554')
  const siret = within(drawer).getByRole('textbox', { name: /^SIRET/ })
  await fillIn(user, siret, '35600000049837')
  expect(siren).toHaveProperty('value', '552 100 554')
  within(drawer).getByText('Ce SIRET commence par un autre SIREN. Corrigez l’un des deux.')
  await user.clear(siren)
  expect(within(drawer).queryByText(/Ce SIRET/)).toBeNull() // of La Poste, whose key is another
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  await screen.findByRole('heading', { name: 'Tissages Morvane' }, slow)
  const made = await ask('organisations.get', { id: await organisationId('Tissages Morvane') })
  expect(made).toMatchObject({ siren: '356000000', siret: '35600000049837' })
  screen.getByText('356 000 000 49837')
}, 60_000)

test('a contact is added, ended with its last day, and opened again from among the former ones', async () => {
  const { user } = await renderApp({
    given: async () => void (await ask('organisations.create', { kind: 'landlord', name: 'Ponant Habitat' })),
  })
  const id = await organisationId('Ponant Habitat')
  window.location.hash = `/organisations/${id}`
  const beside = await screen.findByRole('complementary', { name: 'Contacts' }, slow)
  await user.click(within(beside).getByRole('button', { name: 'Ajouter' }))
  const drawer = screen.getByRole('complementary', { name: 'Nouveau contact' })
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  within(drawer).getByText('Dites qui c’est.')
  await user.type(within(drawer).getByRole('combobox', { name: 'Personne' }), 'Karine Blondel')
  await user.click(await screen.findByText(/Nouvelle personne.*Karine Blondel/, {}, slow))
  expect(within(drawer).getByLabelText('Nom')).toHaveProperty('value', 'Blondel')
  await fillIn(user, within(drawer).getByRole('textbox', { name: /^Téléphone/ }), '06 39 98 10 10')
  await fillIn(user, within(drawer).getByRole('textbox', { name: /^Fonction/ }), 'Agente de développement')
  await fillIn(user, within(drawer).getByRole('textbox', { name: /^Depuis le/ }), '02/05/2024')
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  await within(beside).findByText('Agente de développement', {}, slow)
  within(beside).getByRole('link', { name: '06 39 98 10 10' })
  within(beside).getByText('depuis le 02/05/2024')

  await user.click(within(beside).getByRole('button', { name: 'Actions sur Karine Blondel' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Terminer', hidden: true }))
  const dialog = await screen.findByRole('dialog', { name: /Karine Blondel ne travaille plus ici/ })
  const day = within(dialog).getByRole('textbox', { name: 'Dernier jour' })
  await user.clear(day)
  await fillIn(user, day, '01/05/2024')
  await user.click(within(dialog).getByRole('button', { name: 'Terminer' }))
  within(dialog).getByText(/Le dernier jour vient avant le premier/)
  await user.clear(day)
  await fillIn(user, day, '30/06/2026')
  await user.click(within(dialog).getByRole('button', { name: 'Terminer' }))
  await within(beside).findByText('1 ancien contact', {}, slow)
  expect((await ask('organisations.get', { id })).contacts).toMatchObject([{ endedOn: '2026-06-30' }])
  const thread = screen.getByRole('group', { name: 'Fil des évènements' })
  await within(thread).findByText('Départ d’un contact', {}, slow)

  await user.click(within(beside).getByRole('button', { name: 'Actions sur Karine Blondel' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Rouvrir', hidden: true }))
  await waitFor(
    async () => expect((await ask('organisations.get', { id })).contacts).toMatchObject([{ endedOn: null }]),
    slow,
  )
}, 60_000)

test('an organisation goes to the trash and comes back from the message; one in use stays and says why', async () => {
  const { user } = await renderApp({
    given: async () => {
      await ask('organisations.create', { kind: 'company', name: 'Tissages Morvane' })
      const landlord = await ask('organisations.create', { kind: 'landlord', name: 'Ponant Habitat' })
      await ask('residences.create', { landlordId: landlord.id, name: 'Les Aubiers' })
    },
  })
  const toTrash = async () => {
    await user.click(await screen.findByRole('button', { name: 'Plus d’actions' }, slow))
    await user.click(await screen.findByText('Mettre à la corbeille'))
    const dialog = await screen.findByRole('dialog', { name: /à la corbeille/ })
    await user.click(within(dialog).getByRole('button', { name: 'Mettre à la corbeille' }))
  }
  const company = await organisationId('Tissages Morvane')
  window.location.hash = `/organisations/${company}`
  await toTrash()
  await waitFor(async () => expect((await ask('organisations.get', { id: company })).deletedAt).not.toBeNull(), slow)
  await user.click(await screen.findByRole('button', { name: 'Annuler' }, slow))
  await waitFor(async () => expect((await ask('organisations.get', { id: company })).deletedAt).toBeNull(), slow)

  const landlord = await organisationId('Ponant Habitat')
  window.location.hash = `/organisations/${landlord}`
  await screen.findByRole('heading', { name: 'Ponant Habitat' }, slow)
  await toTrash()
  await screen.findByText(/Ponant Habitat reste en place : 1 résidence/, {}, slow)
}, 60_000)

test('its phone and its town are changed with the rest, and taken back together', async () => {
  const { user } = await renderApp({
    given: async () =>
      void (await ask('organisations.create', {
        kind: 'landlord',
        name: 'Ponant Habitat',
        postcode: '13234',
        city: 'MARSEILLE CEDEX 04',
      })),
  })
  const id = await organisationId('Ponant Habitat')
  window.location.hash = `/organisations/${id}`
  await user.click(await screen.findByRole('button', { name: /^Préciser la commune/ }, slow))
  const drawer = screen.getByRole('complementary', { name: 'Modifier la fiche de Ponant Habitat' })
  const communes = await within(drawer).findByRole('group', { name: /Quelle commune/ }, slow)
  within(communes).getByText(/Un CEDEX n’est à aucune commune/)
  await user.click(within(communes).getByRole('button', { name: 'Marseille' }))
  await user.click(within(drawer).getByRole('button', { name: 'Ajouter un téléphone' }))
  await fillIn(user, within(drawer).getByRole('textbox', { name: 'Téléphone' }), '0491000000')
  await fillIn(user, within(drawer).getByRole('textbox', { name: /^Usage/ }), 'Standard')
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  await screen.findByText('Fiche de Ponant Habitat enregistrée', {}, slow)
  expect(await ask('organisations.get', { id })).toMatchObject({
    city: 'MARSEILLE CEDEX 04',
    communeCode: '13055',
    contactPoints: [{ value: '+33491000000', label: 'Standard' }],
  })
  await user.click(screen.getByRole('button', { name: 'Annuler' }))
  await waitFor(
    async () => expect(await ask('organisations.get', { id })).toMatchObject({ communeCode: null, contactPoints: [] }),
    slow,
  )
}, 60_000)

test('a landlord’s residence is added from its record: its postcode asks which commune, its code keeps its zeros', async () => {
  const { user } = await renderApp({
    given: async () => {
      const { id } = await ask('organisations.create', { kind: 'landlord', name: 'Ponant Habitat' })
      await ask('residences.create', { landlordId: id, name: 'Les Aubiers', code: '0042' })
    },
  })
  const landlordId = await organisationId('Ponant Habitat')
  window.location.hash = `/organisations/${landlordId}`
  await user.click(await screen.findByRole('tab', { name: /^Résidences/ }, slow))
  await screen.findByRole('button', { name: 'Les Aubiers' }, slow)
  await user.click(screen.getByRole('button', { name: 'Ajouter une résidence' }))
  const drawer = screen.getByRole('complementary', { name: 'Nouvelle résidence' })
  expect(within(drawer).getByRole('combobox', { name: 'Bailleur' })).toHaveProperty('value', 'Ponant Habitat')
  await fillIn(user, within(drawer).getByLabelText('Nom'), 'Bel-Orme')
  await fillIn(user, within(drawer).getByRole('textbox', { name: /^Code\s*facultatif/ }), '0042')
  await fillIn(user, within(drawer).getByRole('textbox', { name: /^Code postal/ }), '01400')
  const communes = await within(drawer).findByRole('group', { name: /Quelle commune/ }, slow)
  within(communes).getByText('Ce code postal couvre plusieurs communes :')
  await user.click(within(communes).getByRole('button', { name: 'Condeissiat' }))
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  await within(drawer).findByText(/Ce code est déjà celui de Les Aubiers/, {}, slow)

  const code = within(drawer).getByRole('textbox', { name: /^Code\s*facultatif/ })
  await user.clear(code)
  await fillIn(user, code, '0007')
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  await screen.findByRole('button', { name: 'Bel-Orme' }, slow)
  const [made] = await ask('residences.find', { text: 'bel-orme' })
  expect(await ask('residences.get', { id: made?.id ?? '' })).toMatchObject({
    landlordId,
    code: '0007',
    postcode: '01400',
    city: 'Condeissiat',
    communeCode: '01113',
    qpvState: 'toCheck',
  })
}, 60_000)

test('a residence changed meanwhile is asked about, and what was typed is not lost', async () => {
  const { user } = await renderApp({
    given: async () => {
      const landlord = await ask('organisations.create', { kind: 'landlord', name: 'Ponant Habitat' })
      await ask('residences.create', { landlordId: landlord.id, name: 'Les Aubiers', code: '0042' })
    },
  })
  const [found] = await ask('residences.find', { text: 'aubiers' })
  const id = found?.id ?? ''
  window.location.hash = `/residences/${id}`
  const drawer = await screen.findByRole('complementary', { name: 'Les Aubiers' }, slow)
  const name = within(drawer).getByLabelText('Nom')
  await ask('residences.update', { id, version: 1, fields: { name: 'Les Grands Aubiers' } })
  await user.clear(name)
  await fillIn(user, name, 'Les Petits Aubiers')
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))

  const dialog = await screen.findByRole('dialog', { name: conflict }, slow)
  expect((await ask('residences.get', { id })).name).toBe('Les Grands Aubiers')
  await user.click(within(dialog).getByRole('radio', { name: /Les Petits Aubiers/ }))
  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer ces choix' }))
  await waitFor(
    async () => expect(await ask('residences.get', { id })).toMatchObject({ name: 'Les Petits Aubiers', code: '0042' }),
    slow,
  )
}, 60_000)

test('a residence beside its list closes with Escape, lists in its form included', async () => {
  const { user } = await renderApp({
    given: async () => {
      const landlord = await ask('organisations.create', { kind: 'landlord', name: 'Ponant Habitat' })
      await ask('residences.create', { landlordId: landlord.id, name: 'Les Aubiers' })
    },
  })
  const [found] = await ask('residences.find', { text: 'aubiers' })
  window.location.hash = `/residences/${found?.id ?? ''}`
  await screen.findByRole('complementary', { name: 'Les Aubiers' }, slow)
  await user.keyboard('{Escape}')
  await waitFor(() => expect(screen.queryByRole('complementary', { name: 'Les Aubiers' })).toBeNull(), slow)
  expect(window.location.hash).toBe('#/residences')
}, 60_000)

test('a name is changed in its cell, in either list', async () => {
  const { user } = await renderApp({ at: '/organisations', given: anEstate })
  await retype(user, 'Organisations', 'Tissages Morvane', 'Tissages Lannuon')
  await waitFor(async () => expect(await organisationId('Tissages Lannuon')).not.toBe(''), slow)
  window.location.hash = '/residences'
  await retype(user, 'Résidences', 'Les Genêts', 'Les Ajoncs')
  await waitFor(async () => expect((await ask('residences.find', { text: 'Ajoncs' })).length).toBe(1), slow)
}, 60_000)

test('the rows selected go to the trash together, in either list; what is in use stays and is counted', async () => {
  const { user } = await renderApp({ at: '/organisations', given: anEstate })
  await trashAll(user)
  await screen.findByText(/^1 organisation mise à la corbeille\. /, {}, slow)
  expect(await organisationId('Tissages Morvane')).toBe('')
  expect(await organisationId('Ponant Habitat')).not.toBe('')
  window.location.hash = '/residences'
  await screen.findByRole('heading', { name: /^Résidences/ }, slow)
  await trashAll(user)
  await screen.findByText('2 résidences mises à la corbeille', {}, slow)
  expect((await ask('residences.list', { offset: 0, limit: 1 })).total).toBe(0)
}, 60_000)

async function anEstate(): Promise<void> {
  await ask('organisations.create', { kind: 'company', name: 'Tissages Morvane' })
  const landlord = await ask('organisations.create', { kind: 'landlord', name: 'Ponant Habitat' })
  for (const name of ['Les Genêts', 'Le Lavoir']) await ask('residences.create', { landlordId: landlord.id, name })
}

/** Types over a name in its list: F2 opens the cell, as a click follows the name; Enter leaves it. */
async function retype(user: UserEvent, list: string, from: string, to: string): Promise<void> {
  const grid = await screen.findByRole('grid', { name: list }, slow)
  const cell = (await within(grid).findByText(from, {}, slow)).closest<HTMLElement>('[role="gridcell"]')
  // the editor is placed from the box it stands in, and nothing stands anywhere here
  const placed = vi.spyOn(HTMLElement.prototype, 'offsetParent', 'get').mockReturnValue(document.body)
  cell?.focus()
  await user.keyboard('{F2}')
  const field = await screen.findByRole('textbox', { name: 'Nom' }, slow)
  fireEvent.change(field, { target: { value: to } })
  fireEvent.keyDown(field, { key: 'Enter' })
  placed.mockRestore()
  await within(grid).findByText(to, {}, slow)
}

async function trashAll(user: UserEvent): Promise<void> {
  await user.click(await screen.findByRole('checkbox', { name: 'Tout sélectionner' }, slow))
  await user.click(await screen.findByRole('button', { name: 'À la corbeille' }, slow))
  await user.click(await screen.findByRole('button', { name: 'Mettre à la corbeille' }, slow))
}
