import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ask } from '../../src/renderer/api'
import { addDays, localDay } from '../../src/shared/rules/days'
import { displayName } from '../../src/shared/rules/fold'
import { aFilledCohort } from '../support/factories-workshops'
import { fillIn } from '../support/fill-in'
import { passphrase } from '../support/new-space'
import { type RenderedApp, renderApp } from '../support/render-app'

const slow = { timeout: 15_000 }

async function aCohortIn({ database }: RenderedApp, people: number) {
  const [member] = await ask('members.list', {})
  return aFilledCohort({ database: database(), memberId: member?.id ?? '' }, { people })
}

async function marksOf(workshopId: string) {
  const { people } = await ask('attendances.ofWorkshop', { workshopId })
  return Object.fromEntries(people.map(({ personId, marks }) => [personId, marks[0]?.state]))
}

test('a roll is called by letters and keys, and what was said is taken back', async () => {
  const app = await renderApp()
  const { user } = app
  const cohort = await aCohortIn(app, 4)
  const workshopId = await cohort.workshop()
  window.location.hash = `/workshops/${workshopId}`
  const field = await screen.findByRole('textbox', { name: 'Faire l’appel' }, slow)
  await waitFor(() => expect(document.activeElement).toBe(field))
  const { people } = await ask('attendances.ofWorkshop', { workshopId })
  const [one, two, three, four] = people
  if (!one || !two || !three || !four) throw new Error('four people are expected')

  await user.type(field, two.firstName.slice(0, 5).toLowerCase())
  const list = screen.getByRole('list', { name: 'Personnes attendues' })
  const row = within(list).getByRole('group', { name: displayName(two.lastName, two.firstName), hidden: true })
  expect(row.closest('li')?.hidden).toBe(false)
  await user.keyboard(' ')
  await waitFor(async () => expect((await marksOf(workshopId))[two.personId]).toBe('present'), slow)
  expect(field).toHaveProperty('value', '')

  // after the second comes the third: absent; then the fourth, late by 40 minutes
  await user.keyboard('4')
  await user.keyboard('2')
  const delay = await screen.findByRole('textbox', { name: new RegExp(`^Retard de .*${four.firstName}`) })
  await waitFor(() => expect(document.activeElement).toBe(delay))
  await user.keyboard('40{Enter}')
  expect(document.activeElement).toBe(field)
  await waitFor(async () => {
    const called = await ask('attendances.ofWorkshop', { workshopId })
    expect(called.people.find(({ personId }) => personId === four.personId)?.marks).toMatchObject([{ minutes: 140 }])
  }, slow)
  expect(await marksOf(workshopId)).toEqual({
    [one.personId]: undefined,
    [two.personId]: 'present',
    [three.personId]: 'absent',
    [four.personId]: 'late',
  })
  await screen.findByText('Reste 1 à appeler')

  await user.keyboard('{Control>}z{/Control}')
  await waitFor(async () => {
    const called = await ask('attendances.ofWorkshop', { workshopId })
    expect(called.people.find(({ personId }) => personId === four.personId)?.marks).toMatchObject([{ minutes: 165 }])
  }, slow)

  await user.click(screen.getByRole('button', { name: 'Tous les autres' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Noter tous les autres absents', hidden: true }))
  await waitFor(async () => expect((await marksOf(workshopId))[one.personId]).toBe('absent'), slow)
}, 60_000)

test('the roll of a day to come says when it opens, and takes the absences told in advance', async () => {
  const app = await renderApp()
  const { user } = app
  const cohort = await aCohortIn(app, 1)
  const heldOn = addDays(localDay(new Date().toISOString()), 3)
  const workshopId = await cohort.workshop({ heldOn })
  window.location.hash = `/workshops/${workshopId}`
  const field = await screen.findByRole('textbox', { name: 'Faire l’appel' }, slow)
  await waitFor(() => expect(document.activeElement).toBe(field))
  expect(screen.getByRole('link', { name: 'Lance ta boîte' }).getAttribute('href')).toBe(
    `#/programmes/${cohort.programmeId}`,
  )
  expect(screen.queryByRole('button', { name: 'Tous les autres' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Ajouter quelqu’un' })).toBeNull()
  const opens = new RegExp(`L’appel s’ouvre le ${heldOn.split('-').toReversed().join('/')}`)
  await user.keyboard(' ')
  expect(await screen.findAllByText(opens)).toHaveLength(2) // in the page, and said to who does not see it
  await user.keyboard('3')
  await waitFor(async () => expect(Object.values(await marksOf(workshopId))).toEqual(['excused']), slow)
  await screen.findByText('1 absence annoncée')
}, 60_000)

test('someone who walks in is added with three fields, and stands in the list as present', async () => {
  const app = await renderApp()
  const { user } = app
  const cohort = await aCohortIn(app, 2)
  const workshopId = await cohort.workshop()
  window.location.hash = `/workshops/${workshopId}`
  const field = await screen.findByRole('textbox', { name: 'Faire l’appel' }, slow)
  await waitFor(() => expect(document.activeElement).toBe(field))
  await user.click(screen.getByRole('button', { name: 'Ajouter quelqu’un' }))
  const drawer = screen.getByRole('complementary', { name: 'Venue sans inscription' })
  await user.click(within(drawer).getByRole('button', { name: 'Noter la présence' }))
  within(drawer).getByText('Le nom manque.')
  await fillIn(user, within(drawer).getByLabelText('Nom'), 'Tavernier')
  await fillIn(user, within(drawer).getByLabelText('Prénom'), 'Zoé')
  await user.click(within(drawer).getByRole('button', { name: 'Noter la présence' }))
  await screen.findByText('sans inscription', {}, slow)
  expect(Object.values(await marksOf(workshopId))).toEqual(expect.arrayContaining(['present']))
}, 60_000)

test('a cohort shows its rates, whom to call and its certificates; a person shows where they came', async () => {
  const app = await renderApp()
  const { user } = app
  const cohort = await aCohortIn(app, 2)
  const [one = '', two = ''] = cohort.people
  for (const heldOn of ['2026-10-06', '2026-10-13', '2026-10-20']) {
    const workshopId = await cohort.workshop({ heldOn })
    await ask('attendances.mark', {
      workshopId,
      marks: [
        { personId: one, halfDay: 'morning', state: 'present' },
        { personId: two, halfDay: 'morning', state: 'absent' },
      ],
    })
  }
  window.location.hash = `/cohorts/${cohort.cohortId}?tab=attendance`
  await screen.findByText('3 absences à la suite', {}, slow)
  screen.getByText('3 présences sur 6 demi-journées')
  await user.click(screen.getByRole('button', { name: 'Délivrer 1 attestation' }))
  const dialog = await screen.findByRole('dialog', { name: /Délivrer 1 attestation/ })
  await user.click(within(dialog).getByRole('button', { name: 'Délivrer 1 attestation' }))
  await screen.findByRole('button', { name: 'Imprimer l’attestation' }, slow)

  window.location.hash = `/people/${one}`
  await user.click(await screen.findByRole('tab', { name: /^Programmes/ }, slow))
  expect(await screen.findByText(/Présences.: 3 \/ 3 \(100.%\) demi-journées, 9.h/, {}, slow)).toBeTruthy()
}, 60_000)

test('a month is validated, then corrected with its reason', async () => {
  const app = await renderApp({ at: '/hours' })
  const { user } = app
  const cohort = await aCohortIn(app, 1)
  const today = new Date().toISOString().slice(0, 10)
  await cohort.session({ personId: cohort.people[0] ?? '', heldOn: `${today.slice(0, 7)}-01` })
  await user.click(await screen.findByRole('button', { name: 'Solène Kerbrat' }, slow))
  const drawer = await screen.findByRole('complementary', { name: 'Relevé d’heures de Solène Kerbrat' }, slow)
  await user.click(within(drawer).getByRole('button', { name: 'Valider le mois' }))
  const dialog = await screen.findByRole('dialog', { name: /Valider 1.h pour Solène Kerbrat/ })
  await user.click(within(dialog).getByRole('button', { name: 'Valider le mois' }))
  await within(drawer).findByText(/^Validé le/, {}, slow)
  await user.click(within(drawer).getByRole('button', { name: 'Corriger' }))
  const minutes = within(drawer).getByRole('textbox', { name: 'Minutes' })
  await user.clear(minutes)
  await fillIn(user, minutes, '45')
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer la correction' }))
  within(drawer).getByText('Dites pourquoi.')
  await fillIn(user, within(drawer).getByRole('textbox', { name: /^Motif/ }), 'Séance écourtée')
  await user.click(within(drawer).getByRole('button', { name: 'Enregistrer la correction' }))
  await within(drawer).findByText('Séance écourtée', {}, slow)
  expect(await within(drawer).findByText(/1.h → 45.min/)).toBeTruthy()
}, 60_000)

test('a session of a validated month is refused in words, which lead to its statement', async () => {
  const app = await renderApp()
  const { user } = app
  const cohort = await aCohortIn(app, 1)
  const [personId = ''] = cohort.people
  await cohort.session({ personId, heldOn: '2026-10-12' })
  await ask('hours.validate', { month: '2026-10', holder: { kind: 'person', id: personId } })
  window.location.hash = `/people/${personId}`
  await user.click(await screen.findByRole('tab', { name: /^Coaching/ }, slow))
  await user.click(await screen.findByRole('button', { name: /séance du 12\/10\/2026/ }, slow))
  await user.click(await screen.findByRole('menuitem', { name: 'Supprimer la séance', hidden: true }))
  await screen.findByText(/^Octobre 2026, .*: ces heures sont validées/, {}, slow)
  await user.click(screen.getByRole('button', { name: 'Ouvrir le relevé' }))
  const drawer = await screen.findByRole('complementary', { name: /^Relevé d’heures de/ }, slow)
  await within(drawer).findByText(/^Validé le/, {}, slow)
  expect(within(drawer).getByRole('button', { name: 'Corriger' })).toBeTruthy()
}, 60_000)

test('the undo of a mark whose month was validated since is refused in words, which lead to the statement', async () => {
  const app = await renderApp()
  const { user } = app
  const cohort = await aCohortIn(app, 1)
  const [personId = ''] = cohort.people
  const workshopId = await cohort.workshop({ heldOn: '2026-10-13' })
  await ask('attendances.mark', {
    workshopId,
    marks: [{ personId, halfDay: 'morning', state: 'present', minutes: null }],
  })
  await ask('hours.validate', { month: '2026-10', holder: { kind: 'person', id: personId } })
  window.location.hash = `/workshops/${workshopId}`
  await user.click(await screen.findByRole('button', { name: 'Historique' }, slow))
  // in the history: the title bar has a button of that name too, which takes back whatever is last
  const acts = await screen.findByRole('region', { name: 'Historique des modifications' }, slow)
  await user.click(await within(acts).findByRole('button', { name: /^Annuler.: présence/ }, slow))
  await screen.findByText(/^Octobre 2026, .*: ces heures sont validées/, {}, slow)
  expect(await marksOf(workshopId)).toEqual({ [personId]: 'present' })
  await user.click(screen.getByRole('button', { name: 'Ouvrir le relevé' }))
  await screen.findByRole('complementary', { name: /^Relevé d’heures de/ }, slow)
}, 60_000)

test('a mark said while the data process is away waits, and is written once the space is open again', async () => {
  const app = await renderApp()
  const { user } = app
  const cohort = await aCohortIn(app, 1)
  const workshopId = await cohort.workshop()
  window.location.hash = `/workshops/${workshopId}`
  const field = await screen.findByRole('textbox', { name: 'Faire l’appel' }, slow)
  await waitFor(() => expect(document.activeElement).toBe(field))
  await screen.findByText('Reste 1 à appeler', {}, slow)
  await app.die()
  await user.keyboard(' ')
  await screen.findByText('Reste 0 à appeler', {}, slow)
  app.startAgain()
  await ask('space.unlock', { passphrase })
  await waitFor(async () => expect(await marksOf(workshopId)).toEqual({ [cohort.people[0] ?? '']: 'present' }), slow)
}, 60_000)
