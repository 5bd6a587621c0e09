import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ask } from '../../src/renderer/api'
import { fillIn } from '../support/fill-in'
import { renderApp } from '../support/render-app'

const slow = { timeout: 15_000 }

interface Made {
  readonly programmeId: string
  readonly cohortId: string
}

/** A programme with two funded actions, and its cohort. */
async function aCohortOf(name: string): Promise<Made> {
  const funder = await ask('organisations.create', { kind: 'institution', name: 'Région Estuaire' })
  const programme = await ask('programmes.create', { kind: 'accelerator', name })
  const action = { funderId: funder.id, code: null, share: null, amountCents: null, startsOn: null, endsOn: null }
  await ask('programmes.setFundedActions', {
    id: programme.id,
    fundedActions: ['Formation', 'Accompagnement'].map((title) => ({ ...action, title })),
  })
  const dates = { startsOn: '2030-04-01', endsOn: '2030-09-30' }
  const cohort = await ask('cohorts.create', { programmeId: programme.id, name: 'Promotion A', capacity: 40, ...dates })
  return { programmeId: programme.id, cohortId: cohort.id }
}

test('from the empty list to a series of workshops: every date is seen first, and one undo takes them all back', async () => {
  const { user } = await renderApp({ at: '/programmes' })
  await user.click(await screen.findByRole('button', { name: 'Nouveau programme' }, slow))
  const drawer = screen.getByRole('complementary', { name: 'Nouveau programme' })
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  within(drawer).getByText('Le nom manque.')
  await fillIn(user, within(drawer).getByRole('textbox', { name: 'Nom' }), 'Lance ta boîte')
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  await screen.findByRole('heading', { name: 'Lance ta boîte', level: 1 }, slow)

  await user.click(screen.getByRole('button', { name: 'Ajouter une cohorte' }))
  const cohort = screen.getByRole('complementary', { name: 'Nouvelle cohorte' })
  await fillIn(user, within(cohort).getByRole('textbox', { name: 'Nom' }), 'Printemps')
  await fillIn(user, within(cohort).getByRole('textbox', { name: /^Début/ }), '22/04/2030')
  await fillIn(user, within(cohort).getByRole('textbox', { name: /^Places/ }), '150')
  await user.click(within(cohort).getByRole('button', { name: 'Enregistrer' }))
  await screen.findByRole('heading', { name: 'Printemps', level: 1 }, slow)
  screen.getByText('0 / 150')

  await user.click(screen.getByRole('tab', { name: 'Ateliers' }))
  await user.click(await screen.findByRole('button', { name: 'Ajouter une série' }, slow))
  const series = screen.getByRole('complementary', { name: 'Nouvelle série d’ateliers' })
  await fillIn(user, within(series).getByRole('textbox', { name: 'Intitulé' }), 'Boutique en ligne')
  await user.click(within(series).getByRole('button', { name: 'mercredi' }))
  const count = within(series).getByRole('textbox', { name: 'Nombre d’ateliers' })
  await user.clear(count)
  await fillIn(user, count, '3')
  await user.click(within(series).getByRole('button', { name: 'Voir les dates' }))
  const lines = await within(series).findByRole('list', { name: 'Dates de la série' }, slow)
  expect(within(lines).getAllByText('Jour férié, sauté')).toHaveLength(2) // 1 and 8 May 2030
  within(series).getByText(/3 ateliers seront écrits\.\s+2 jours fériés sont sautés\./)
  await user.click(within(lines).getByRole('button', { name: 'Retirer la ligne du 15/05/2030' }))
  const [first] = within(lines).getAllByRole('textbox', { name: 'Intitulé' })
  await user.clear(first as HTMLElement)
  await fillIn(user, first as HTMLElement, 'Ouvrir sa boutique')
  const [from] = within(lines).getAllByRole('textbox', { name: 'Début' })
  await user.clear(from as HTMLElement)
  await fillIn(user, from as HTMLElement, '13h')
  await user.tab()
  within(lines).getByText('La fin vient avant le début.')
  expect(within(series).getByRole('button', { name: 'Créer 2 ateliers' })).toHaveProperty('disabled', true)
  await user.clear(from as HTMLElement)
  await fillIn(user, from as HTMLElement, '930')
  await user.tab()
  await user.click(within(series).getByRole('button', { name: 'Créer 2 ateliers' }))

  const table = await screen.findByRole('table', { name: 'À venir' }, slow)
  within(table).getByText('24/04/2030')
  within(table).getByText('09:30 à 12:00')
  within(table).getByRole('button', { name: 'Ouvrir sa boutique' })
  within(table).getByText('22/05/2030')
  await user.click(screen.getByRole('button', { name: 'Annuler' }))
  await screen.findByText('Aucun atelier encore', {}, slow)
}, 90_000)

