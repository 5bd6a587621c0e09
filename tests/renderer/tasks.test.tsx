import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ask } from '../../src/renderer/api'
import { addDays } from '../../src/shared/rules/days'
import { aTask } from '../support/factories-work'
import { fillIn } from '../support/fill-in'
import { renderApp } from '../support/render-app'

const slow = { timeout: 15_000 }

/** The day it is here, as the screens know it. */
function today(): string {
  const now = new Date()
  const two = (value: number) => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

test('on a person, a task is added in one line with its day, done in one click, and taken back', async () => {
  let id = ''
  const { user } = await renderApp({
    given: async () => {
      id = (await ask('people.create', { lastName: 'Ouadji', firstName: 'Assa' })).id
    },
  })
  window.location.hash = `/people/${id}`
  const toDo = await screen.findByRole('region', { name: 'À faire' }, slow)
  await within(toDo).findByText('Rien à faire ici.', {}, slow)
  await fillIn(user, within(toDo).getByRole('textbox', { name: 'Ajouter une tâche' }), 'Rappeler la mairie demain')
  within(toDo).getByText(/^Pour le .*, Entrée pour ajouter$/)
  await user.keyboard('{Enter}')
  const circle = await within(toDo).findByRole('checkbox', { name: /Rappeler la mairie$/ }, slow)
  const owner = { entity: 'people' as const, id }
  expect((await ask('tasks.ofRecord', { owner })).open).toMatchObject([
    { title: 'Rappeler la mairie', dueOn: addDays(today(), 1), personId: id, assigneeName: 'Solène Kerbrat' },
  ])

  await user.click(circle)
  await within(toDo).findByText('1 tâche faite', {}, slow)
  await user.click(await screen.findByRole('button', { name: 'Annuler' }, slow))
  await waitFor(async () => expect((await ask('tasks.ofRecord', { owner })).open).toHaveLength(1), slow)
  // on screen as well: a line that moves from the done to the others under the pointer is not clicked
  await waitFor(() => expect(within(toDo).queryByText('1 tâche faite')).toBeNull(), slow)

  await user.click(await within(toDo).findByRole('button', { name: /^Rappeler la mairie/ }, slow))
  const drawer = await screen.findByRole('complementary', { name: /Rappeler la mairie/ }, slow)
  await fillIn(user, within(drawer).getByRole('textbox', { name: /^Heure/ }), '9h30')
  await user.click(within(drawer).getByRole('button', { name: 'Appel' }))
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  await waitFor(
    async () =>
      expect((await ask('tasks.ofRecord', { owner })).open).toMatchObject([{ dueTime: '09:30', kind: 'call' }]),
    slow,
  )
}, 60_000)

test('an exchange is noted from the keyboard, stands in the thread, and is corrected there', async () => {
  let id = ''
  const { user } = await renderApp({
    given: async () => {
      id = (await ask('people.create', { lastName: 'Ouadji', firstName: 'Assa' })).id
    },
  })
  window.location.hash = `/people/${id}`
  await user.click(await screen.findByRole('button', { name: 'Noter un échange' }, slow))
  expect(document.activeElement?.tagName).toBe('TEXTAREA')
  await user.keyboard('Viendra à l’atelier de mardi.{Control>}{Enter}{/Control}')
  const thread = await screen.findByRole('group', { name: 'Fil des évènements' }, slow)
  await within(thread).findByText('« Viendra à l’atelier de mardi. »', {}, slow)
  await user.click(within(thread).getByRole('button', { name: 'Modifier' }))
  const drawer = await screen.findByRole('complementary', { name: 'Modifier l’échange' }, slow)
  await user.click(within(drawer).getByRole('button', { name: 'Pas de réponse' }))
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  await within(thread).findByText('Appel, pas de réponse', {}, slow)
}, 60_000)

test('the calendar is walked by keys, and a task is added to the day one stands on', async () => {
  const { user } = await renderApp({
    given: async () => void (await ask('tasks.create', aTask({ title: 'Envoyer le devis', dueOn: '2026-11-25' }))),
    at: '/calendar?day=2026-11-23&span=month',
  })
  await screen.findByRole('heading', { name: 'Novembre 2026' }, slow)
  await screen.findByRole('button', { name: 'Tâche, Envoyer le devis' }, slow)
  screen.getByText('Armistice')
  screen.getByRole('button', { name: /^lundi 23 novembre 2026, 0 élément/ }).focus()
  await user.keyboard('{ArrowRight}{ArrowRight}')
  await waitFor(
    () =>
      expect(screen.getByRole('button', { name: 'mercredi 25 novembre 2026, 1 élément' })).toBe(document.activeElement),
    slow,
  )
  await user.keyboard('n')
  const drawer = await screen.findByRole('complementary', { name: 'Nouvelle tâche' }, slow)
  expect(within(drawer).getByRole('textbox', { name: /^Échéance/ })).toHaveProperty('value', '25/11/2026')
  await fillIn(user, within(drawer).getByRole('textbox', { name: 'À faire' }), 'Relire le devis')
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  await screen.findByRole('button', { name: 'Tâche, Relire le devis' }, slow)
  await user.click(screen.getByRole('button', { name: 'Tâche', pressed: true }))
  await waitFor(() => expect(screen.queryByRole('button', { name: /Relire le devis/ })).toBeNull(), slow)
}, 60_000)

test('a reminder rule is proposed, taken, stopped and deleted in the settings', async () => {
  const { user } = await renderApp({ at: '/settings/reminders' })
  const proposed = await screen.findByRole('region', { name: 'Proposées' }, slow)
  within(proposed).getByText('60 jours après : dernier contact avec une personne suivie')
  await user.click(within(proposed).getByRole('button', { name: 'Activer la règle Prendre des nouvelles' }))
  const table = await screen.findByRole('table', { name: 'Rappels' }, slow)
  await within(table).findByText('Prendre des nouvelles', {}, slow)
  await user.click(within(table).getByRole('button', { name: 'Arrêter la règle Prendre des nouvelles' }))
  await within(table).findByText('Arrêtée', {}, slow)
  await user.click(within(table).getByRole('button', { name: 'Supprimer la règle Prendre des nouvelles' }))
  await waitFor(async () => expect(await ask('reminders.rules', {})).toEqual([]), slow)
}, 60_000)
