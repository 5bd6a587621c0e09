import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ask } from '../../src/renderer/api'
import { fillIn } from '../support/fill-in'
import { renderApp } from '../support/render-app'

const slow = { timeout: 15_000 }

interface Known {
  readonly personId: string
  readonly coachId: string
  readonly supportId: string
}

/** Fatoumata, followed since June by whoever is at the keyboard. */
async function followed(): Promise<Known> {
  const person = await ask('people.create', { firstName: 'Fatoumata', lastName: 'Diabango' })
  const member = await ask('members.current', {})
  const coachId = member?.id ?? ''
  const support = await ask('supports.open', { personId: person.id, coachId, startedOn: '2026-06-01' })
  return { personId: person.id, coachId, supportId: support.id }
}

async function render(at: (known: Known) => string) {
  let known: Known | null = null
  const app = await renderApp({ given: async () => void (known = await followed()) })
  if (known === null) throw new Error('she is known by now')
  const found: Known = known
  window.location.hash = at(found)
  return { ...app, ...found }
}

test('a session is logged from the keyboard: S, themes, notes apart, the next step, Ctrl+Enter', async () => {
  const { user, personId } = await render(({ personId: id }) => `/people/${id}`)
  const tab = await screen.findByRole('tab', { name: 'Coaching' }, slow)
  await user.click(tab)
  await screen.findByText(/Aucune séance encore/, {}, slow)
  await user.keyboard('s')
  const drawer = await screen.findByRole('complementary', { name: 'Noter une séance' }, slow)
  await user.click(within(drawer).getByRole('button', { name: 'Financement' }))
  await fillIn(user, within(drawer).getByRole('textbox', { name: /^Note privée/ }), 'Ne pas presser')
  await fillIn(user, within(drawer).getByRole('textbox', { name: /^Note partageable/ }), 'Plan posé')
  await fillIn(user, within(drawer).getByRole('textbox', { name: /^Prochaine étape/ }), 'Relire le plan')
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(screen.queryByRole('complementary', { name: 'Noter une séance' })).toBeNull(), slow)
  const [session] = await ask('sessions.ofPerson', { personId })
  expect(session).toMatchObject({
    state: 'held',
    minutes: 60,
    themes: ['financing'],
    privateNote: 'Ne pas presser',
    shareableNote: 'Plan posé',
    nextStep: 'Relire le plan',
    writtenUp: true,
  })
  const list = await screen.findByRole('region', { name: 'Séances' })
  await within(list).findByText('Plan posé', {}, slow)
  within(list).getByText('Ne pas presser')
  await screen.findByRole('tab', { name: /Coaching\s*1/ }, slow)

  await user.click(screen.getByRole('tab', { name: 'Fil' }))
  const thread = await screen.findByRole('group', { name: 'Fil des évènements' }, slow)
  await within(thread).findByText('Séance 1, financement', {}, slow)
  expect(thread.textContent).toContain('Plan posé')
  expect(thread.textContent).not.toContain('Ne pas presser')
}, 60_000)

test('a plan is written where it stands: a goal, an action, done; what another changed meanwhile is asked about', async () => {
  const { user, personId } = await render(({ personId: id }) => `/people/${id}`)
  await user.click(await screen.findByRole('tab', { name: 'Coaching' }, slow))
  const plan = await screen.findByRole('region', { name: 'Plan d’action' }, slow)
  await user.type(within(plan).getByRole('textbox', { name: 'Nouvel objectif' }), 'Ouvrir la boutique{Enter}')
  await within(plan).findByDisplayValue('Ouvrir la boutique', {}, slow)
  const [adding] = within(plan).getAllByRole('combobox', { name: 'Nouvelle action' })
  await user.type(adding as HTMLElement, 'Photographier les tissus{Enter}')
  await user.click(await within(plan).findByRole('checkbox', { name: /^Fait.*Photographier/ }, slow))
  await waitFor(async () => expect((await ask('plans.ofPerson', { personId })).actions[0]?.doneOn).not.toBeNull(), slow)
  const goal = (await ask('plans.ofPerson', { personId })).goals[0]
  const field = within(plan).getByRole('textbox', { name: 'Objectif 1' })
  await user.clear(field)
  await fillIn(user, field, 'Ouvrir en mars')
  await ask('plans.updateGoal', { id: goal?.id ?? '', version: 1, fields: { title: 'Ouvrir en avril' } })
  await user.keyboard('{Enter}')
  const saved = async () => (await ask('plans.ofPerson', { personId })).goals[0]?.title
  const dialog = await screen.findByRole('dialog', { name: /modifié cette fiche/ }, slow)
  expect(await saved()).toBe('Ouvrir en avril')
  await user.click(within(dialog).getByRole('radio', { name: /Ouvrir en mars/ }))
  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer ces choix' }))
  await waitFor(async () => expect(await saved()).toBe('Ouvrir en mars'), slow)
}, 60_000)

test('progress is rated with figures and arrows, and shown as a radar with its table', async () => {
  const { user, personId } = await render(({ personId: id }) => `/people/${id}`)
  await user.click(await screen.findByRole('tab', { name: 'Coaching' }, slow))
  const part = await screen.findByRole('region', { name: 'Progression' }, slow)
  await user.click(await within(part).findByRole('button', { name: 'Partir des thèmes usuels' }, slow))
  await user.click(await within(part).findByRole('button', { name: 'Noter la progression' }, slow))
  const drawer = screen.getByRole('complementary', { name: 'Noter la progression' })
  within(drawer).getByRole('slider', { name: 'Clarté du projet' }).focus()
  await user.keyboard('4{Tab}10{Tab}{ArrowRight}{ArrowLeft}')
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  await within(part).findByRole('img', { name: /radar/ }, slow)
  const table = within(part).getByRole('table', { name: 'Progression, sur 10' })
  expect(within(table).getByRole('row', { name: /Clarté du projet/ }).textContent).toContain('4')
  const ratings = await ask('scales.ofPerson', { personId })
  expect(ratings.map(({ score }) => score)).toEqual([4, 10, 4])
}, 60_000)

test('a caseload passes to another coach, seen before it is written', async () => {
  const { user, coachId, supportId } = await render(() => '/coaching')
  const { id: toId } = await ask('members.create', { name: 'Yann Le Hénaff', role: 'Coach', email: null })
  const table = await screen.findByRole('table', { name: 'Personnes suivies' }, slow)
  await within(table).findByRole('link', { name: /DIABANGO/ }, slow)
  await user.click(screen.getByRole('tab', { name: 'Coachs' }))
  await user.click(await screen.findByRole('button', { name: /^Transmettre les suivis de Solène/ }, slow))
  const drawer = screen.getByRole('complementary', { name: /^Transmettre les suivis/ })
  await user.click(within(drawer).getByRole('combobox', { name: 'À qui' }))
  await user.click(await screen.findByRole('option', { name: 'Yann Le Hénaff', hidden: true }, slow))
  const note = await within(drawer).findByRole('textbox', { name: 'Note pour Fatoumata Diabango' }, slow)
  await fillIn(user, note, 'Préfère le matin')
  await user.click(within(drawer).getByRole('button', { name: 'Transmettre 1 suivi' }))
  await waitFor(async () => expect(await ask('supports.caseload', { coachId })).toEqual([]), slow)
  expect(await ask('supports.get', { id: supportId })).toMatchObject({ endReason: 'handedOver' })
  expect(await ask('supports.caseload', { coachId: toId })).toMatchObject([{ handoverNote: 'Préfère le matin' }])
}, 60_000)