test('shares over 100 % are said while typing and never written; a workshop is cancelled with its reason', async () => {
  let made: Made = { programmeId: '', cohortId: '' }
  const { user } = await renderApp({ given: async () => void (made = await aCohortOf('Incubateur')) })
  const at = { startTime: '09:00', endTime: '12:00' }
  const { id } = await ask('workshops.create', {
    cohortId: made.cohortId,
    kind: 'workshop',
    title: 'Vendre',
    heldOn: '2030-05-06',
    ...at,
  })
  window.location.hash = `/cohorts/${made.cohortId}?tab=workshops`
  await user.click(await screen.findByRole('button', { name: 'Actions sur Vendre, 06/05/2030' }, slow))
  await user.click(await screen.findByRole('menuitem', { name: 'Modifier', hidden: true }))
  const drawer = screen.getByRole('complementary', { name: 'Modifier Vendre' })
  await fillIn(user, await within(drawer).findByRole('textbox', { name: 'Formation' }, slow), '60')
  within(drawer).getByText('Total 60 %, il reste 40 %.')
  const other = within(drawer).getByRole('textbox', { name: 'Accompagnement' })
  await fillIn(user, other, '41')
  within(drawer).getByText(/Total 101 % : une heure ne peut pas être financée deux fois/)
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  expect((await ask('workshops.get', { id })).fundings).toEqual([])
  await user.clear(other)
  await fillIn(user, other, '40')
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  await screen.findByText('Vendre : atelier enregistré', {}, slow)
  expect((await ask('workshops.get', { id })).fundings.map(({ share }) => share)).toEqual([60, 40])

  await user.click(screen.getByRole('button', { name: 'Actions sur Vendre, 06/05/2030' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Annuler l’atelier', hidden: true }))
  const dialog = await screen.findByRole('dialog', { name: /Annuler Vendre/ })
  await user.click(within(dialog).getByRole('button', { name: 'Annuler l’atelier' }))
  within(dialog).getByText('Dites pourquoi.')
  await fillIn(user, within(dialog).getByRole('textbox', { name: 'Motif' }), 'Salle fermée')
  await user.click(within(dialog).getByRole('button', { name: 'Annuler l’atelier' }))
  await screen.findByText('Annulé : Salle fermée', {}, slow)
}, 90_000)

test('the next edition is seen before it is written; a programme that has cohorts stays and says so', async () => {
  let made: Made = { programmeId: '', cohortId: '' }
  const { user } = await renderApp({ given: async () => void (made = await aCohortOf('Incubateur')) })
  const common = { cohortId: made.cohortId, kind: 'workshop' as const, title: 'Vendre' }
  const at = { startTime: '09:00', endTime: '12:00' }
  await ask('workshops.createSeries', {
    ...common,
    lines: [
      { heldOn: '2030-04-02', ...at },
      { heldOn: '2030-11-12', ...at },
    ],
  })
  window.location.hash = `/cohorts/${made.cohortId}`
  await user.click(await screen.findByRole('button', { name: 'Actions' }, slow))
  await user.click(await screen.findByRole('menuitem', { name: 'Copier vers l’édition suivante', hidden: true }))
  const drawer = screen.getByRole('complementary', { name: 'Copier vers l’édition suivante' })
  const day = within(drawer).getByRole('textbox', { name: 'Début' })
  await user.clear(day)
  await fillIn(user, day, '31/03/2031')
  await user.tab()
  const lines = await within(drawer).findByRole('list', { name: 'Ateliers' }, slow)
  await waitFor(() => within(lines).getByText('Décalé d’un jour férié'), slow) // 11 November 2031 is a Tuesday
  await fillIn(user, within(drawer).getByRole('textbox', { name: 'Nom' }), 'Promotion B')
  await user.click(within(drawer).getByRole('button', { name: 'Créer l’édition et 2 ateliers' }))
  await screen.findByRole('heading', { name: 'Promotion B' }, slow)
  const [copy] = await ask('cohorts.list', { text: 'promotion b' })
  const workshops = await ask('workshops.ofCohort', { cohortId: copy?.id ?? '' })
  expect(workshops.map(({ heldOn }) => heldOn)).toEqual(['2031-04-01', '2031-11-12'])

  window.location.hash = `/programmes/${made.programmeId}`
  await screen.findByRole('heading', { name: 'Incubateur' }, slow)
  await user.click(screen.getByRole('button', { name: 'Plus d’actions' }))
  await user.click(await screen.findByText('Mettre à la corbeille'))
  const dialog = await screen.findByRole('dialog', { name: /à la corbeille/ })
  await user.click(within(dialog).getByRole('button', { name: 'Mettre à la corbeille' }))
  await screen.findByText('Incubateur reste en place : 2 cohortes.', {}, slow)
}, 90_000)

test('a programme changed meanwhile is asked about', async () => {
  let made: Made = { programmeId: '', cohortId: '' }
  const { user } = await renderApp({ given: async () => void (made = await aCohortOf('Incubateur')) })
  window.location.hash = `/programmes/${made.programmeId}`
  await user.click(await screen.findByRole('button', { name: 'Modifier' }, slow))
  const drawer = screen.getByRole('complementary', { name: 'Modifier Incubateur' })
  const { version } = await ask('programmes.get', { id: made.programmeId })
  await ask('programmes.update', { id: made.programmeId, version, fields: { name: 'Incubateur du port' } })
  const name = within(drawer).getByRole('textbox', { name: 'Nom' })
  await user.clear(name)
  await fillIn(user, name, 'Incubateur des quartiers')
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  const dialog = await screen.findByRole('dialog', { name: 'Quelqu’un a modifié cette fiche entre-temps' }, slow)
  await user.click(within(dialog).getByRole('radio', { name: /Incubateur des quartiers/ }))
  await user.click(within(dialog).getByRole('button', { name: 'Enregistrer ces choix' }))
  await screen.findByRole('heading', { name: 'Incubateur des quartiers' }, slow)
  const places = within(screen.getByRole('navigation', { name: 'Navigation' }))
  expect(places.getByRole('link', { name: 'Programmes' }).getAttribute('aria-current')).toBe('page')
}, 90_000)

test('a landlord’s space has no programmes', async () => {
  await renderApp({ space: 'landlord' })
  await screen.findByRole('link', { name: 'Orientations' }, slow)
  expect(screen.queryByRole('link', { name: 'Programmes' })).toBeNull()
}, 60_000)

test('a series is changed from one workshop on; days that would fall on a public holiday are said first', async () => {
  let made: Made = { programmeId: '', cohortId: '' }
  const { user } = await renderApp({ given: async () => void (made = await aCohortOf('Incubateur')) })
  const at = { startTime: '09:00', endTime: '12:00' }
  const lines = ['2030-04-23', '2030-04-30', '2030-05-07'].map((heldOn) => ({ heldOn, ...at }))
  await ask('workshops.createSeries', { cohortId: made.cohortId, kind: 'workshop', title: 'Vendre', lines })
  window.location.hash = `/cohorts/${made.cohortId}?tab=workshops`
  await user.click(await screen.findByRole('button', { name: 'Actions sur Vendre, 23/04/2030' }, slow))
  await user.click(await screen.findByRole('menuitem', { name: 'Modifier', hidden: true }))
  const drawer = screen.getByRole('complementary', { name: 'Modifier Vendre' })
  await user.click(within(drawer).getByRole('radio', { name: 'cet atelier et les 2 suivants de la série' }))
  const day = within(drawer).getByRole('textbox', { name: 'Jour' })
  await user.clear(day)
  await fillIn(user, day, '24/04/2030')
  await user.tab()
  within(drawer).getByText('2 dates tomberaient un jour férié : 01/05/2030 et 08/05/2030.')
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer' }))
  await screen.findByText('3 ateliers enregistrés', {}, slow)
  const workshops = await ask('workshops.ofCohort', { cohortId: made.cohortId })
  expect(workshops.map(({ heldOn }) => heldOn)).toEqual(['2030-04-24', '2030-05-01', '2030-05-08'])
}, 90_000)
