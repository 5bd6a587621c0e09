import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ask } from '../../src/renderer/api'
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
  const note = within(screen.getByRole('complementary', { name: 'Tissages Morvane' })).getByLabelText(/^Note/)
  await ask('organisations.update', { id, version: 1, fields: { note: 'Atelier fermé le lundi', city: 'Brest' } })
  await user.type(note, 'Demander Nolwenn')
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
  await user.type(name, 'Les Petits Aubiers')
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
