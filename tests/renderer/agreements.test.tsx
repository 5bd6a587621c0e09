import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { addDays } from '../../src/shared/rules/days'
import { ask } from '../../src/renderer/api'
import { today as todayHere } from '../../src/renderer/today'
import { renderApp } from '../support/render-app'

const slow = { timeout: 15_000 }
const today = todayHere()

async function consentsOf(personId: string) {
  return (await ask('people.get', { id: personId })).consents
}

test('what someone agrees to and refuses is noted from their record, withdrawn, and taken back', async () => {
  let personId = ''
  const { user } = await renderApp({
    given: async () => {
      personId = (await ask('people.create', { firstName: 'Souad', lastName: 'Ben Hammar' })).id
    },
  })
  window.location.hash = `#/people/${personId}`
  await screen.findByText('Aucun accord noté', {}, slow)
  await user.click(screen.getByRole('button', { name: 'Noter un accord' }))
  const form = await screen.findByRole('complementary', { name: 'Noter ce que Souad Ben Hammar accepte' }, slow)
  const save = within(form).getByRole('button', { name: 'Enregistrer' })
  await waitFor(() => expect(save).toHaveProperty('disabled', false), slow)
  await user.click(save)
  within(form).getByText('Dites au moins ce qu’elle accepte ou refuse.')
  within(form).getByText('Dites comment la réponse a été recueillie.')
  expect(await consentsOf(personId)).toEqual([])

  const answer = (purpose: string, said: string) =>
    user.click(within(within(form).getByRole('group', { name: purpose })).getByRole('button', { name: said }))
  await answer('Photos et droit à l’image', 'Accepte')
  await answer('Lettre d’information', 'Refuse')
  await user.click(within(form).getByRole('combobox', { name: 'Recueilli' }))
  await user.click(await screen.findByRole('option', { name: 'De vive voix', hidden: true }, slow))
  await user.click(save)
  await screen.findByText('2 réponses notées', {}, slow)
  const noted = await consentsOf(personId)
  const answers = new Map(noted.map(({ purpose, refused, givenOn, how }) => [purpose, [refused, givenOn, how]]))
  expect(Object.fromEntries(answers)).toEqual({
    newsletter: [true, today, 'oral'],
    photo: [false, today, 'oral'],
  })

  await user.click(await screen.findByRole('button', { name: 'Voir le détail' }, slow))
  const all = await screen.findByRole('complementary', { name: 'Tous les accords de Souad Ben Hammar' }, slow)
  expect(within(all).getAllByText(/noté par Solène Kerbrat/)).toHaveLength(2)
  within(all).getByText(/^Jamais demandé : témoignage et être recontactée/)
  await user.click(within(all).getByRole('button', { name: /^Retirer l’accord/ }))
  const dialog = await screen.findByRole('dialog', {}, slow)
  within(dialog).getByText(/Palier ne retire rien de ce qui est déjà publié/)
  await user.click(within(dialog).getByRole('button', { name: 'Retirer l’accord' }))
  await screen.findByText('Accord retiré', {}, slow)
  await within(all).findByText(/, retiré le/, {}, slow)
  await ask('history.undoLast', {})
  expect((await consentsOf(personId)).map(({ withdrawnOn }) => withdrawnOn)).toEqual([null, null])
}, 60_000)

test('what was agreed to two years ago is asked for again, from the day to the form, which asks nothing else', async () => {
  let personId = ''
  const { user } = await renderApp({
    at: '/day',
    given: async () => {
      personId = (await ask('people.create', { firstName: 'Souad', lastName: 'Ben Hammar' })).id
      const on = addDays(today, -740)
      const answers = [
        { purpose: 'photo' as const, agreed: true },
        { purpose: 'newsletter' as const, agreed: false },
      ]
      await ask('agreements.record', { personId, answers, how: 'oral', on, wordingVersion: '2024-09', proof: null })
    },
  })
  const line = { name: /^Renouveler.*Accord à confirmer de nouveau.*photos et droit à l’image/ }
  await user.click(await screen.findByRole('button', line, slow))
  const form = await screen.findByRole('complementary', { name: 'Noter ce que Souad Ben Hammar accepte' }, slow)
  expect(within(form).queryByRole('group', { name: 'Lettre d’information' })).toBeNull()
  const photo = await within(form).findByRole('group', { name: 'Photos et droit à l’image' }, slow)
  within(form).getByText(/^Jusqu’ici accepté, le/)
  await user.click(within(photo).getByRole('button', { name: 'Refuse' }))
  await user.click(within(form).getByRole('combobox', { name: 'Recueilli' }))
  await user.click(await screen.findByRole('option', { name: 'De vive voix', hidden: true }, slow))
  await user.click(within(form).getByRole('button', { name: 'Enregistrer' }))
  await screen.findByText('1 réponse notée', {}, slow)
  const [last, first] = (await consentsOf(personId)).filter(({ purpose }) => purpose === 'photo')
  expect([last?.refused, first?.withdrawnOn]).toEqual([true, today])
}, 60_000)
